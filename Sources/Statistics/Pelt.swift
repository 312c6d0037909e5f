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
  var candidates = [Candidate(start: 0)]
  var ends = Array(stride(from: grid, to: n, by: grid)).filter { $0 >= shortest }
  ends.append(n)
  var entering = ends.startIndex
  for end in ends {
    // A start enters once a segment from it can be long enough.
    while ends[entering] <= end - shortest {
      candidates.append(Candidate(start: ends[entering]))
      entering += 1
    }
    var kept = 0
    var (least, origin) = (Double.infinity, 0)
    for index in candidates.indices {
      var candidate = candidates[index]
      if candidate.dropped <= end { continue }
      candidate.cost = best[candidate.start] + cost.cost(from: candidate.start, to: end)
      if candidate.cost < least { (least, origin) = (candidate.cost, candidate.start) }
      candidates[kept] = candidate
      kept += 1
    }
    candidates.removeLast(candidates.count - kept)
    best[end] = least + penalty
    previous[end] = origin
    for index in candidates.indices
    where candidates[index].cost > best[end] && candidates[index].dropped == .max {
      candidates[index].dropped = end + shortest
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

/// A place where the last segment may begin.
private struct Candidate {
  var start: Int
  /// The end from which on it is never the best.
  var dropped = Int.max
  /// Of the best cut up to it and the segment from it to the present end.
  var cost = 0.0
}
