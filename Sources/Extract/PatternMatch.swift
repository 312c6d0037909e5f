import Corpus

/// A pattern found in a document, before any condition is judged.
struct PatternMatch {
  var pattern: Int32
  var firstToken: Int32
  var lastToken: Int32
  var sentence: Int32
  var paragraph: Int32
  var bytes: Range<Int32>
  /// What lies between the two parts of a proximity and stays free for other entries; empty for
  /// other patterns.
  var gap: Range<Int32>
  var field: Field

  /// Fills room that is not yet taken.
  static let none = PatternMatch(
    pattern: -1, firstToken: 0, lastToken: 0, sentence: 0, paragraph: 0, bytes: 0..<0, gap: 0..<0,
    field: .title)

  /// The two parts, in text order; the second is empty but for a proximity.
  var parts: (Range<Int32>, Range<Int32>) {
    gap.isEmpty
      ? (bytes, bytes.upperBound..<bytes.upperBound)
      : (bytes.lowerBound..<gap.lowerBound, gap.upperBound..<bytes.upperBound)
  }

  /// Bytes of text that the pattern itself accounts for.
  var weight: Int { bytes.count - gap.count }

  func hasSpan(of other: PatternMatch) -> Bool { bytes == other.bytes && gap == other.gap }

  func lies(within other: PatternMatch) -> Bool {
    field == other.field && bytes.lowerBound >= other.bytes.lowerBound
      && bytes.upperBound <= other.bytes.upperBound
  }

  /// Words from the end of one match to the start of the other: 1 when adjacent, 0 on overlap.
  func distance(to other: PatternMatch) -> Int {
    if other.firstToken > lastToken { return Int(other.firstToken - lastToken) }
    if firstToken > other.lastToken { return Int(firstToken - other.lastToken) }
    return 0
  }
}
