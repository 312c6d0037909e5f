public import Corpus

/// One row of a hand-coding sheet: a mention in its context, and room for a coder's judgement.
public struct CodingRow: TableRow, Hashable {
  public var item: String
  public var entry: String
  public var label: String
  public var context: ConcordanceRow
  public var place: Place?
  public var weight: Double
  public var stratum: Int

  /// What a blind sheet does not tell.
  public struct Place: Sendable, Hashable {
    public var term: String
    public var field: Field
    public var start: Int
    public var end: Int
  }

  public static let schema = TableSchema(
    name: "coding-sheet",
    description: """
      Mentions to be judged by hand, as `parlance sample` draws them. A text that begins with =, +, - \
      or @ has an apostrophe before it, so that spreadsheets take it for no formula.
      """,
    columns: [
      .init("item", .string, "The mention: the same in every sheet of the study."),
      .init("entry", .string, "What the mention was tagged as: lexicon/entry."),
      .init("label", .string, "The label of the entry."),
      .init("left", .string, "What stands before the mention."),
      .init("match", .string, "The words of the mention."),
      .init("right", .string, "What stands after the mention."),
      .init("code", .string, "To be filled: yes or no; a question mark or nothing for undecided."),
      .init("note", .string, "Room for a remark."),
      .init(
        "weight", .number,
        "How many mentions this one stands for: those of its stratum over those drawn of it."
      ),
      .init(
        "stratum", .integer,
        "Number of the stratum within the entry: a period of an outlet, or neighbouring ones together."
      ),
      .init("document_id", .string, "The document; empty in a blind sheet, as what follows."),
      .init("date", .any, "The document's date."),
      .init("outlet", .string, "The document's outlet."),
      .init("term", .string, "The term that matched."),
      .init("field", .string, "Where it was found: title or body."),
      .init("start", .integer, "Where the mention begins, as in mentions.csv."),
      .init("end", .integer, "Where the mention ends (exclusive)."),
    ])

  public var values: [Value] {
    let given = place.map { _ in context }
    return [
      .text(item), .text(entry), Self.text(label), Self.text(context.left),
      Self.text(context.match), Self.text(context.right), .missing, .missing, .number(weight),
      .integer(stratum), Self.text(given?.documentID), .optional(given?.date?.description),
      Self.text(given?.outlet), Self.text(place?.term),
      .optional(place.map { $0.field == .title ? "title" : "body" }), .optional(place?.start),
      .optional(place?.end),
    ]
  }

  /// A text that no spreadsheet takes for a formula.
  private static func text(_ text: String?) -> Value {
    guard let text, let first = text.unicodeScalars.first, "=+-@".unicodeScalars.contains(first)
    else { return .optional(text) }
    return .text("'" + text)
  }
}
