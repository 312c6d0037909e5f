/// A pattern found at a run of tokens.
public struct PhraseMatch: Sendable, Hashable {
  public var pattern: Int32
  public var firstToken: Int32
  /// Inclusive.
  public var lastToken: Int32

  public init(pattern: Int32, firstToken: Int32, lastToken: Int32) {
    self.pattern = pattern
    self.firstToken = firstToken
    self.lastToken = lastToken
  }
}

/// Finds all phrases of a lexicon in one pass over a text's tokens.
///
/// A phrase is a sequence of *atoms* (what one word must look like). A word of the text satisfies a
/// set of atoms; words with the same set form one *class*, worked out once for each distinct word.
/// The automaton is a trie over atoms, entered at each token whose class can begin a phrase: the
/// cost of a token depends on the phrases that begin with its words, not on how many there are.
public struct PhraseAutomaton: Sendable {
  struct Node: Sendable {
    var firstOutput: Int32 = 0
    var endOutput: Int32 = 0
    /// The atoms of the node's edges, as `signature` bits: most next words are ruled out by it.
    var edges: UInt64 = 0
  }

  private var nodes: [Node] = []
  private var outputs: [Int32] = []
  /// Trie edges in an open-addressed table: key = node << 32 | atom + 1, 0 = free.
  private var edgeKeys: [UInt64]
  private var edgeTargets: [Int32]
  /// Node reached from the root by an atom, or -1.
  private var roots: [Int32]
  /// Whether an atom stands elsewhere than at the beginning of a phrase.
  private var continues: [Bool]

  /// Builds the automaton. `atomCount` bounds the atoms used in `phrases`.
  public init(phrases: [(atoms: [Int32], pattern: Int32)], atomCount: Int) {
    var edges: [UInt64: Int32] = [:]
    var nodeOutputs: [[Int32]] = []
    roots = Array(repeating: -1, count: atomCount)
    continues = Array(repeating: false, count: atomCount)
    for phrase in phrases where !phrase.atoms.isEmpty {
      var node: Int32 = -1
      for atom in phrase.atoms {
        let next = node < 0 ? roots[Int(atom)] : edges[Self.key(node, atom)] ?? -1
        if next >= 0 {
          node = next
          continue
        }
        let new = Int32(nodes.count)
        nodes.append(Node())
        nodeOutputs.append([])
        if node < 0 {
          roots[Int(atom)] = new
        } else {
          edges[Self.key(node, atom)] = new
          nodes[Int(node)].edges |= Self.signature(atom)
          continues[Int(atom)] = true
        }
        node = new
      }
      if !nodeOutputs[Int(node)].contains(phrase.pattern) {
        nodeOutputs[Int(node)].append(phrase.pattern)
      }
    }
    for (index, list) in nodeOutputs.enumerated() {
      nodes[index].firstOutput = Int32(outputs.count)
      outputs.append(contentsOf: list)
      nodes[index].endOutput = Int32(outputs.count)
    }

    var size = 64
    while size < edges.count * 2 { size *= 2 }
    edgeKeys = Array(repeating: 0, count: size)
    edgeTargets = Array(repeating: -1, count: size)
    for (key, target) in edges {
      var index = Self.slot(key, mask: size - 1)
      while edgeKeys[index] != 0 { index = (index + 1) & (size - 1) }
      edgeKeys[index] = key
      edgeTargets[index] = target
    }
  }

  /// Appends to `matches` each phrase that lies within `range` of the tokens, whose classes are
  /// given, ordered by first token.
  public func scan(
    _ classes: [Int32], in range: Range<Int>, using table: WordClassTable,
    into matches: inout [PhraseMatch]
  ) {
    var token = range.lowerBound
    while token < range.upperBound {
      let wordClass = classes[token]
      if wordClass != 0 {
        let word = table.classes[Int(wordClass)]
        var index = word.firstRoot
        while index < word.endRoot {
          let root = table.roots[Int(index)]
          visit(
            root.number, root.node, from: token, next: token + 1, to: range.upperBound, classes,
            table, &matches)
          index += 1
        }
      }
      token += 1
    }
  }

