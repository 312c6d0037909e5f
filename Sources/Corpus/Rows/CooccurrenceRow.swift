/// One row of `cooccurrence.csv`.
public struct CooccurrenceRow: TableRow, Hashable {
  public enum Unit: String, Sendable, Codable, CaseIterable {
    case sentence, paragraph, article
  }

  public var period: String
  public var unit: Unit
  public var a: String
  public var b: String
  public var nAB: Int
  public var nA: Int
  public var nB: Int
  public var n: Int
  public var npmi: Double?
  public var logLikelihood: Double?

  public init(
    period: String, unit: Unit, a: String, b: String, nAB: Int, nA: Int, nB: Int, n: Int,
    npmi: Double? = nil, logLikelihood: Double? = nil
  ) {
    self.period = period
    self.unit = unit
    self.a = a
    self.b = b
    self.nAB = nAB
    self.nA = nA
    self.nB = nB
    self.n = n
    self.npmi = npmi
    self.logLikelihood = logLikelihood
  }

  public static let schema = TableSchema(
    name: "cooccurrence",
    description: """
      Which entries are mentioned together, per unit of text and period.
      """,
    columns: [
      .init("period", .string, "The period, as in series.csv; \"all\" for the whole study."),
      .init("unit", .string, "Together in one sentence, paragraph or article."),
      .init("a", .string, "The one entry, as lexicon/entry; a sorts before b."),
      .init("b", .string, "The other entry, as lexicon/entry."),
      .init("n_ab", .integer, "Units that mention both."),
      .init("n_a", .integer, "Units that mention a."),
      .init("n_b", .integer, "Units that mention b."),
      .init("n", .integer, "All units of the period."),
      .init(
        "npmi", .number,
        "Normalized pointwise mutual information, -1 (never together) to 1 (always together)."),
      .init(
        "log_likelihood", .number,
        "Dunning's log-likelihood ratio G2 of the two-by-two table."),
    ])

  public var values: [Value] {
    [
      .text(period), .text(unit.rawValue), .text(a), .text(b), .integer(nAB), .integer(nA),
      .integer(nB), .integer(n), .optional(npmi), .optional(logLikelihood),
    ]
  }
}
