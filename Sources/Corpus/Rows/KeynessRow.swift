/// One row of `keyness.csv`.
public struct KeynessRow: TableRow, Hashable {
  public var comparison: String
  public var word: String
  public var targetN: Int
  public var referenceN: Int
  public var targetTokens: Int
  public var referenceTokens: Int
  public var g2: Double?
  public var logRatio: Double?
  public var logOddsZ: Double?
  public var qValue: Double?
  public var g2FourCell: Double?
  public var targetDocuments: Int
  public var referenceDocuments: Int
  public var dispersion: Double?
  public var leastZ: Double?

  public init(
    comparison: String, word: String, targetN: Int, referenceN: Int, targetTokens: Int,
    referenceTokens: Int, g2: Double? = nil, logRatio: Double? = nil, logOddsZ: Double? = nil,
    qValue: Double? = nil, g2FourCell: Double? = nil, targetDocuments: Int = 0,
    referenceDocuments: Int = 0, dispersion: Double? = nil, leastZ: Double? = nil
  ) {
    self.comparison = comparison
    self.word = word
    self.targetN = targetN
    self.referenceN = referenceN
    self.targetTokens = targetTokens
    self.referenceTokens = referenceTokens
    self.g2 = g2
    self.logRatio = logRatio
    self.logOddsZ = logOddsZ
    self.qValue = qValue
    self.g2FourCell = g2FourCell
    self.targetDocuments = targetDocuments
    self.referenceDocuments = referenceDocuments
    self.dispersion = dispersion
    self.leastZ = leastZ
  }

  public static let schema = TableSchema(
    name: "keyness",
    description: """
      The words that set one set of documents (target) apart from another (reference), such as \
      those after a change point from those before.
      """,
    columns: [
      .init(
        "comparison", .string,
        """
        What is compared, such as "theme/work-996 from 2019-03": target from that period on, \
        reference before it.
        """),
      .init("word", .string, "The word, case folded."),
      .init("target_n", .integer, "Occurrences in the target."),
      .init("reference_n", .integer, "Occurrences in the reference."),
      .init("target_tokens", .integer, "All words of the target."),
      .init("reference_tokens", .integer, "All words of the reference."),
      .init(
        "g2", .number,
        """
        Log-likelihood ratio G2 of two cells (Rayson and Garside); negative when the word is rarer \
        in the target.
        """),
      .init(
        "log_ratio", .number,
        "Binary logarithm of the ratio of the relative frequencies (Hardie)."),
      .init(
        "log_odds_z", .number,
        """
        z score of the weighted log-odds ratio with informative Dirichlet prior (Monroe, \
        Colaresi and Quinn 2008).
        """),
      .init(
        "q_value", .number,
        """
        Probability of a G2 this large by chance, corrected for the number of words \
        (Benjamini-Hochberg).
        """),
      .init(
        "g2_four_cell", .number,
        "The same of all four cells (Dunning), which adds those of the other words."),
      .init("target_documents", .integer, "Documents of the target that have the word."),
      .init("reference_documents", .integer, "Documents of the reference that have it."),
      .init(
        "dispersion", .number,
        """
        How unevenly the word is spread over the outlets of the side where it is key: 0 like all \
        words, 1 in the smallest outlet alone (Gries's DP, normalized); empty for one outlet.
        """),
      .init(
        "least_z", .number,
        """
        log_odds_z when the outlet that does most for it is left out; rows are ranked by it. Empty \
        for one outlet.
        """),
    ])

  public var values: [Value] {
    [
      .text(comparison), .text(word), .integer(targetN), .integer(referenceN),
      .integer(targetTokens), .integer(referenceTokens), .optional(g2), .optional(logRatio),
      .optional(logOddsZ), .optional(qValue), .optional(g2FourCell), .integer(targetDocuments),
      .integer(referenceDocuments), .optional(dispersion), .optional(leastZ),
    ]
  }
}
