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
  /// The most words that a phrase has.
  public let longestPhrase: Int
  private let trie: PhraseTrie
  /// Whether an atom stands elsewhere than at the beginning of a phrase.
  private var continues: [Bool]

  /// Builds the automaton. `atomCount` bounds the atoms used in `phrases`.
  public init(_ phrases: Phrases, atomCount: Int) {
    trie = PhraseTrie(phrases)
    continues = Array(repeating: false, count: atomCount)
    var longest = 0
    for index in phrases.indices {
      longest = max(longest, phrases[index].count)
      for place in phrases[index].dropFirst() { continues[Int(phrases.atoms[place])] = true }
    }
    longestPhrase = longest
  }

  /// Appends to `matches` each phrase that lies within one of the `sentences`, ordered by first
  /// token.
  ///
  /// - Parameter classes: of the tokens.
  public func scan(
    _ classes: Span<Int32>, in sentences: Span<PlacedWords.Sentence>, using table: WordClassTable,
    into matches: inout [PhraseMatch]
  ) {
    guard sentences.count > 0 else { return }
    var next = 1
    var start = 0
    while start < classes.count {
      var opening = Self.opening(classes, from: start, using: table)
      while opening != 0 {
        let token = start &+ opening.trailingZeroBitCount
        opening &= opening &- 1
        while next < sentences.count, Int(sentences[next].firstWord) <= token { next += 1 }
        let end = next < sentences.count ? Int(sentences[next].firstWord) : classes.count
        report(token, classes, before: end, table, &matches)
      }
      start += 64
    }
  }

  /// Of the 64 tokens from `start` on, one bit for each that is a phrase or may begin one with the
  /// token behind it. Most do not, and nothing branches on which.
  private static func opening(
    _ classes: Span<Int32>, from start: Int, using table: WordClassTable
  ) -> UInt64 {
    let glances = table.glances.span
    let end = min(start + 64, classes.count)
    var next = end < classes.count ? glances[Int(classes[end])].signature : 0
    var bits: UInt64 = 0
    var token = end
    while token > start {
      token &-= 1
      let word = glances[Int(classes[token])]
      bits = bits &<< 1 | (word.edges & (next | WordClassTable.isPhrase) != 0 ? 1 : 0)
      next = word.signature
    }
    return bits
  }

  /// Reports the phrases that begin with `token` and end before `end`.
  private func report(
    _ token: Int, _ classes: Span<Int32>, before end: Int, _ table: WordClassTable,
    _ matches: inout [PhraseMatch]
  ) {
    let word = table.classes[Int(classes[token])]
    append(table.patterns, word.patterns, from: token, to: token, &matches)
    guard token + 1 < end else { return }
    let next = table.glances[Int(classes[token + 1])].signature
    var index = word.roots.lowerBound
    while index < word.roots.upperBound {
      let root = table.roots[Int(index)]
      if root.edges & next != 0 {
        follow(root.node, to: token + 1, from: token, before: end, classes, table, &matches)
      }
      index += 1
    }
  }

  /// Takes the edges of `node` that the word at `token` satisfies, and reports what ends there.
  private func follow(
    _ node: Int32, to token: Int, from first: Int, before end: Int, _ classes: Span<Int32>,
    _ table: WordClassTable, _ matches: inout [PhraseMatch]
  ) {
    let atoms = table.classes[Int(classes[token])].atoms
    var index = atoms.lowerBound
    while index < atoms.upperBound {
      let next = trie.child(of: node, table.atoms[Int(index)])
      index += 1
      guard let next else { continue }
      let child = trie.nodes[Int(next)]
      append(trie.outputs, child.outputs, from: first, to: token, &matches)
      guard child.edges != 0, token + 1 < end,
        child.edges & table.glances[Int(classes[token + 1])].signature != 0
      else { continue }
      follow(next, to: token + 1, from: first, before: end, classes, table, &matches)
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

  /// What the words that satisfy `atoms` can do: the phrases of one word that they are, the nodes
  /// they enter on the way to longer ones, the edges they may take.
  func roles(
    of atoms: [Int32]
  ) -> (patterns: [Int32], roots: [WordClassTable.Root], continuing: [Int32]) {
    let entered = atoms.compactMap { trie.child(of: PhraseTrie.root, $0) }
    return (
      entered.flatMap { number in trie.nodes[Int(number)].outputs.map { trie.outputs[Int($0)] } },
      entered.map { .init(node: $0, edges: trie.nodes[Int($0)].edges) }.filter { $0.edges != 0 },
      atoms.filter { continues[Int($0)] }
    )
  }
}
