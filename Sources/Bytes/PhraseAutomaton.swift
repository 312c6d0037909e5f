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
    var outputs: Range<Int32> = 0..<0
    /// The atoms of the node's edges, as `signature` bits: most next words are ruled out by it.
    var edges: UInt64 = 0
  }

  /// The most words that a phrase has.
  public let longestPhrase: Int
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
    longestPhrase = phrases.reduce(0) { max($0, $1.atoms.count) }
    // No more edges than words that continue a phrase.
    let edges = phrases.reduce(0) { $0 + max(0, $1.atoms.count - 1) }
    var size = 64
    while size < edges * 2 { size *= 2 }
    edgeKeys = Array(repeating: 0, count: size)
    edgeTargets = Array(repeating: -1, count: size)
    nodes.reserveCapacity(edges)
    var ends: [(node: Int32, pattern: Int32)] = []
    ends.reserveCapacity(phrases.count)
    roots = Array(repeating: -1, count: atomCount)
    continues = Array(repeating: false, count: atomCount)
    for phrase in phrases where !phrase.atoms.isEmpty {
      var node: Int32 = -1
      for atom in phrase.atoms {
        let next = node < 0 ? roots[Int(atom)] : target(of: node, atom)
        if next >= 0 {
          node = next
          continue
        }
        let new = Int32(nodes.count)
        nodes.append(Node())
        if node < 0 {
          roots[Int(atom)] = new
        } else {
          insertEdge(of: node, atom, to: new)
          nodes[Int(node)].edges |= Self.signature(atom)
          continues[Int(atom)] = true
        }
        node = new
      }
      ends.append((node, phrase.pattern))
    }
    setOutputs(ends)
  }

  /// Gives each node the patterns that end there, each once, in the order of the phrases.
  private mutating func setOutputs(_ ends: [(node: Int32, pattern: Int32)]) {
    var starts = [Int32](repeating: 0, count: nodes.count + 1)
    for end in ends { starts[Int(end.node) + 1] += 1 }
    for node in nodes.indices {
      starts[node + 1] += starts[node]
      nodes[node].outputs = starts[node]..<starts[node]
    }
    outputs = Array(repeating: 0, count: ends.count)
    for end in ends {
      let known = nodes[Int(end.node)].outputs
      guard !outputs[Int(known.lowerBound)..<Int(known.upperBound)].contains(end.pattern) else {
        continue
      }
      outputs[Int(known.upperBound)] = end.pattern
      nodes[Int(end.node)].outputs = known.lowerBound..<(known.upperBound + 1)
    }
  }

  private mutating func insertEdge(of node: Int32, _ atom: Int32, to target: Int32) {
    let key = Self.key(node, atom)
    let mask = edgeKeys.count - 1
    var index = Self.slot(key, mask: mask)
    while edgeKeys[index] != 0 { index = (index + 1) & mask }
    edgeKeys[index] = key
    edgeTargets[index] = target
  }

  /// Appends to `matches` each phrase that lies within `range` of the tokens, whose classes are
  /// given, ordered by first token.
  public func scan(
    _ classes: [Int32], in range: Range<Int>, using table: WordClassTable,
    into matches: inout [PhraseMatch]
  ) {
    var token = range.lowerBound
    while token < range.upperBound {
      // Most words are in no phrase.
      guard classes[token] != 0 else {
        token += 1
        continue
      }
      let word = table.classes[Int(classes[token])]
      append(table.patterns, word.patterns, from: token, to: token, &matches)
      token += 1
      guard word.edges != 0, token < range.upperBound else { continue }
      let following = table.classes[Int(classes[token])]
      guard word.edges & following.signature != 0 else { continue }
      var index = word.roots.lowerBound
      while index < word.roots.upperBound {
        let root = table.roots[Int(index)]
        if root.edges & following.signature != 0 {
          follow(
            root.number, along: following, at: token, from: token - 1, to: range.upperBound,
            classes, table, &matches)
        }
        index += 1
      }
    }
  }

  /// Takes the edges of `node` that the word at `token` satisfies, and reports what ends there.
  private func follow(
    _ node: Int32, along word: WordClassTable.WordClass, at token: Int, from first: Int,
    to end: Int, _ classes: [Int32], _ table: WordClassTable, _ matches: inout [PhraseMatch]
  ) {
    var index = word.atoms.lowerBound
    while index < word.atoms.upperBound {
      let number = target(of: node, table.atoms[Int(index)])
      index += 1
      guard number >= 0 else { continue }
      let child = nodes[Int(number)]
      append(outputs, child.outputs, from: first, to: token, &matches)
      guard child.edges != 0, token + 1 < end else { continue }
      let following = table.classes[Int(classes[token + 1])]
      if child.edges & following.signature != 0 {
        follow(
          number, along: following, at: token + 1, from: first, to: end, classes, table, &matches)
      }
    }
  }

  @inline(__always)
  private func append(
    _ patterns: [Int32], _ range: Range<Int32>, from first: Int, to last: Int,
    _ matches: inout [PhraseMatch]
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      matches.append(
        PhraseMatch(
          pattern: patterns[Int(index)], firstToken: Int32(first), lastToken: Int32(last)))
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

  /// What the words that satisfy `atoms` can do: the phrases of one word that they are, the nodes
  /// they enter on the way to longer ones, the edges they may take.
  fileprivate func roles(
    of atoms: [Int32]
  ) -> (patterns: [Int32], roots: [WordClassTable.Root], continuing: [Int32], signature: UInt64) {
    let entered = atoms.map { roots[Int($0)] }.filter { $0 >= 0 }
    let continuing = atoms.filter { continues[Int($0)] }
    return (
      entered.flatMap { number in nodes[Int(number)].outputs.map { outputs[Int($0)] } },
      entered.map { .init(number: $0, edges: nodes[Int($0)].edges) }.filter { $0.edges != 0 },
      continuing, continuing.reduce(0) { $0 | Self.signature($1) }
    )
  }
}

/// The sets of atoms that words satisfy, numbered; class 0 is the empty set.
public struct WordClassTable: Sendable {
  struct WordClass: Sendable {
    /// The phrases of this one word.
    var patterns: Range<Int32> = 0..<0
    var roots: Range<Int32> = 0..<0
    /// The edges of all its roots together, as `signature` bits.
    var edges: UInt64 = 0
    var atoms: Range<Int32> = 0..<0
    var signature: UInt64 = 0
  }

  /// A node that a word enters from the root and that goes on.
  struct Root: Sendable {
    var number: Int32
    var edges: UInt64
  }

  fileprivate var classes: [WordClass] = [WordClass()]
  fileprivate var patterns: [Int32] = []
  fileprivate var roots: [Root] = []
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
        patterns: Self.append(roles.patterns, to: &patterns),
        roots: Self.append(roles.roots, to: &roots),
        edges: roles.roots.reduce(0) { $0 | $1.edges },
        atoms: Self.append(roles.continuing, to: &atoms), signature: roles.signature))
    return number
  }

  private static func append<Item>(_ items: [Item], to list: inout [Item]) -> Range<Int32> {
    let start = Int32(list.count)
    list += items
    return start..<Int32(list.count)
  }
}
