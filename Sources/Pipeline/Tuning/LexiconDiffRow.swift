public import Corpus

/// What a change of lexicons does to one entry over a study's documents.
public struct LexiconDiffRow: TableRow, Hashable {
  public var entry: String
  public var mentionsBefore = 0
  public var mentionsAfter = 0
  public var mentionsGained = 0
  public var mentionsLost = 0
  public var documentsGained = 0
  public var documentsLost = 0
  public var pointsGained = 0
  public var pointsLost = 0
  public var samplesGained: [ConcordanceRow] = []
  public var samplesLost: [ConcordanceRow] = []

  public static let schema = TableSchema(
    name: "lexicon-diff", description: "What a change of lexicons does to each entry.",
    columns: [
      .init("entry", .string, "The entry, as lexicon/entry."),
      .init("mentions_before", .integer, "Mentions by the old lexicons."),
      .init("mentions_after", .integer, "Mentions by the new lexicons."),
      .init("mentions_gained", .integer, "Mentions that only the new lexicons find."),
      .init("mentions_lost", .integer, "Mentions that only the old lexicons find."),
      .init("documents_gained", .integer, "Documents that only the new lexicons find it in."),
      .init("documents_lost", .integer, "Documents that only the old lexicons find it in."),
      .init(
        "points_gained", .integer,
        "Periods of its series, with all below it, that were empty and no longer are."),
      .init("points_lost", .integer, "Periods of its series that are now empty."),
      .init("sample_gained", .string, "A gained mention in its context."),
      .init("sample_lost", .string, "A lost mention in its context."),
    ])

  public var values: [Value] {
    [
      .text(entry), .integer(mentionsBefore), .integer(mentionsAfter), .integer(mentionsGained),
      .integer(mentionsLost), .integer(documentsGained), .integer(documentsLost),
      .integer(pointsGained), .integer(pointsLost), .optional(samplesGained.first?.line),
      .optional(samplesLost.first?.line),
    ]
  }
}

/// The point of the published series that a change of lexicons moves most.
public struct LargestChange: Sendable, Hashable {
  public var measure: String
  public var group: String
  public var groupValue: String
  public var period: String
  public var documents: Int
  public var hitBefore: Int
  public var hitAfter: Int

  /// By how much the document share moves.
  public var size: Double { Double(abs(hitAfter - hitBefore)) / Double(max(1, documents)) }
}
