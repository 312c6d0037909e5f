/// How often some words stand in each outlet, on the two sides of a comparison: whether a word is
/// key for many, or for one outlet whose template it is.
public struct OutletUses: Sendable {
  private struct Outlet: Sendable {
    var tokens = (target: 0, reference: 0)
    /// By place in `words`.
    var target: [Int32]
    var reference: [Int32]
  }

  /// The words that are counted.
  public let words: [Int32]
  private let places: [Int32: Int]
  private var outlets: [Int32: Outlet] = [:]

  public init(words: [Int32]) {
    self.words = words
    places = Dictionary(uniqueKeysWithValues: zip(words, words.indices))
  }

  /// Adds a document of the outlet numbered `outlet`.
  ///
  /// - Parameters:
  ///   - uses: its words, each once; those that are not counted may be left out.
  ///   - tokens: the number of all its words.
  public mutating func add(
    _ uses: [KeynessCounts.Use], tokens: Int, outlet: Int32, to side: KeynessCounts.Side
  ) {
    if outlets[outlet] == nil {
      let none = [Int32](repeating: 0, count: words.count)
      outlets[outlet] = Outlet(target: none, reference: none)
    }
    switch side {
    case .target: outlets[outlet]?.tokens.target += tokens
    case .reference: outlets[outlet]?.tokens.reference += tokens
    }
    for use in uses {
      guard let place = places[use.word] else { continue }
      switch side {
      case .target: outlets[outlet]?.target[place] += use.occurrences
      case .reference: outlets[outlet]?.reference[place] += use.occurrences
      }
    }
  }

  /// A word's occurrences and all words on both sides, of one outlet.
  struct Part: Sendable {
    var target: (count: Double, total: Double)
    var reference: (count: Double, total: Double)
  }

  /// By outlet, in the order of their numbers.
  func parts(of word: Int32) -> [Part] {
    guard let place = places[word] else { return [] }
    return outlets.sorted { $0.key < $1.key }.map { _, outlet in
      Part(
        target: (Double(outlet.target[place]), Double(outlet.tokens.target)),
        reference: (Double(outlet.reference[place]), Double(outlet.tokens.reference)))
    }
  }
}
