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
    scanned.dateline = scanned.field == .body ? Int32(Dateline.end(in: passage.utf8) ?? 0) : 0
    guard !tokens.isEmpty else { return scanned.phrases.removeAll(keepingCapacity: true) }
    classifier.classify(
      tokens, of: text, caseless: scanned.caselessWords, into: &classes)
    findPhrases(in: &scanned)
  }

  /// The same of a passage's columns. Returns `false` where these are damaged.
  mutating func scan(_ columns: TokenColumns, into scanned: inout ScannedPassage) -> Bool {
    guard scanned.placed.place(columns, in: classifier.vocabulary) else { return false }
    guard let dateline = dateline(of: columns, in: scanned.field) else { return false }
    scanned.dateline = dateline
    classifier.classify(
      scanned.placed, of: columns, caseless: scanned.caselessWords, into: &classes)
    findPhrases(in: &scanned)
    return true
  }

  /// Bytes of the dateline; `nil` where the columns are damaged.
  private func dateline(of columns: TokenColumns, in field: Field) -> Int32? {
    guard field == .body else { return 0 }
    var start: [UInt8] = []
    var text = ColumnText(columns)
    let end = min(columns.size, Dateline.longest)
    guard text.append(0..<end, in: classifier.vocabulary, to: &start) else { return nil }
    return Int32(Dateline.end(in: start) ?? 0)
  }

  private func findPhrases(in scanned: inout ScannedPassage) {
    scanned.phrases.removeAll(keepingCapacity: true)
    let placed = scanned.placed
    automaton.scan(
      classes.span.extracting(0..<placed.words.count), in: placed.sentences.span,
      using: classifier.table, into: &scanned.phrases)
  }
}
