/// Phrases to look for in bytes, whatever the case of ASCII letters.
struct PhraseList: Sendable {
  /// By first byte, the longest first.
  private let phrases: [[[UInt8]]]

  /// - Parameter phrases: in lower case.
  init(_ phrases: [String]) {
    var table = [[[UInt8]]](repeating: [], count: 256)
    for phrase in phrases.map({ Array($0.utf8) }).sorted(by: { $0.count > $1.count }) {
      if let first = phrase.first { table[Int(first)].append(phrase) }
    }
    self.phrases = table
  }

  /// The length of the longest phrase that stands at `start`.
  func length(at start: Int, in text: [UInt8]) -> Int? {
    guard start < text.count else { return nil }
    let candidates = phrases[Int(Self.folded(text[start]))]
    return candidates.first { phrase in
      start + phrase.count <= text.count
        && phrase.indices.allSatisfy { Self.folded(text[start + $0]) == phrase[$0] }
    }?.count
  }

  /// Where the first of the phrases stands, not before `start`.
  func firstRange(in text: [UInt8], from start: Int = 0) -> Range<Int>? {
    var index = start
    while index < text.count {
      if let length = length(at: index, in: text) { return index..<index + length }
      index += 1
    }
    return nil
  }

  func isFound(in text: [UInt8]) -> Bool { firstRange(in: text) != nil }

  /// Whether one of the phrases is the whole text.
  func contains(_ text: [UInt8]) -> Bool {
    !text.isEmpty
      && phrases[Int(Self.folded(text[0]))].contains { phrase in
        phrase.count == text.count
          && phrase.indices.allSatisfy { Self.folded(text[$0]) == phrase[$0] }
      }
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }
}
