import Bytes
import Corpus
import Lexicons

/// Finds the automaton's phrases and the regular expressions in one passage. Reuses its buffers.
struct PassageScanner {
  private let lexicons: CompiledLexicons
  private var classifier: WordClassifier
  private var tokens: [Token] = []
  private var classes: [Int32] = []
  private var phrases: [PhraseMatch] = []
  /// The paragraph of each sentence.
  private var paragraphs: [Int32] = []

  init(_ lexicons: CompiledLexicons) {
    self.lexicons = lexicons
    classifier = WordClassifier(lexicons)
  }

  mutating func scan(_ passage: Passage, _ field: Field, into matches: inout PatternMatches) {
    let text = passage.utf8.span
    Tokenizer.tokenize(text, into: &tokens)
    guard !tokens.isEmpty else { return }
    classifier.classify(tokens, of: text, hasOneCase: Self.hasOneCase(text), into: &classes)

    paragraphs.removeAll(keepingCapacity: true)
    var first = 0
    var paragraph: Int32 = 0
    var sentence = 0
    while sentence < passage.sentenceStarts.count {
      let start = Int(passage.sentenceStarts[sentence])
      if start > 0, text[start - 1] == UInt8(ascii: "\n") { paragraph += 1 }
      paragraphs.append(paragraph)
      let end =
        sentence + 1 < passage.sentenceStarts.count
        ? passage.sentenceStarts[sentence + 1] : UInt32(text.count)
      var last = first
      while last < tokens.count, tokens[last].start < end { last += 1 }
      phrases.removeAll(keepingCapacity: true)
      lexicons.automaton.scan(classes, in: first..<last, using: classifier.table, into: &phrases)
      for phrase in phrases {
        let lower = Int32(tokens[Int(phrase.firstToken)].start)
        let upper = Int32(tokens[Int(phrase.lastToken)].end)
        matches.append(
          PatternMatch(
            pattern: phrase.pattern, firstToken: phrase.firstToken, lastToken: phrase.lastToken,
            sentence: Int32(sentence), paragraph: paragraph, bytes: lower..<upper, gap: 0..<0,
            field: field))
      }
      first = last
      sentence += 1
    }
    for (pattern, regex) in lexicons.regexes {
      for range in regex.matches(in: passage.utf8) {
        matches.append(match(pattern, range, field, in: passage))
      }
    }
  }

  /// Places a byte range, which need not begin or end at a word, among tokens and sentences.
  private func match(
    _ pattern: Int32, _ range: Range<Int>, _ field: Field, in passage: Passage
  ) -> PatternMatch {
    let first = tokens.partitioningIndex { Int($0.end) > range.lowerBound }
    let last = tokens.partitioningIndex { Int($0.start) >= range.upperBound } - 1
    let lower = min(first, tokens.count - 1)
    let sentence = max(
      0, passage.sentenceStarts.partitioningIndex { Int($0) > range.lowerBound } - 1)
    return PatternMatch(
      pattern: pattern, firstToken: Int32(lower), lastToken: Int32(max(lower, last)),
      sentence: Int32(sentence), paragraph: paragraphs[sentence],
      bytes: Int32(range.lowerBound)..<Int32(range.upperBound), gap: 0..<0, field: field)
  }

  /// Whether capitals say nothing here: the text has only capitals, or none.
  static func hasOneCase(_ text: Span<UInt8>) -> Bool {
    var hasUpper = false
    var hasLower = false
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte >= 0x61, byte <= 0x7A { hasLower = true }
      if byte >= 0x41, byte <= 0x5A { hasUpper = true }
      if hasUpper, hasLower { return false }
      index += 1
    }
    return hasUpper || hasLower
  }
}
