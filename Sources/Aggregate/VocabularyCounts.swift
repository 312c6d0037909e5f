/// How often each word stands in the documents of each group and period, in blocks of documents:
/// the blocks are what a bootstrap draws.
public struct VocabularyCounts: Sendable {
  /// Documents go to blocks by a hash of their identifiers.
  public static let blocks = 20

  struct Cell: Sendable, Hashable {
    var bin: Int
    var group: String
    var block: Int
  }

  private(set) var words: [Cell: [Int32: Int]] = [:]
  private(set) var totals: [Int32: Int] = [:]

  public init() {}

  /// Adds a document's words.
  public mutating func add(
    _ document: [KeynessCounts.Use], key: UInt64, group: String, bin: Int
  ) {
    let cell = Cell(bin: bin, group: group, block: Int(key % UInt64(Self.blocks)))
    for use in document {
      words[cell, default: [:]][use.word, default: 0] += Int(use.occurrences)
      totals[use.word, default: 0] += Int(use.occurrences)
    }
  }

  /// The words that occur most, the smaller number first among equals.
  func frequent(_ count: Int) -> [Int32] {
    totals.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(count).map(\.key)
  }

  /// The words of a group in a period, by block: those of `order` in their places, all others in
  /// the last.
  func blocks(of group: String, bin: Int, places: [Int32: Int]) -> [[Double]] {
    (0..<Self.blocks).map { block in
      var counts = Array(repeating: 0.0, count: places.count + 1)
      for (word, count) in words[Cell(bin: bin, group: group, block: block)] ?? [:] {
        counts[places[word] ?? places.count] += Double(count)
      }
      return counts
    }
  }
}
