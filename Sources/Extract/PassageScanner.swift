import Bytes
import Corpus
import Lexicons

/// Cuts passages into words and finds the automaton's phrases in them.
struct PassageScanner {
  private let automaton: PhraseAutomaton
  private var classifier: WordClassifier
  private var tokens: [Token] = []
  private var classes: [Int32] = []

  init(_ lexicons: CompiledLexicons, _ vocabulary: Vocabulary) {
    automaton = lexicons.automaton
    classifier = WordClassifier(lexicons, vocabulary)
  }

  /// Replaces what `scanned` holds by the words, sentences and phrases of `passage`.
  mutating func scan(_ passage: Passage, into scanned: inout ScannedPassage) {
    let text = passage.utf8.span
    Tokenizer.tokenize(text, into: &tokens)
    scanned.placed.place(tokens, of: text, sentenceStarts: passage.sentenceStarts)
    guard !tokens.isEmpty else { return scanned.phrases.removeAll(keepingCapacity: true) }
    classifier.classify(
      tokens, of: text, hasOneCase: scanned.placed.hasOneCase, into: &classes)
    findPhrases(in: &scanned)
  }

  /// The same of a passage's columns. Returns `false` where these are damaged.
  mutating func scan(_ columns: TokenColumns, into scanned: inout ScannedPassage) -> Bool {
    guard scanned.placed.place(columns, in: classifier.vocabulary) else { return false }
    classifier.classify(scanned.placed, of: columns, into: &classes)
    findPhrases(in: &scanned)
    return true
  }

  private mutating func findPhrases(in scanned: inout ScannedPassage) {
    scanned.phrases.removeAll(keepingCapacity: true)
    var first = 0
    let sentences = scanned.placed.sentences
    for index in sentences.indices {
      let last =
        index + 1 < sentences.count
        ? Int(sentences[index + 1].firstWord) : scanned.placed.words.count
      automaton.scan(classes, in: first..<last, using: classifier.table, into: &scanned.phrases)
      first = last
    }
  }
}