  /// Reports the phrases that end at `node` and follows its edges along the next word.
  private func visit(
    _ number: Int32, _ node: Node, from first: Int, next: Int, to end: Int, _ classes: [Int32],
    _ table: WordClassTable, _ matches: inout [PhraseMatch]
  ) {
    var output = node.firstOutput
    while output < node.endOutput {
      matches.append(
        PhraseMatch(
          pattern: outputs[Int(output)], firstToken: Int32(first), lastToken: Int32(next - 1)))
      output += 1
    }
    guard node.edges != 0, next < end else { return }
    let word = table.classes[Int(classes[next])]
    guard node.edges & word.signature != 0 else { return }
    var index = word.firstAtom
    while index < word.endAtom {
      let child = target(of: number, table.atoms[Int(index)])
      if child >= 0 {
        visit(
          child, nodes[Int(child)], from: first, next: next + 1, to: end, classes, table, &matches)
      }
      index += 1
    }
  }

  private func target(of node: Int32, _ atom: Int32) -> Int32 {
    let key = Self.key(node, atom)
    let mask = edgeKeys.count - 1
    var index = Self.slot(key, mask: mask)
    while edgeKeys[index] != 0 {
      if edgeKeys[index] == key { return edgeTargets[index] }
      index = (index + 1) & mask
    }
    return -1
  }

  private static func key(_ node: Int32, _ atom: Int32) -> UInt64 {
    UInt64(UInt32(node)) << 32 | UInt64(UInt32(atom) + 1)
  }

  private static func slot(_ key: UInt64, mask: Int) -> Int {
    let mixed = key &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed ^ (mixed >> 29)) & mask
  }

  private static func signature(_ atom: Int32) -> UInt64 { 1 << UInt64(atom & 63) }

  /// What the words that satisfy `atoms` can do: the nodes they enter, the edges they may take.
  fileprivate func roles(
    of atoms: [Int32]
  ) -> (roots: [(number: Int32, node: Node)], continuing: [Int32], signature: UInt64) {
    let continuing = atoms.filter { continues[Int($0)] }
    return (
      atoms.map { roots[Int($0)] }.filter { $0 >= 0 }.map { ($0, nodes[Int($0)]) }, continuing,
      continuing.reduce(0) { $0 | Self.signature($1) }
    )
  }
}

/// The sets of atoms that words satisfy, numbered; class 0 is the empty set.
public struct WordClassTable: Sendable {
  struct WordClass: Sendable {
    var firstRoot: Int32 = 0
    var endRoot: Int32 = 0
    var firstAtom: Int32 = 0
    var endAtom: Int32 = 0
    var signature: UInt64 = 0
  }

  fileprivate var classes: [WordClass] = [WordClass()]
  /// The nodes that each class enters from the root.
  fileprivate var roots: [(number: Int32, node: PhraseAutomaton.Node)] = []
  /// The atoms of each class that may continue a phrase.
  fileprivate var atoms: [Int32] = []
  private var numbers: [[Int32]: Int32] = [:]

  public init() {}

  /// The class of words that satisfy exactly `set`, which is sorted.
  public mutating func number(of set: [Int32], in automaton: PhraseAutomaton) -> Int32 {
    if set.isEmpty { return 0 }
    if let known = numbers[set] { return known }
    let number = Int32(classes.count)
    numbers[set] = number
    let roles = automaton.roles(of: set)
    classes.append(
      WordClass(
        firstRoot: Int32(roots.count), endRoot: Int32(roots.count + roles.roots.count),
        firstAtom: Int32(atoms.count), endAtom: Int32(atoms.count + roles.continuing.count),
        signature: roles.signature))
    roots += roles.roots
    atoms += roles.continuing
    return number
  }
}
