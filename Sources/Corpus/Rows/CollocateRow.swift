/// One row of `collocates.csv`.
public struct CollocateRow: TableRow, Hashable {
  /// Whether the word or entry joined the measure's company or left it.
  public enum Change: String, Sendable, CaseIterable { case gained, lost }

  /// What stands in the sentences: a word, or an entry of a lexicon.
  public enum Kind: String, Sendable, CaseIterable { case word, entry }

  public var comparison: String
  public var kind: Kind
  public var item: String
  public var change: Change
  public var targetN: Int
  public var referenceN: Int
  public var targetSentences: Int
  public var referenceSentences: Int
  public var logRatio: Double?
  public var g2FourCell: Double?
  public var pValue: Double?
  public var qValue: Double?

  public init(
    comparison: String, kind: Kind, item: String, change: Change, targetN: Int, referenceN: Int,
    targetSentences: Int, referenceSentences: Int, logRatio: Double? = nil,
    g2FourCell: Double? = nil, pValue: Double? = nil, qValue: Double? = nil
  ) {
    self.comparison = comparison
    self.kind = kind
    self.item = item
    self.change = change
    self.targetN = targetN
    self.referenceN = referenceN
    self.targetSentences = targetSentences
    self.referenceSentences = referenceSentences
    self.logRatio = logRatio
    self.g2FourCell = g2FourCell
    self.pValue = pValue
    self.qValue = qValue
  }

  public static let schema = TableSchema(
    name: "collocates",
    description: """
      The words and entries that a measure gained or lost as company at a change: those that stand \
      in the sentences that hit it, after the change (target) against before it (reference).
      """,
    columns: [
      .init("comparison", .string, "What is compared, as in keyness.csv."),
      .init("kind", .string, "word, or entry: of a lexicon, mentioned in the sentence."),
      .init("item", .string, "The word, case folded, or the entry, as lexicon/entry."),
      .init(
        "change", .string, "gained: in more of the sentences after the change; lost: in fewer."),
      .init("target_n", .integer, "Sentences with a hit after the change that have it."),
      .init("reference_n", .integer, "Sentences with a hit before the change that have it."),
      .init("target_sentences", .integer, "All sentences with a hit after the change."),
      .init("reference_sentences", .integer, "All sentences with a hit before the change."),
      .init("log_ratio", .number, "Binary logarithm of the ratio of the two shares of sentences."),
      .init(
        "g2_four_cell", .number,
        "Dunning's log-likelihood ratio G2 of the two-by-two table of sentences."),
      .init("p_value", .number, "Fisher's exact test of the two shares."),
      .init(
        "q_value", .number,
        """
        p_value corrected for the number of words or entries of the comparison \
        (Benjamini-Hochberg).
        """),
    ])

  public var values: [Value] {
    [
      .text(comparison), .text(kind.rawValue), .text(item), .text(change.rawValue),
      .integer(targetN), .integer(referenceN), .integer(targetSentences),
      .integer(referenceSentences), .optional(logRatio), .optional(g2FourCell), .optional(pValue),
      .optional(qValue),
    ]
  }
}
