/// One row of `resonance.csv`.
public struct ResonanceRow: TableRow, Hashable {
  public var comparison: String
  public var documentID: String
  public var date: CalendarDate?
  public var outlet: String?
  public var title: String
  public var novelty: Double
  public var transience: Double
  public var resonance: Double

  public init(
    comparison: String, documentID: String, date: CalendarDate?, outlet: String?, title: String,
    novelty: Double, transience: Double, resonance: Double
  ) {
    self.comparison = comparison
    self.documentID = documentID
    self.date = date
    self.outlet = outlet
    self.title = title
    self.novelty = novelty
    self.transience = transience
    self.resonance = resonance
  }

  public static let schema = TableSchema(
    name: "resonance",
    description: """
      How new the words of each article are against the articles before it, and how much of that \
      lasts in those after: one row for each article that a comparison of kind resonance looks at, \
      in time order.
      """,
    columns: [
      .init("comparison", .string, "The comparison's id."),
      .init("document_id", .string, "The document, as in documents.csv."),
      .init("date", .any, "The document's date, as in documents.csv."),
      .init("outlet", .string, "The document's outlet."),
      .init("title", .string, "The document's title."),
      .init(
        "novelty", .number,
        "Mean Kullback-Leibler divergence in bits from each of the articles in the window before."),
      .init("transience", .number, "The same from each of the articles in the window after."),
      .init("resonance", .number, "novelty - transience: what is new and stays."),
    ])

  public var values: [Value] {
    [
      .text(comparison), .text(documentID), .optional(date?.description), .optional(outlet),
      .text(title), .number(novelty), .number(transience), .number(resonance),
    ]
  }
}
