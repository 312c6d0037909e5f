import Bytes
import Corpus

/// A passage cut into words and sentences, with the phrases found in it. Reuses its buffers.
struct ScannedPassage {
  let field: Field
  var placed = PlacedWords()
  /// Bytes of the dateline with which it begins.
  var dateline: Int32 = 0
  /// In the order of their first words.
  var phrases: [PhraseMatch] = []

  init(_ field: Field) { self.field = field }

  /// The words, from the first, in which capitals say nothing: those of a dateline are in capitals.
  var caselessWords: Int {
    placed.hasOneCase
      ? placed.words.count : placed.words.prefix { Int32($0.end) <= dateline }.count
  }

  private var words: ArraySlice<PlacedWord> { placed.words }
  private var sentences: [PlacedWords.Sentence] { placed.sentences }

  /// Calls `body` with the matches of the patterns that are `wanted`, in order.
  func forEachMatch(among wanted: [Bool], _ body: (PatternMatch) -> Void) {
    var sentence = 0
    let (words, sentences) = (words, sentences)
    for phrase in phrases where wanted[Int(phrase.pattern)] {
      while sentence + 1 < sentences.count, sentences[sentence + 1].firstWord <= phrase.firstToken {
        sentence += 1
      }
      let lower = Int32(words[Int(phrase.firstToken)].start)
      let upper = Int32(words[Int(phrase.lastToken)].end)
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
    guard !words.isEmpty else { return nil }
    let first = min(
      words.partitioningIndex { Int($0.end) > bytes.lowerBound }, words.count - 1)
    let last = words.partitioningIndex { Int($0.start) >= bytes.upperBound } - 1
    let sentence = max(0, sentences.partitioningIndex { $0.firstWord > Int32(first) } - 1)
    return PatternMatch(
      pattern: pattern, firstToken: Int32(first), lastToken: Int32(max(first, last)),
      sentence: Int32(sentence), paragraph: sentences[sentence].paragraph,
      bytes: Int32(bytes.lowerBound)..<Int32(bytes.upperBound), gap: 0..<0, field: field)
  }

  /// Where a match that begins and ends with whole words lies in Unicode scalars.
  func scalars(of match: PatternMatch) -> Range<Int32> {
    let before = Int32(words[Int(match.firstToken)].continuationsBefore)
    let upTo = Int32(words[Int(match.lastToken)].continuations)
    return match.bytes.lowerBound - before..<match.bytes.upperBound - upTo
  }
}
