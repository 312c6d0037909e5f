public import Corpus

/// What stands near the matches of a query.
public struct Collocates: Sendable, Hashable {
  public var matches: Int
  /// Words within a window of a match, each counted once, and all words of the documents; the words
  /// of the matches are left out of both.
  public var near: Int
  public var words: Int
  public var rows: [NearWordRow]
}

/// A collocate of a query.
public struct NearWordRow: TableRow, Hashable {
  public var word: String
  public var near: Int
  public var total: Int
  public var npmi: Double?
  public var logLikelihood: Double?

  public static let schema = TableSchema(
    name: "collocates-of-query", description: "Words near a query's matches.",
    columns: [
      .init("word", .string, "The word, in lower case."),
      .init(
        "near", .integer,
        "Times that it stands within the window of a match: once each, however many windows overlap."
      ),
      .init(
        "total", .integer,
        "Times that it stands in the documents, the words of the matches themselves left out."),
      .init("npmi", .number, "Normalized pointwise mutual information (Bouma 2009)."),
      .init("log_likelihood", .number, "Dunning's log-likelihood ratio G2, of four cells."),
    ])

  public var values: [Value] {
    [
      .text(word), .integer(near), .integer(total), .optional(npmi), .optional(logLikelihood),
    ]
  }
}
