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

  private static func bestCut(_ cost: CostTable<LevelCost>, grid: Int) -> Int {
    var best = (place: minimumLength, cost: Double.infinity)
    for place in stride(from: minimumLength, through: cost.count - minimumLength, by: grid) {
      let sum = cost.cost(from: 0, to: place) + cost.cost(from: place, to: cost.count)
      if sum < best.cost { best = (place, sum) }
    }
    return best.place
  }
}
