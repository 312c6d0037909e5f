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
  private var ids: [Int32] = []

  init(_ lexicons: CompiledLexicons) { self.lexicons = lexicons }

  /// Replaces `classes` by the word classes of `tokens`.
  mutating func classify(
    _ tokens: [Token], of text: Span<UInt8>, hasOneCase: Bool, into classes: inout [Int32]
  ) {
    if words.count > Self.maximumWords { forget() }
    words.number(tokens, of: text, into: &ids)
    while smart.count < words.count {
      smart.append(-1)
      folded.append(-1)
    }
    classes.removeAll(keepingCapacity: true)
    classes.reserveCapacity(ids.count)
    var index = 0
    while index < ids.count {
      let id = ids[index]
      let known = hasOneCase ? folded[Int(id)] : smart[Int(id)]
      classes.append(known >= 0 ? known : learn(id, hasOneCase: hasOneCase))
      index += 1
    }
  }

  private mutating func learn(_ id: Int32, hasOneCase: Bool) -> Int32 {
    let atoms = lexicons.atoms(of: Array(words.word(id)), hasOneCase: hasOneCase)
    let number = table.number(of: atoms, in: lexicons.automaton)
    if hasOneCase { folded[Int(id)] = number } else { smart[Int(id)] = number }
    return number
  }

  private mutating func forget() {
    words.removeAll()
    smart.removeAll(keepingCapacity: true)
    folded.removeAll(keepingCapacity: true)
  }
}
