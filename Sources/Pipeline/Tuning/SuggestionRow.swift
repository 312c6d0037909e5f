public import Corpus

/// The candidates for an entry, and what they were looked for in.
public struct Suggestions: Sendable, Hashable {
  /// Documents that mention the entry, copies left out.
  public var documentsWithEntry: Int
  /// By kind, those that go with the entry most strongly first.
  public var rows: [SuggestionRow]
}

/// What might be added to an entry, and what the archive says of it.
public struct SuggestionRow: TableRow, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    /// Words of the sentences in which the entry is mentioned.
    case context
    /// A word spelled almost like a term of the entry.
    case spelling
    /// Another entry that is mentioned in the same documents.
    case entry
  }

  public var kind: Kind
  public var candidate: String
  public var documents: Int
  public var documentsWithEntry: Int
  public var share: Double?
  public var shareLow: Double?
  public var shareHigh: Double?
  public var g2: Double?
  public var logRatio: Double?
  public var sample: String?

  public static let schema = TableSchema(
    name: "suggestions", description: "Candidates for the terms and rules of an entry.",
    columns: [
      .init(
        "kind", .string,
        """
        context: words of the sentences that mention the entry; spelling: a word spelled almost \
        like a term; entry: another entry in the same documents.
        """),
      .init(
        "candidate", .string,
        "The words, folded as a term folds them and in lower case, or the entry."),
      .init(
        "documents", .integer,
        "Documents that a term of these words finds, or that mention the entry; copies left out."),
      .init("documents_with_entry", .integer, "Those of them that mention the entry already."),
      .init(
        "expected_precision", .number,
        """
        The share of the two: how often the candidate keeps the entry's company in a document. A guess \
        at the precision of a term and no bound of it: what goes with an entry need not mean it, and \
        what means it may stand without it.
        """),
      .init("precision_low", .number, "Lower bound of its 95 % interval (Wilson)."),
      .init("precision_high", .number, "Upper bound."),
      .init(
        "g2", .number,
        "Dunning's log-likelihood ratio of documents with the candidate and with the entry."),
      .init(
        "log_ratio", .number,
        "Binary logarithm of how much more frequent it is in documents with the entry."),
      .init(
        "sample", .string,
        """
        A place of it that the entry does not find yet, in its context: in a document without the \
        entry where there is one.
        """),
    ])

  public var values: [Value] {
    [
      .text(kind.rawValue), .text(candidate), .integer(documents), .integer(documentsWithEntry),
      .optional(share), .optional(shareLow), .optional(shareHigh), .optional(g2),
      .optional(logRatio), .optional(sample),
    ]
  }
}
