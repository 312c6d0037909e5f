/// Sets that only ever merge.
struct UnionFind {
  private var parents: [Int32]

  init(count: Int) {
    parents = Array(0..<Int32(count))
  }

  /// The set that holds `element`, named by one of its elements.
  mutating func find(_ element: Int) -> Int {
    var root = element
    while Int(parents[root]) != root {
      // Path halving: every other node on the way now points to its grandparent.
      parents[root] = parents[Int(parents[root])]
      root = Int(parents[root])
    }
    return root
  }

  /// Merges two sets. The smaller name stays, so that the result does not depend on the order.
  mutating func union(_ a: Int, _ b: Int) {
    let a = find(a)
    let b = find(b)
    if a < b { parents[b] = Int32(a) } else { parents[a] = Int32(b) }
  }
}
