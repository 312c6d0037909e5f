/// The costs of all stretches of a series, computed once for the several passes over it.
struct CostTable<Cost: SegmentCost>: SegmentCost {
  /// Above this, a table takes more memory than its speed is worth.
  private static var maximumCount: Int { 512 }

  private let original: Cost
  private let costs: [Double]

  init(_ cost: Cost) {
    original = cost
    let n = cost.count
    guard n <= Self.maximumCount else {
      costs = []
      return
    }
    var costs: [Double] = []
    costs.reserveCapacity(n * (n + 1) / 2)
    for end in stride(from: 1, through: n, by: 1) {
      for start in 0..<end { costs.append(cost.cost(from: start, to: end)) }
    }
    self.costs = costs
  }

  var count: Int { original.count }

  func cost(from start: Int, to end: Int) -> Double {
    costs.isEmpty ? original.cost(from: start, to: end) : costs[end * (end - 1) / 2 + start]
  }
}
