/// One row of `series.csv`.
public struct SeriesRow: TableRow, Hashable {
  public enum Status: String, Sendable, Codable, CaseIterable {
    case ok
    /// A gap in the archive: nothing can be said, which is not a zero.
    case noDocuments = "no_documents"
    /// The period is cut by the dates of the study.
    case partial
  }

  public var measure: String
  public var period: String
  public var periodStart: CalendarDate
  public var group: String
  public var groupValue: String
  public var documents: Int
  public var tokens: Int
  public var hits: Int?
  public var documentsHit: Int?
  public var ratePer10K: Double?
  public var documentShare: Double?
  public var shareLow: Double?
  public var shareHigh: Double?
  public var status: Status
  public var rateLow: Double?
  public var rateHigh: Double?
  public var rateBootLow: Double?
  public var rateBootHigh: Double?
  public var shareSmooth: Double?
  public var shareWithin: Double?
  public var window: String?

  public init(
    measure: String, period: String, periodStart: CalendarDate, group: String, groupValue: String,
    documents: Int, tokens: Int, hits: Int? = nil, documentsHit: Int? = nil,
    ratePer10K: Double? = nil, documentShare: Double? = nil, shareLow: Double? = nil,
    shareHigh: Double? = nil, status: Status
  ) {
    self.measure = measure
    self.period = period
    self.periodStart = periodStart
    self.group = group
    self.groupValue = groupValue
    self.documents = documents
    self.tokens = tokens
    self.hits = hits
    self.documentsHit = documentsHit
    self.ratePer10K = ratePer10K
    self.documentShare = documentShare
    self.shareLow = shareLow
    self.shareHigh = shareHigh
    self.status = status
  }

  public static let schema = TableSchema(
    name: "series",
    description: """
      The time series: how much of the archive speaks of a measure, per period and group, with its \
      denominators. Copies count once.
      """,
    columns: [
      .init("measure", .string, "What is counted: a measure of the study, or lexicon/entry."),
      .init(
        "period", .string,
        "The period, such as 2019, 2019-Q1, 2019-03, 2019-W13 or 2019-03-27."),
      .init("period_start", .date, "The first day of the period."),
      .init(
        "group", .string,
        "What the documents are grouped by; \"all\" for all documents together."),
      .init(
        "group_value", .string,
        """
        The group, such as US; "all" for all documents together, "unknown" for documents without \
        a value.
        """),
      .init(
        "documents", .integer,
        "Documents in the period and group: the denominator of document_share."),
      .init("tokens", .integer, "Words in these documents: the denominator of rate_per_10k."),
      .init(
        "hits", .integer,
        "How often the measure was counted. Empty, not 0, when there are no documents."),
      .init(
        "documents_hit", .integer,
        "Documents with at least one hit. Empty when there are no documents."),
      .init("rate_per_10k", .number, "Hits per 10,000 words."),
      .init("document_share", .number, "documents_hit / documents."),
      .init(
        "share_low", .number,
        "Lower bound of the 95 % Wilson score interval of document_share."),
      .init(
        "share_high", .number,
        "Upper bound of the 95 % Wilson score interval of document_share."),
      .init(
        "status", .string,
        """
        ok; no_documents: a gap in the archive, which is not a zero; partial: the period is cut \
        by the dates of the study.
        """),
      .init(
        "rate_low", .number,
        """
        Lower bound of the 95 % interval of rate_per_10k, which allows for hits that come in \
        clusters (quasi-Poisson over documents).
        """),
      .init("rate_high", .number, "Upper bound of the same."),
      .init(
        "rate_boot_low", .number,
        """
        Lower bound of the 95 % interval of rate_per_10k by a bootstrap over documents; empty \
        unless the study asks for one.
        """),
      .init("rate_boot_high", .number, "Upper bound of the same."),
      .init(
        "share_smooth", .number,
        "document_share smoothed by a local-level model; beside the data, never instead of them."),
      .init(
        "share_within", .number,
        """
        document_share with each outlet's own level taken out, so that outlets that come and go \
        do not move it; empty unless the study asks for it (panel: demeaned).
        """),
      .init(
        "window", .string,
        """
        Of a combination, what its entries must share: sentence, paragraph or article; empty for \
        a measure that is none.
        """),
    ])

  public var values: [Value] {
    [
      .text(measure), .text(period), .text(periodStart.description), .text(group),
      .text(groupValue), .integer(documents), .integer(tokens), .optional(hits),
      .optional(documentsHit), .optional(ratePer10K), .optional(documentShare), .optional(shareLow),
      .optional(shareHigh), .text(status.rawValue),
      .optional(rateLow), .optional(rateHigh), .optional(rateBootLow), .optional(rateBootHigh),
      .optional(shareSmooth), .optional(shareWithin), .optional(window),
    ]
  }
}
