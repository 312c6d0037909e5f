public import Corpus
import Statistics

/// One figure of `parlance score`.
public struct ScoreRow: TableRow, Hashable {
  public var entry: String
  public var measure: String
  public var value: Double?
  public var low: Double?
  public var high: Double?
  public var n: Int

  init(_ entry: String, _ measure: String, value: Double?, n: Int) {
    self.entry = entry
    self.measure = measure
    self.value = value
    self.n = n
  }

  /// A share with Wilson's interval.
  init(_ entry: String, _ measure: String, _ part: Double, of whole: Int) {
    self.init(entry, measure, value: whole > 0 ? part / Double(whole) : nil, n: whole)
    let interval = wilsonInterval(successes: part, trials: Double(whole))
    low = interval?.low
    high = interval?.high
  }

  public static let schema = TableSchema(
    name: "scores",
    description: """
      How well mentions agree with coders, and coders with each other, as `parlance score` finds it.
      """,
    columns: [
      .init("entry", .string, "lexicon/entry; all for all entries that were coded, together."),
      .init(
        "measure", .string,
        """
        precision, precision_weighted, recall, f1, specificity, kappa, or alpha with \
        its level of measurement.
        """),
      .init("value", .number, "The figure; empty where it is not defined."),
      .init("low", .number, "Lower bound of the 95 % interval (Wilson), for shares."),
      .init("high", .number, "Upper bound."),
      .init("n", .integer, "What the figure is of: items, mentions, documents."),
    ])

  public var values: [Value] {
    [
      .text(entry), .text(measure), .optional(value), .optional(low), .optional(high), .integer(n),
    ]
  }
}
