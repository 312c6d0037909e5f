/// Pruned exact linear time: the segmentation of least Σ cost + penalty × changes.
///
/// F(t) = min over s of F(s) + C(s, t) + β. A start s is dropped for good once F(s) + C(s, t)
/// exceeds F(t), as starting at t is then never worse; where segments have a minimum length, from
/// t plus that length on. Exact for costs that no cut increases, as likelihoods are.
///
/// Source: R. Killick, P. Fearnhead and I. A. Eckley (2012), JASA 107: 1590–1598.
/// - Parameters:
///   - penalty: β, in the units of the cost.
///   - minimumLength: of a segment, in periods.
///   - grid: changes are looked for at multiples of this only.
/// - Returns: the first period of each segment but the first, ascending.
public func pelt(
  _ cost: some SegmentCost, penalty: Double, minimumLength: Int = 1, grid: Int = 1
) -> [Int] {
  let n = cost.count
  let grid = max(1, grid)
  let shortest = max(1, minimumLength)
  guard n >= 2 * shortest, !penalty.isNaN else { return [] }
  var best = Array(repeating: Double.infinity, count: n + 1)
  var previous = Array(repeating: 0, count: n + 1)
  best[0] = -penalty
  var starts: [(start: Int, dropped: Int)] = [(0, .max)]
  var ends = Array(stride(from: grid, to: n, by: grid)).filter { $0 >= shortest }
  ends.append(n)
  var entering = ends.startIndex
  for end in ends {
    // A start enters once a segment from it can be long enough.
    while ends[entering] <= end - shortest {
      starts.append((ends[entering], .max))
      entering += 1
    }
    starts.removeAll { $0.dropped <= end }
    var costs = Array(repeating: 0.0, count: starts.count)
    for (index, candidate) in starts.enumerated() {
      costs[index] = best[candidate.start] + cost.cost(from: candidate.start, to: end)
      if costs[index] + penalty < best[end] {
        best[end] = costs[index] + penalty
        previous[end] = candidate.start
      }
    }
    for index in starts.indices where costs[index] > best[end] && starts[index].dropped == .max {
      starts[index].dropped = end + shortest
    }
  }
  var changes: [Int] = []
  var position = previous[n]
  while position > 0 {
    changes.append(position)
    position = previous[position]
  }
  return changes.reversed()
}
