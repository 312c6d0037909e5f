import Bytes
import Lexicons

/// Remembers, for each distinct word seen, which atoms of the lexicons it satisfies.
///
/// A worker's own: filled as words come by, so that the cost of the lexicons' patterns is paid
/// once for each distinct word and a token costs one table look-up.
struct WordClassifier {
  /// Distinct words after which the memory is given back, so that it stays flat.
  private static let maximumWords = 400_000

  private let lexicons: CompiledLexicons
  private var words = WordTable()
  private(set) var table = WordClassTable()
  private var smart: [Int32] = []
  private var folded: [Int32] = []
  /// The short words seen last, each at the place that its key hashes to: a few thousand words
  /// make up most of any text, and here they stay in the processor's cache.
  private var frequent = Array(repeating: ShortWord(key: 0, wordClass: 0), count: 1 << 13)

  private struct ShortWord {
    var key: UInt64
    var wordClass: Int32
  }

  init(_ lexicons: CompiledLexicons) { self.lexicons = lexicons }

  /// Replaces `classes` by the word classes of `tokens`.
  mutating func classify(
    _ tokens: [Token], of text: Span<UInt8>, hasOneCase: Bool, into classes: inout [Int32]
  ) {
    if words.count > Self.maximumWords { forget() }
    classes.removeAll(keepingCapacity: true)
    classes.reserveCapacity(tokens.count)
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      let place = Int(truncatingIfNeeded: (token.key &* 0x9E37_79B9_7F4A_7C15) >> 51)
      if !hasOneCase, frequent[place].key == token.key, token.end - token.start <= 8 {
        classes.append(frequent[place].wordClass)
      } else {
        let wordClass = lookUp(token, of: text, hasOneCase: hasOneCase)
        classes.append(wordClass)
        if !hasOneCase, token.end - token.start <= 8 {
          frequent[place] = ShortWord(key: token.key, wordClass: wordClass)
        }
      }
      index += 1
    }
  }

  private mutating func lookUp(
    _ token: Token, of text: Span<UInt8>, hasOneCase: Bool
  ) -> Int32 {
    let id = words.number(token, of: text)
    if Int(id) == smart.count {
      smart.append(-1)
      folded.append(-1)
    }
    let known = hasOneCase ? folded[Int(id)] : smart[Int(id)]
    return known >= 0 ? known : learn(id, hasOneCase: hasOneCase)
  }

  private mutating func learn(_ id: Int32, hasOneCase: Bool) -> Int32 {
    let atoms = lexicons.atoms(of: Array(words.word(id)), hasOneCase: hasOneCase)
    let number = table.number(of: atoms, in: lexicons.automaton)
    if hasOneCase { folded[Int(id)] = number } else { smart[Int(id)] = number }
    return number
  }

  private mutating func forget() {
    words.removeAll()
    for index in frequent.indices { frequent[index] = ShortWord(key: 0, wordClass: 0) }
    smart.removeAll(keepingCapacity: true)
    folded.removeAll(keepingCapacity: true)
  }
}
