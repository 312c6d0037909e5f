public import Corpus

/// The articles that show a change best, on one side of it.
public struct ExampleList: Sendable {
  /// The weights of the words: what a score adds for each that the article uses.
  private let weights: [Int32: Double]
  private let limit: Int
  /// Best first.
  public private(set) var rows: [ExampleRow] = []

  /// - Parameters:
  ///   - weights: by word; positive for the words of this side, negative for those of the other.
  public init(weights: [Int32: Double], limit: Int = 5) {
    self.weights = weights
    self.limit = limit
  }

  /// The score of a document: the weights of its words, each once, divided by the root of their
  /// number, so that long articles do not win by length.
  ///
  /// - Parameters:
  ///   - uses: the document's words; those without a weight may be left out.
  ///   - words: the number of all its distinct words.
  public func score(_ uses: [KeynessCounts.Use], words: Int) -> Double {
    guard words > 0 else { return 0 }
    let sum = uses.reduce(0) { $0 + (weights[$1.word] ?? 0) }
    return sum / Double(words).squareRoot()
  }

  /// Adds a row by its score, if it is above 0; among equal ones the smaller identifier is first.
  /// The rank is set.
  public mutating func add(_ row: ExampleRow) {
    guard row.score > 0 else { return }
    let place =
      rows.firstIndex { ($0.score, row.documentID) < (row.score, $0.documentID) }
      ?? rows.endIndex
    guard place < limit else { return }
    rows.insert(row, at: place)
    if rows.count > limit { rows.removeLast() }
    for index in rows.indices { rows[index].rank = index + 1 }
  }
}
