/// One row of `examples.csv`.
public struct ExampleRow: TableRow, Hashable {
  public enum Side: String, Sendable, CaseIterable { case after, before }

  public var comparison: String
  public var side: Side
  public var rank: Int
  public var documentID: String
  public var date: CalendarDate?
  public var outlet: String?
  public var title: String
  public var score: Double

  public init(
    comparison: String, side: Side, rank: Int, documentID: String, date: CalendarDate?,
    outlet: String?, title: String, score: Double
  ) {
    self.comparison = comparison
    self.side = side
    self.rank = rank
    self.documentID = documentID
    self.date = date
    self.outlet = outlet
    self.title = title
    self.score = score
  }

  public static let schema = TableSchema(
    name: "examples",
    description: """
      The articles that show a change best: of each side those that hit the measure and use most of \
      the side's key words.
      """,
    columns: [
      .init("comparison", .string, "What is compared, as in keyness.csv."),
      .init("side", .string, "after the change, or before it."),
      .init("rank", .integer, "From 1, the best."),
      .init("document_id", .string, "The document, as in documents.csv."),
      .init("date", .any, "The document's date, as in documents.csv."),
      .init("outlet", .string, "The document's outlet."),
      .init("title", .string, "The document's title."),
      .init(
        "score", .number,
        """
        The log_odds_z of the side's key words that the article uses, each once, less that of the \
        other side's, divided by the root of the article's number of different words.
        """),
    ])

  public var values: [Value] {
    [
      .text(comparison), .text(side.rawValue), .integer(rank), .text(documentID),
      .optional(date?.description), .optional(outlet), .text(title), .number(score),
    ]
  }
}
