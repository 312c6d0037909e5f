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
  private let regexes: [(pattern: Int32, regex: BoundedRegex)]

  init(_ lexicons: CompiledLexicons) {
    self.lexicons = lexicons
    classifier = WordClassifier(lexicons)
    regexes = lexicons.composites.compactMap { number in
      if case .regex(let regex) = lexicons.patterns[Int(number)] { (number, regex) } else { nil }
    }
  }

  mutating func scan(_ passage: Passage, _ field: Field, into matches: inout PatternMatches) {
    let text = passage.utf8.span
    Tokenizer.tokenize(text, into: &tokens)
    guard !tokens.isEmpty else { return }
    classifier.classify(tokens, of: text, hasOneCase: Self.hasOneCase(text), into: &classes)

    var first = 0
    var paragraph: Int32 = 0
    for (sentence, start) in passage.sentenceStarts.enumerated() {
      if start > 0, text[Int(start) - 1] == UInt8(ascii: "\n") { paragraph += 1 }
      let end =
        sentence + 1 < passage.sentenceStarts.count
        ? passage.sentenceStarts[sentence + 1] : UInt32(text.count)
      var last = first
      while last < tokens.count, tokens[last].start < end { last += 1 }
      phrases.removeAll(keepingCapacity: true)
      lexicons.automaton.scan(
        classes, in: first..<last, using: classifier.table, into: &phrases)
      for phrase in phrases {
        let bytes =
          Int32(tokens[Int(phrase.firstToken)].start)..<Int32(tokens[Int(phrase.lastToken)].end)
        matches.append(
          PatternMatch(
            pattern: phrase.pattern, field: field, tokens: phrase.firstToken...phrase.lastToken,
            bytes: bytes, sentence: Int32(sentence), paragraph: paragraph, parts: (bytes, bytes)))
      }
      first = last
    }
    for (pattern, regex) in regexes {
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
    let lower = Int32(min(first, tokens.count - 1))
    let sentence =
      passage.sentenceStarts.partitioningIndex { Int($0) > range.lowerBound } - 1
    let paragraph = passage.utf8[..<range.lowerBound].count { $0 == UInt8(ascii: "\n") }
    let bytes = Int32(range.lowerBound)..<Int32(range.upperBound)
    return PatternMatch(
      pattern: pattern, field: field, tokens: lower...max(lower, Int32(last)), bytes: bytes,
      sentence: Int32(max(0, sentence)), paragraph: Int32(paragraph), parts: (bytes, bytes))
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

extension RandomAccessCollection {
  /// The first index at which `predicate` holds, given that it holds from there to the end.
  func partitioningIndex(where predicate: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = self.count
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if predicate(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
