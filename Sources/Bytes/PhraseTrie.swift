/// Phrases as a trie of atoms, in a hash table.
///
/// A node stands where its parent and the atom that leads to it hash to: one look there tells
/// whether there is such an edge and what lies behind it. Most edges that a text asks for do not
/// exist; a filter says so of nearly all of them, in memory that is small enough to stay in the
/// processor's cache.
struct PhraseTrie: Sendable {
  struct Node: Sendable {
    /// `free` where no node stands.
    var parent: Int32 = PhraseTrie.free
    var atom: Int32 = 0
    /// Where the patterns that end here lie in `PhraseTrie.outputs`.
    var outputs: Range<Int32> = 0..<0
    /// The atoms of the node's edges, as `signature` bits: most next words are ruled out by it.
    var edges: UInt64 = 0
  }

  /// The parent of the nodes that phrases begin with.
  static let root: Int32 = -1
  private static let free: Int32 = -2

  private(set) var nodes: [Node]
  private(set) var outputs: [Int32] = []
  /// A bit for each edge, where its hash says.
  private var filter: [UInt64]

  init(_ phrases: Phrases) {
    // No more nodes than words.
    var size = 64
    while size * 3 < phrases.atoms.count * 4 { size *= 2 }
    nodes = Array(repeating: Node(), count: size)
    filter = Array(repeating: 0, count: size / 8)
    var ends: [(node: Int32, pattern: Int32)] = []
    ends.reserveCapacity(phrases.indices.count)
    for index in phrases.indices where !phrases[index].isEmpty {
      var node = Self.root
      for place in phrases[index] { node = insert(phrases.atoms[place], behind: node) }
      ends.append((node, phrases.patterns[index]))
    }
    setOutputs(ends)
  }

  /// One of 63 bits, for the sets of atoms that stand for a word or for a node's edges.
  static func signature(_ atom: Int32) -> UInt64 { 1 << UInt64(atom % 63) }

  /// The node to which `atom` leads from `parent`; `nil` where there is no such edge.
  @inline(__always)
  func child(of parent: Int32, _ atom: Int32) -> Int32? {
    let hash = Self.hash(parent, atom)
    let bit = Int(truncatingIfNeeded: hash) & (filter.count &* 64 &- 1)
    guard filter[bit &>> 6] &>> UInt64(bit & 63) & 1 != 0 else { return nil }
    let place = find(parent, atom, hash)
    return nodes[place].parent == Self.free ? nil : Int32(truncatingIfNeeded: place)
  }

  /// The node to which `atom` leads from `parent`, a new one where there is none yet.
  private mutating func insert(_ atom: Int32, behind parent: Int32) -> Int32 {
    let hash = Self.hash(parent, atom)
    let place = find(parent, atom, hash)
    if nodes[place].parent == Self.free {
      nodes[place].parent = parent
      nodes[place].atom = atom
      let bit = Int(truncatingIfNeeded: hash) & (filter.count * 64 - 1)
      filter[bit >> 6] |= 1 << UInt64(bit & 63)
      if parent != Self.root { nodes[Int(parent)].edges |= Self.signature(atom) }
    }
    return Int32(place)
  }

  /// The place of a node, or the free one where it belongs.
  @inline(__always)
  private func find(_ parent: Int32, _ atom: Int32, _ hash: UInt64) -> Int {
    let mask = nodes.count - 1
    var place = Int(truncatingIfNeeded: hash &>> 32) & mask
    while nodes[place].parent != Self.free,
      nodes[place].parent != parent || nodes[place].atom != atom
    { place = (place + 1) & mask }
    return place
  }

  private static func hash(_ parent: Int32, _ atom: Int32) -> UInt64 {
    let key = UInt64(UInt32(bitPattern: parent)) << 32 | UInt64(UInt32(bitPattern: atom))
    let mixed = (key ^ key &>> 29) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ mixed &>> 32
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
}
