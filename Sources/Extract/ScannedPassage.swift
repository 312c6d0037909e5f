import Bytes
import Corpus

/// A passage cut into words and sentences, with the phrases found in it. Reuses its buffers.
struct ScannedPassage {
  struct Sentence {
    var firstToken: Int32
    var paragraph: Int32
  }

  let field: Field
  var tokens: [Token] = []
  var sentences: [Sentence] = []
  /// In the order of their first words.
  var phrases: [PhraseMatch] = []

  init(_ field: Field) { self.field = field }

  mutating func removeAll() {
    tokens.removeAll(keepingCapacity: true)
    sentences.removeAll(keepingCapacity: true)
    phrases.removeAll(keepingCapacity: true)
  }

  /// Calls `body` with the matches of the patterns that are `wanted`, in order.
  func forEachMatch(among wanted: [Bool], _ body: (PatternMatch) -> Void) {
    var sentence = 0
    for phrase in phrases where wanted[Int(phrase.pattern)] {
      while sentence + 1 < sentences.count, sentences[sentence + 1].firstToken <= phrase.firstToken
      {
        sentence += 1
      }
      let lower = Int32(tokens[Int(phrase.firstToken)].start)
      let upper = Int32(tokens[Int(phrase.lastToken)].end)
      body(
        PatternMatch(
          pattern: phrase.pattern, firstToken: phrase.firstToken, lastToken: phrase.lastToken,
          sentence: Int32(sentence), paragraph: sentences[sentence].paragraph, bytes: lower..<upper,
          gap: 0..<0, field: field))
    }
  }

  /// Places a byte range, which need not begin or end at a word, among words and sentences; `nil`
  /// in a passage without words.
  func match(_ pattern: Int32, _ bytes: Range<Int>) -> PatternMatch? {
    guard !tokens.isEmpty else { return nil }
    let first = min(
      tokens.partitioningIndex { Int($0.end) > bytes.lowerBound }, tokens.count - 1)
    let last = tokens.partitioningIndex { Int($0.start) >= bytes.upperBound } - 1
    let sentence = max(0, sentences.partitioningIndex { $0.firstToken > Int32(first) } - 1)
    return PatternMatch(
      pattern: pattern, firstToken: Int32(first), lastToken: Int32(max(first, last)),
      sentence: Int32(sentence), paragraph: sentences[sentence].paragraph,
      bytes: Int32(bytes.lowerBound)..<Int32(bytes.upperBound), gap: 0..<0, field: field)
  }
}
