import Bytes
import Lexicons

/// The items of a vocabulary of which a document must hold one to match a pattern at all.
struct NeededItems {
  private let lexicons: CompiledLexicons
  /// By atom: the items that satisfy it, ascending.
  private var items: [Int32: [Int]] = [:]

  init(_ lexicons: CompiledLexicons, in vocabulary: Vocabulary) {
    self.lexicons = lexicons
    for item in 1..<max(1, vocabulary.count) where !vocabulary.traits[item].isSeparator {
      // A text of one case is less strict with capitals than any other.
      for atom in lexicons.atoms(of: Array(vocabulary.bytes(of: item)), hasOneCase: true) {
        items[atom, default: []].append(item)
      }
    }
  }

  /// `nil` where that cannot be told, as for regular expressions.
  func items(of pattern: Int32) -> [Int]? {
    switch lexicons.patterns[Int(pattern)] {
    case .regex: return nil
    case .proximity(let first, let second, _, _):
      return [first, second].compactMap { items(of: $0) }.max { Self.isCommoner($0, $1) }
    case .phrase:
      // Of each sequence of words the rarest.
      let needed = lexicons.alternatives(of: pattern).compactMap { atoms in
        atoms.map { items[$0] ?? [] }.max { Self.isCommoner($0, $1) }
      }
      return Array(Set(needed.joined())).sorted()
    }
  }

  /// Frequent items have small numbers.
  private static func isCommoner(_ a: [Int], _ b: [Int]) -> Bool {
    (a.first ?? .max) < (b.first ?? .max)
  }
}
