/// The cut of a series into levels, at a penalty that follows from its noise.
///
/// PELT cuts at the penalty c(α, n) φ (1+ρ)/(1−ρ). A change that is not yet known makes the noise
/// look larger, the more so the shorter the series; so the noise is first measured on both sides
/// of the best single cut, then about the cuts found, until these no longer move. Lone outliers are
/// pulled in before.
struct LevelSegments: Sendable {
  /// The first period of each segment but the first.
  var changes: [Int] = []
  var noise: Dispersion
  /// The series without lone outliers.
  var clipped: LevelSeries
  var cost: CostTable<LevelCost>

  static let minimumLength = 3

  /// - Returns: `nil` for a series too short to cut, or without noise.
  init?(_ series: LevelSeries, critical: Double, grid: Int) {
    guard series.count >= 2 * Self.minimumLength else { return nil }
    let first = Dispersion(of: series)
    clipped = series.withoutOutliers(phi: first.phi)
    cost = CostTable(LevelCost(clipped))
    noise = Dispersion(of: clipped, changes: [Self.bestCut(cost, grid: grid)])
    guard noise.phi > 0, noise.scale.isFinite else { return nil }
    for _ in 0..<5 where !noise.isWandering {
      let found = pelt(
        cost, penalty: critical * noise.scale, minimumLength: Self.minimumLength, grid: grid)
      if found == changes { break }
      changes = found
      noise.grow(to: Dispersion(of: clipped, changes: changes))
    }
    if noise.isWandering { changes = [] }
  }

  /// The changes without those that bound a stretch which does not last: of a short one, at least as
  /// many periods as the shortest may have must be nearer to its own level than to its neighbours'.
  /// Two raised periods drag a third along with them, and are a burst.
  var lastingChanges: [Int] {
    var edges = [0] + changes + [clipped.count]
    var index = 1
    while index + 2 < edges.count {
      let levels = (index - 1...index + 1).map { clipped.level(from: edges[$0], to: edges[$0 + 1]) }
      let stretch = edges[index]..<edges[index + 1]
      let own = stretch.count { period in
        let value = clipped.y[period] / clipped.w[period]
        let distance = abs(value - levels[1])
        return distance < abs(value - levels[0]) && distance < abs(value - levels[2])
      }
      if stretch.count < 2 * Self.minimumLength, own < Self.minimumLength {
        // It goes to the neighbour that it is more like.
        let isLikeFirst = abs(levels[1] - levels[0]) < abs(levels[1] - levels[2])
        edges.remove(at: isLikeFirst ? index : index + 1)
        index = max(1, index - 1)
      } else {
        index += 1
      }
    }
    return Array(edges.dropFirst().dropLast())
  }

  private static func bestCut(_ cost: CostTable<LevelCost>, grid: Int) -> Int {
    var best = (place: minimumLength, cost: Double.infinity)
    for place in stride(from: minimumLength, through: cost.count - minimumLength, by: grid) {
      let sum = cost.cost(from: 0, to: place) + cost.cost(from: place, to: cost.count)
      if sum < best.cost { best = (place, sum) }
    }
    return best.place
  }
}
