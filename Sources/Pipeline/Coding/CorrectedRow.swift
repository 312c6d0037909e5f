public import Corpus

/// A point of a series, corrected for the errors that a gold coding has shown.
public struct CorrectedRow: TableRow, Hashable {
  public var measure: String
  public var period: String
  public var group: String
  public var groupValue: String
  public var documents: Int?
  public var documentsHit: Int?
  public var corrected: Double?
  public var low: Double?
  public var high: Double?

  public static let schema = TableSchema(
    name: "corrected",
    description: """
      Document shares corrected for misclassification, as `parlance score --series` prints them.
      """,
    columns: [
      .init("measure", .string, "As in series.csv."),
      .init("period", .string, "As in series.csv."),
      .init("group", .string, "As in series.csv."),
      .init("group_value", .string, "As in series.csv."),
      .init("documents", .integer, "As in series.csv."),
      .init("documents_hit", .integer, "As in series.csv."),
      .init("corrected_share", .number, "Rogan and Gladen's estimate of the document share."),
      .init(
        "corrected_low", .number,
        "Lower bound of its 95 % interval (Lang and Reiczigel), with the chance in the coding."),
      .init("corrected_high", .number, "Upper bound."),
    ])

  public var values: [Value] {
    [
      .text(measure), .text(period), .text(group), .text(groupValue), .optional(documents),
      .optional(documentsHit), .optional(corrected), .optional(low), .optional(high),
    ]
  }
}
