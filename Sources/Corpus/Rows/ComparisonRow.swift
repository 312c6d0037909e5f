/// One row of `comparisons.csv`.
public struct ComparisonRow: TableRow, Hashable {
  /// The questions that a study's `comparisons:` can ask.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case asymmetry
    case frameShare = "frame_share"
    case adoptionLag = "adoption_lag"
    case concentration
    case distance
    case resonance

    /// Whether it compares the words of documents.
    public var readsWords: Bool { self == .distance || self == .resonance }
  }

  public var comparison: String
  public var kind: Kind
  public var item: String
  public var reference: String?
  public var period: String?
  public var statistic: String
  public var value: Double
  public var low: Double?
  public var high: Double?
  public var n: Int?
  public var pValue: Double?
  public var qValue: Double?

  public init(
    comparison: String, kind: Kind, item: String, reference: String? = nil, period: String? = nil,
    statistic: String, value: Double, low: Double? = nil, high: Double? = nil, n: Int? = nil,
    pValue: Double? = nil, qValue: Double? = nil
  ) {
    self.comparison = comparison
    self.kind = kind
    self.item = item
    self.reference = reference
    self.period = period
    self.statistic = statistic
    self.value = value
    self.low = low
    self.high = high
    self.n = n
    self.pValue = pValue
    self.qValue = qValue
  }

  public static let schema = TableSchema(
    name: "comparisons",
    description: """
      What the study's comparisons come to, one number a row; see the method notes for each kind \
      and statistic.
      """,
    columns: [
      .init("comparison", .string, "The comparison's id."),
      .init(
        "kind", .string,
        "asymmetry, frame_share, adoption_lag, concentration, distance or resonance."),
      .init("item", .string, "What the number is of: a group, a measure or a set of entries."),
      .init("reference", .string, "What it is compared with; empty for a number of its own."),
      .init("period", .string, "The period, as in series.csv; empty for the whole study."),
      .init("statistic", .string, "What the number is, such as balance, frame_share or gini."),
      .init("value", .number, "The number."),
      .init("low", .number, "Lower bound of its 95 % interval."),
      .init("high", .number, "Upper bound of its 95 % interval."),
      .init("n", .integer, "How many documents, hits or periods it is made from."),
      .init("p_value", .number, "Of a difference, the probability of one this large by chance."),
      .init(
        "q_value", .number,
        "p_value corrected for the number of tests of the comparison (Benjamini-Hochberg)."),
    ])

  public var values: [Value] {
    [
      .text(comparison), .text(kind.rawValue), .text(item), .optional(reference),
      .optional(period), .text(statistic), .number(value), .optional(low), .optional(high),
      .optional(n), .optional(pValue), .optional(qValue),
    ]
  }
}
