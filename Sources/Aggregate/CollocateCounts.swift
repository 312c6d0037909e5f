/// In how many of the sentences that hit a measure each word, and each entry, stands: after a
/// change (target) and before it (reference).
public struct CollocateCounts: Sendable {
  public struct Count: Sendable, Hashable {
    public var target = 0
    public var reference = 0

    mutating func add(_ side: KeynessCounts.Side) {
      switch side {
      case .target: target += 1
      case .reference: reference += 1
      }
    }
  }

  /// All sentences with a hit.
  public private(set) var sentences = Count()
  public private(set) var words: [Int32: Count] = [:]
  public private(set) var entries: [Int32: Count] = [:]
  /// The sentences seen, by their words.
  private var seen: Set<Sentence> = []

  private struct Sentence: Hashable {
    var side: KeynessCounts.Side
    var words: [Int32]
  }

  public init() {}

  /// Adds a sentence by the distinct words and entries that stand in it. One that says the same
  /// words as another of its side is not counted again: what every article of an outlet repeats is
  /// said once.
  public mutating func add(words: [Int32], entries: [Int32], to side: KeynessCounts.Side) {
    guard seen.insert(Sentence(side: side, words: words.sorted())).inserted else { return }
    sentences.add(side)
    for word in words { self.words[word, default: Count()].add(side) }
    for entry in entries { self.entries[entry, default: Count()].add(side) }
  }
}
