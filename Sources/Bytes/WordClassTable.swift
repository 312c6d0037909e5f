/// The sets of atoms that words satisfy, numbered; class 0 is the empty set.
public struct WordClassTable: Sendable {
  /// What a word can do at a glance.
  struct Glance: Sendable {
    /// The edges of all its roots together, as signature bits, and `isPhrase`.
    var edges: UInt64 = 0
    /// Of its atoms that may continue a phrase.
    var signature: UInt64 = 0
  }

  /// The bit of a word that is a phrase by itself.
  static let isPhrase: UInt64 = 1 << 63

  struct WordClass: Sendable {
    /// The phrases of this one word.
    var patterns: Range<Int32> = 0..<0
    var roots: Range<Int32> = 0..<0
    var atoms: Range<Int32> = 0..<0
  }

  /// A node that a word enters from the root and that goes on.
  struct Root: Sendable {
    var node: Int32
    var edges: UInt64
  }

  /// By class: apart from the rest, so that little memory is read for the words that do nothing.
  private(set) var glances: [Glance] = [Glance()]
  private(set) var classes: [WordClass] = [WordClass()]
  private(set) var patterns: [Int32] = []
  private(set) var roots: [Root] = []
  /// The atoms of each class that may continue a phrase.
  private(set) var atoms: [Int32] = []
  private var numbers: [[Int32]: Int32] = [:]

  public init() {}

  /// The class of words that satisfy exactly `set`, which is sorted.
  public mutating func number(of set: [Int32], in automaton: PhraseAutomaton) -> Int32 {
    if set.isEmpty { return 0 }
    if let known = numbers[set] { return known }
    let number = Int32(classes.count)
    numbers[set] = number
    let roles = automaton.roles(of: set)
    glances.append(
      Glance(
        edges: roles.roots.reduce(roles.patterns.isEmpty ? 0 : Self.isPhrase) { $0 | $1.edges },
        signature: roles.continuing.reduce(0) { $0 | PhraseTrie.signature($1) }))
    classes.append(
      WordClass(
        patterns: Self.append(roles.patterns, to: &patterns),
        roots: Self.append(roles.roots, to: &roots),
        atoms: Self.append(roles.continuing, to: &atoms)))
    return number
  }

  private static func append<Item>(_ items: [Item], to list: inout [Item]) -> Range<Int32> {
    let start = Int32(list.count)
    list += items
    return start..<Int32(list.count)
  }
}
