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
  /// Trie edges in an open-addressed table: key = node << 32 | atom, 0 = free.
  private var edgeKeys: [UInt64] = []
  private var edgeTargets: [Int32] = []
  /// Node reached from the root by an atom, or -1.
  private var roots: [Int32]
  private var outputStarts: [Int32] = []
  private var outputs: [Int32] = []
  private var hasEdges: [Bool] = []

  /// Builds the automaton. `atomCount` bounds the atoms used in `phrases`.
  public init(phrases: [(atoms: [Int32], pattern: Int32)], atomCount: Int) {
    var edges: [UInt64: Int32] = [:]
    var nodeOutputs: [[Int32]] = [[]]
    roots = Array(repeating: -1, count: atomCount)
    for phrase in phrases where !phrase.atoms.isEmpty {
      var node: Int32 = 0
      for atom in phrase.atoms {
        let key = Self.key(node, atom)
        if let next = edges[key] {
          node = next
        } else {
          let next = Int32(nodeOutputs.count)
          nodeOutputs.append([])
          edges[key] = next
          node = next
        }
      }
      if !nodeOutputs[Int(node)].contains(phrase.pattern) {
        nodeOutputs[Int(node)].append(phrase.pattern)
      }
    }
    hasEdges = Array(repeating: false, count: nodeOutputs.count)
    for list in nodeOutputs {
      outputStarts.append(Int32(outputs.count))
      outputs.append(contentsOf: list)
    }
    outputStarts.append(Int32(outputs.count))

    var size = 64
    while size < edges.count * 2 { size *= 2 }
    edgeKeys = Array(repeating: 0, count: size)
    edgeTargets = Array(repeating: -1, count: size)
    for (key, target) in edges {
      let node = Int(key >> 32)
      if node == 0 {
        roots[Int(key & 0xFFFF_FFFF) - 1] = target
        continue
      }
      hasEdges[node] = true
      var index = Self.slot(key, mask: size - 1)
      while edgeKeys[index] != 0 { index = (index + 1) & (size - 1) }
      edgeKeys[index] = key
      edgeTargets[index] = target
    }
  }

  /// Whether a phrase begins with one of `atoms`.
  public func begins(with atoms: some Sequence<Int32>) -> Bool {
    atoms.contains { roots[Int($0)] >= 0 }
  }

  /// Appends to `matches` each phrase that lies within `range` of the tokens, whose classes are
  /// given, ordered by first token.
  public func scan(
    _ classes: [Int32], in range: Range<Int>, using table: WordClassTable,
    into matches: inout [PhraseMatch]
  ) {
    var token = range.lowerBound
    while token < range.upperBound {
      let wordClass = Int(classes[token])
      if wordClass != 0, table.begins[wordClass] {
        var index = table.starts[wordClass]
        while index < table.starts[wordClass + 1] {
          let node = roots[Int(table.atoms[Int(index)])]
          if node >= 0 {
            follow(
              node, from: token, at: token + 1, to: range.upperBound, classes, table, &matches)
          }
          index += 1
        }
      }
      token += 1
    }
  }

  private func follow(
    _ node: Int32, from first: Int, at next: Int, to end: Int, _ classes: [Int32],
    _ table: WordClassTable, _ matches: inout [PhraseMatch]
  ) {
    var output = outputStarts[Int(node)]
    while output < outputStarts[Int(node) + 1] {
      matches.append(
        PhraseMatch(
          pattern: outputs[Int(output)], firstToken: Int32(first), lastToken: Int32(next - 1)))
      output += 1
    }
    guard next < end, hasEdges[Int(node)] else { return }
    let wordClass = Int(classes[next])
    guard wordClass != 0 else { return }
    var index = table.starts[wordClass]
    while index < table.starts[wordClass + 1] {
      let child = target(of: node, table.atoms[Int(index)])
      if child >= 0 { follow(child, from: first, at: next + 1, to: end, classes, table, &matches) }
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

  /// Atoms are kept from 1, so that no key is 0.
  private static func key(_ node: Int32, _ atom: Int32) -> UInt64 {
    UInt64(UInt32(node)) << 32 | UInt64(UInt32(atom) + 1)
  }

  private static func slot(_ key: UInt64, mask: Int) -> Int {
    let mixed = key &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed ^ (mixed >> 29)) & mask
  }
}

/// The sets of atoms that words satisfy, numbered; class 0 is the empty set.
public struct WordClassTable: Sendable {
  var starts: [Int32] = [0, 0]
  var atoms: [Int32] = []
  var begins: [Bool] = [false]
  private var numbers: [[Int32]: Int32] = [[]: 0]

  public init() {}

  /// The class of words that satisfy exactly `set`, which is sorted.
  public mutating func number(of set: [Int32], in automaton: PhraseAutomaton) -> Int32 {
    if let known = numbers[set] { return known }
    let number = Int32(begins.count)
    numbers[set] = number
    atoms.append(contentsOf: set)
    starts.append(Int32(atoms.count))
    begins.append(automaton.begins(with: set))
    return number
  }
}
