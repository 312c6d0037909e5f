/// The words of two sets of documents, target and reference, such as those after and before a
/// change. Integers only; memory goes with the distinct words of both.
///
/// Words are numbers of a word table that the caller keeps, of folded words.
public struct KeynessCounts: Sendable, Equatable {
  public enum Side: Sendable, Hashable, CaseIterable { case target, reference }

  /// A word on one side.
  public struct Count: Sendable, Hashable {
    public var occurrences = 0
    public var documents = 0
    /// Some outlets that use the word, at most `maximumOutlets`: the least numbers, so that the
    /// order of the documents does not matter.
    public var outlets: [Int32] = []

    mutating func merge(_ other: Count) {
      occurrences += other.occurrences
      documents += other.documents
      let union = Set(outlets).union(other.outlets)
      outlets = Array(union.sorted().prefix(KeynessCounts.maximumOutlets))
    }
  }

  public struct Word: Sendable, Hashable {
    public var target = Count()
    public var reference = Count()
  }

  /// More outlets than these need not be told apart.
  public static let maximumOutlets = 3

  public private(set) var words: [Int32: Word] = [:]
  public private(set) var targetTokens = 0
  public private(set) var referenceTokens = 0
  public private(set) var targetDocuments = 0
  public private(set) var referenceDocuments = 0

  public init() {}

  /// Adds a document's words, in any order, from the outlet numbered `outlet`.
  public mutating func add(_ document: [Int32], outlet: Int32, to side: Side) {
    switch side {
    case .target:
      targetTokens += document.count
      targetDocuments += 1
    case .reference:
      referenceTokens += document.count
      referenceDocuments += 1
    }
    let sorted = document.sorted()
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end] == sorted[start] { end += 1 }
      let count = Count(occurrences: end - start, documents: 1, outlets: [outlet])
      switch side {
      case .target: words[sorted[start], default: Word()].target.merge(count)
      case .reference: words[sorted[start], default: Word()].reference.merge(count)
      }
      start = end
    }
  }

  /// Adds the counts of another part, whose words and outlets have the same numbers.
  public mutating func merge(_ other: KeynessCounts) {
    for (word, counts) in other.words {
      words[word, default: Word()].target.merge(counts.target)
      words[word, default: Word()].reference.merge(counts.reference)
    }
    targetTokens += other.targetTokens
    referenceTokens += other.referenceTokens
    targetDocuments += other.targetDocuments
    referenceDocuments += other.referenceDocuments
  }
}
