import Bytes
import Corpus
import Lexicons

/// Cuts passages into words and finds the automaton's phrases in them.
struct PassageScanner {
  private let automaton: PhraseAutomaton
  private var classifier: WordClassifier
  private var classes: [Int32] = []

  init(_ lexicons: CompiledLexicons) {
    automaton = lexicons.automaton
    classifier = WordClassifier(lexicons)
  }

  /// Replaces what `scanned` holds by the words, sentences and phrases of `passage`.
  mutating func scan(_ passage: Passage, into scanned: inout ScannedPassage) {
    scanned.removeAll()
    let text = passage.utf8.span
    Tokenizer.tokenize(text, into: &scanned.tokens)
    guard !scanned.tokens.isEmpty else { return }
    classifier.classify(
      scanned.tokens, of: text, hasOneCase: Self.hasOneCase(text), into: &classes)

    var first = 0
    var paragraph: Int32 = 0
    for (sentence, start) in passage.sentenceStarts.enumerated() {
      if start > 0, text[Int(start) - 1] == UInt8(ascii: "\n") { paragraph += 1 }
      scanned.sentences.append(.init(firstToken: Int32(first), paragraph: paragraph))
      var last = first
      if sentence + 1 < passage.sentenceStarts.count {
        let end = passage.sentenceStarts[sentence + 1]
        while last < scanned.tokens.count, scanned.tokens[last].start < end { last += 1 }
      } else {
        last = scanned.tokens.count
      }
      automaton.scan(classes, in: first..<last, using: classifier.table, into: &scanned.phrases)
      first = last
    }
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
