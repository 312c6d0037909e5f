import Bytes
import Lexicons

/// The items of a vocabulary of which a document must hold some to match a pattern at all.
struct NeededItems {
  private let lexicons: CompiledLexicons
  private let vocabulary: Vocabulary
  /// By atom: the items that satisfy it, ascending.
  private var items: [Int32: [Int]] = [:]

  init(_ lexicons: CompiledLexicons, in vocabulary: Vocabulary) {
    self.lexicons = lexicons
    self.vocabulary = vocabulary
    for item in 1..<max(1, vocabulary.count) where !vocabulary.traits[item].isSeparator {
      // A text of one case is less strict with capitals than any other.
      for atom in lexicons.atoms(of: Array(vocabulary.bytes(of: item)), hasOneCase: true) {
        items[atom, default: []].append(item)
      }
    }
  }

  /// What must be met in a document for any term to match in it.
  var query: ItemQuery {
    var phrases: [[[Int]]] = []
    for pattern in lexicons.patterns.indices where lexicons.isTerm[pattern] {
      guard let found = self.phrases(of: Int32(pattern)) else {
        return ItemQuery(anyOf: [[Array(1..<vocabulary.count)]], in: vocabulary)
      }
      phrases += found
    }
    return ItemQuery(anyOf: phrases, in: vocabulary)
  }

  /// Phrases, as the sets of items at their words, of which a match of a pattern holds one; `nil`
  /// where that cannot be told, as for regular expressions.
  private func phrases(of pattern: Int32) -> [[[Int]]]? {
    switch lexicons.patterns[Int(pattern)] {
    case .regex: return nil
    case .proximity(let first, let second, _, _):
      // What one side needs is needed.
      guard let one = phrases(of: first), let other = phrases(of: second) else { return nil }
      return Self.rarity(of: one) < Self.rarity(of: other) ? other : one
    case .phrase:
      return lexicons.alternatives(of: pattern).map { atoms in atoms.map { items[$0] ?? [] } }
    }
  }

  /// The higher, the rarer is the most frequent of some phrases: frequent items have small numbers.
  private static func rarity(of phrases: [[[Int]]]) -> Int {
    phrases.map { phrase in phrase.map { $0.first ?? .max }.max() ?? .max }.min() ?? .max
  }
}
