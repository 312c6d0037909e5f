/// One row of `documents.csv`.
public struct DocumentRow: TableRow, Hashable {
  public var documentID: String
  public var source: String
  public var url: String?
  public var title: String
  public var authors: [String]
  public var date: CalendarDate?
  public var dateSource: DateSource?
  public var outlet: String?
  public var outletCountry: String?
  public var language: String?
  public var tokens: Int
  public var sentences: Int
  public var duplicateOf: String?
  public var clusterSize: Int

  public init(
    documentID: String, source: String, url: String? = nil, title: String, authors: [String],
    date: CalendarDate? = nil, dateSource: DateSource? = nil, outlet: String? = nil,
    outletCountry: String? = nil, language: String? = nil, tokens: Int, sentences: Int,
    duplicateOf: String? = nil, clusterSize: Int
  ) {
    self.documentID = documentID
    self.source = source
    self.url = url
    self.title = title
    self.authors = authors
    self.date = date
    self.dateSource = dateSource
    self.outlet = outlet
    self.outletCountry = outletCountry
    self.language = language
    self.tokens = tokens
    self.sentences = sentences
    self.duplicateOf = duplicateOf
    self.clusterSize = clusterSize
  }

  public static let schema = TableSchema(
    name: "documents",
    description: """
      The documents of the study: every article that was read and normalized, copies included.
      """,
    columns: [
      .init(
        "document_id", .string,
        """
        Identifies the document in all tables. The record's own identifier, else its path (with \
        #offset when the file holds several records). A second record with the same identifier \
        has "(path#offset)" added.
        """),
      .init("source", .string, "The file the document was read from, relative to the study."),
      .init("url", .string, "The canonical address of the article, where the record gives one."),
      .init("title", .string, "The normalized headline; empty when the article has none."),
      .init("authors", .string, "The authors as given, separated by \"; \"."),
      .init(
        "date", .any,
        """
        The day of first publication, ISO 8601. Cut to the month (2019-03) or the year (2019) \
        when no more is known; empty when undated.
        """),
      .init(
        "date_source", .string,
        """
        What the date was read from, in descending order of trust: sidecar, record, json-ld, \
        opengraph, meta, microdata, time, url, text, modified.
        """),
      .init("outlet", .string, "The publication."),
      .init("outlet_country", .string, "The country of the publication, ISO 3166-1 alpha-2."),
      .init(
        "language", .string,
        """
        The language, BCP 47 primary subtag: declared by the record, else detected; empty when \
        neither can tell.
        """),
      .init(
        "tokens", .integer,
        """
        Words in title and body; hyphenated words count once, each Han, kana or Hangul character \
        counts as one.
        """),
      .init("sentences", .integer, "Sentences in title and body."),
      .init(
        "duplicate_of", .string,
        """
        The document_id of the kept copy when this document is a copy of another: the earliest \
        dated, then the smallest identifier. Empty for kept documents.
        """),
      .init(
        "cluster_size", .integer,
        "How many documents are copies of one another, this one included; 1 when it has no copy."),
    ])

  public var values: [Value] {
    [
      .text(documentID), .text(source), .optional(url), .text(title),
      .text(authors.joined(separator: "; ")), .optional(date?.description),
      .optional(dateSource?.rawValue), .optional(outlet), .optional(outletCountry),
      .optional(language), .integer(tokens), .integer(sentences), .optional(duplicateOf),
      .integer(clusterSize),
    ]
  }
}
