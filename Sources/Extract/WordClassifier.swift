import Bytes
import Lexicons

/// Tells which atoms of the lexicons each word satisfies, as a word class.
///
/// A worker's own: it remembers the words that came by, so that the cost of the lexicons' patterns
/// is paid once for each distinct word and a token costs one look-up.
struct WordClassifier {
  private let lexicons: CompiledLexicons
  private(set) var table = WordClassTable()
  private var words = WordClassCache()
  /// For texts whose capitals say nothing.
  private var caselessWords = WordClassCache()

  init(_ lexicons: CompiledLexicons) { self.lexicons = lexicons }

  /// Sets the first places of `classes` to the word classes of `tokens`.
  mutating func classify(
    _ tokens: [Token], of text: Span<UInt8>, hasOneCase: Bool, into classes: inout [Int32]
  ) {
    if classes.count < tokens.count {
      classes.append(contentsOf: repeatElement(0, count: tokens.count - classes.count))
    }
    var places = classes.mutableSpan
    if hasOneCase {
      for (index, token) in tokens.enumerated() {
        places[index] =
          caselessWords.wordClass(of: token, in: text)
          ?? learn(token, in: text, hasOneCase: true, \.caselessWords)
      }
    } else {
      for (index, token) in tokens.enumerated() {
        places[index] =
          words.wordClass(of: token, in: text)
          ?? learn(token, in: text, hasOneCase: false, \.words)
      }
    }
  }

  private mutating func learn(
    _ token: Token, in text: Span<UInt8>, hasOneCase: Bool,
    _ cache: WritableKeyPath<Self, WordClassCache>
  ) -> Int32 {
    let word = (Int(token.start)..<Int(token.end)).map { text[$0] }
    let atoms = lexicons.atoms(of: word, hasOneCase: hasOneCase)
    let wordClass = table.number(of: atoms, in: lexicons.automaton)
    self[keyPath: cache].insert(wordClass, of: token, in: text)
    return wordClass
  }
}
