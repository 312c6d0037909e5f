import Bytes

/// A small set of words, asked by the bytes of a text.
struct WordSet: Sendable {
  private let hashes: Set<UInt64>

  /// The words of a list with white space between them.
  init(_ words: String) {
    hashes = Set(words.split(whereSeparator: \.isWhitespace).map { FNV1a.hash($0) })
  }

  func contains(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    hashes.contains(FNV1a.hash(text, range))
  }
}
