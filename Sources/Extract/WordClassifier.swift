import Bytes
import Lexicons

/// Tells which atoms of the lexicons each word satisfies, as a word class.
///
/// A worker's own: it remembers the words that came by, so that the cost of the lexicons' patterns
/// is paid once for each distinct word and a token costs one look-up: in a table of words, or, where
/// the word is an item of the vocabulary, in an array.
struct WordClassifier {
  /// What the class of a word depends on besides the word, and the classes found so far.
  private struct Known {
    /// Capitals say nothing.
    let hasOneCase: Bool
    var words = WordClassCache()
    /// By item; -1 for one that was not asked for yet.
    var items: [Int32] = []
  }

  let vocabulary: Vocabulary
  private let lexicons: CompiledLexicons
  private(set) var table = WordClassTable()
  private var cased = Known(hasOneCase: false)
  private var caseless = Known(hasOneCase: true)
  /// The words of a text that do not stand at home in the cache, by index.
  private var others: [Int32] = []

  init(_ lexicons: CompiledLexicons, _ vocabulary: Vocabulary) {
    self.lexicons = lexicons
    self.vocabulary = vocabulary
  }

  /// Sets the first places of `classes` to the word classes of `tokens`, of which the first
  /// `caseless` are in a text or a part of one where capitals say nothing.
  mutating func classify(
    _ tokens: [Token], of text: Span<UInt8>, caseless count: Int, into classes: inout [Int32]
  ) {
    Self.extend(&classes, to: tokens.count)
    Self.extend(&others, to: tokens.count)
    Self.classify(
      tokens, 0..<count, of: text, &caseless, lexicons, &table, into: &classes, &others)
    Self.classify(
      tokens, count..<tokens.count, of: text, &cased, lexicons, &table, into: &classes, &others)
  }

  /// Sets the first places of `classes` to the word classes of the words of `columns`, of which the
  /// first `caseless` are in a text or a part of one where capitals say nothing.
  mutating func classify(
    _ placed: PlacedWords, of columns: TokenColumns, caseless count: Int,
    into classes: inout [Int32]
  ) {
    let words = placed.words.count
    Self.extend(&classes, to: words)
    Self.classify(
      placed, 0..<count, of: columns, vocabulary, &caseless, lexicons, &table, into: &classes)
    Self.classify(
      placed, count..<words, of: columns, vocabulary, &cased, lexicons, &table, into: &classes)
  }

  private static func extend(_ classes: inout [Int32], to count: Int) {
    if classes.count < count {
      classes.append(contentsOf: repeatElement(0, count: count - classes.count))
    }
  }

  private static func classify(
    _ tokens: [Token], _ range: Range<Int>, of text: Span<UInt8>, _ known: inout Known,
    _ lexicons: CompiledLexicons, _ table: inout WordClassTable, into classes: inout [Int32],
    _ others: inout [Int32]
  ) {
    let tokens = tokens.span
    var places = classes.mutableSpan
    var room = others.mutableSpan
    let count = known.words.classifyAtHome(tokens, range, into: &places, others: &room)
    for other in 0..<count {
      let index = Int(room[other])
      places[index] = wordClass(of: tokens[index], in: text, &known, lexicons, &table)
    }
  }

  private static func classify(
    _ placed: PlacedWords, _ range: Range<Int>, of columns: TokenColumns,
    _ vocabulary: Vocabulary, _ known: inout Known, _ lexicons: CompiledLexicons,
    _ table: inout WordClassTable,
    into classes: inout [Int32]
  ) {
    if !range.isEmpty, known.items.count < vocabulary.count {
      known.items = Array(repeating: -1, count: vocabulary.count)
    }
    var places = classes.mutableSpan
    let words = placed.words.span
    var index = range.lowerBound
    while index < range.upperBound {
      let item = Int(words[index].item)
      if item >= 0 {
        let wordClass = known.items[item]
        places[index] = wordClass
        if wordClass < 0 {
          let word = Array(vocabulary.bytes(of: item))
          let atoms = lexicons.atoms(of: word, hasOneCase: known.hasOneCase)
          known.items[item] = table.number(of: atoms, in: lexicons.automaton)
          places[index] = known.items[item]
        }
      } else {
        let text = columns.codes.span.extracting(placed.spellings[-1 - item])
        let token = Token(0..<text.count, of: text)
        places[index] = wordClass(of: token, in: text, &known, lexicons, &table)
      }
      index += 1
    }
  }

  @inline(__always)
  private static func wordClass(
    of token: Token, in text: Span<UInt8>, _ known: inout Known, _ lexicons: CompiledLexicons,
    _ table: inout WordClassTable
  ) -> Int32 {
    if let wordClass = known.words.wordClass(of: token, in: text) { return wordClass }
    let word = (Int(token.start)..<Int(token.end)).map { text[$0] }
    let atoms = lexicons.atoms(of: word, hasOneCase: known.hasOneCase)
    let wordClass = table.number(of: atoms, in: lexicons.automaton)
    known.words.insert(wordClass, of: token, in: text)
    return wordClass
  }
}
