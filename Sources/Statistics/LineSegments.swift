/// The cut of a series into straight lines under noise that remembers.
///
/// x = line of its segment + AR(1) noise. For some ρ from 0 to 1 the series is whitened,
/// z = x(t) − ρ x(t−1), which leaves lines lines, and cut by PELT at the penalty c(α, n) σ²; σ² is
/// that of the residuals, times (1+r)/(1−r) where these still have the autocorrelation r. The ρ and
/// cut of least m ln RSS + c k are kept, so that a wandering series is told from one that turns.
/// The residuals of counts are taken to have at least the variance that counting brings, 1 + ρ² once
/// whitened: where long stretches hold nothing, the fit is perfect and proves nothing.
///
/// Source: J. Bai and P. Perron (1998), Econometrica 66: 47–78, for lines; C. Beaulieu and
/// R. Killick (2018), Journal of Climate 31: 9519–9543, for weighing shifts, trends and memory;
/// S. Chakar et al. (2017) for the whitening.
struct LineSegments: Sendable {
  /// The first place of each segment but the first, in the whitened series.
  var changes: [Int]
  /// Of the noise about the lines.
  var autocorrelation: Double
  /// σ² of the whitened residuals, inflated.
  var scale: Double
  /// The costs of the whitened series; its place i is the original's i + 1.
  var cost: LineCost
  /// −2 ln L and penalties.
  private var criterion: Double

  /// A line needs more values than a level to be one.
  static let minimumLength = 2 * LevelSegments.minimumLength

  /// Of the noise: coarse, as the cut found is weighed against other noise yet.
  private static let autocorrelations = [0, 0.3, 0.6, 0.8, 1]

  /// - Returns: `nil` for a series too short, or without noise about its lines.
  init?(_ series: LevelSeries, critical: Double, grid: Int) {
    guard series.count > 2 * Self.minimumLength else { return nil }
    let values = zip(series.y, series.w).map(/)
    let deviations = series.deviations()
    let candidates = Self.autocorrelations.compactMap { rho in
      LineSegments(
        LineCost(values, times: series.times, deviations: deviations, autocorrelation: rho),
        autocorrelation: rho, least: series.family == .gaussian ? 0 : 1 + rho * rho,
        critical: critical, grid: grid)
    }
    guard let best = candidates.min(by: { $0.criterion < $1.criterion }) else { return nil }
    self = best
  }

  /// - Parameter least: the variance that whitened residuals have at least.
  private init?(
    _ cost: LineCost, autocorrelation: Double, least: Double, critical: Double, grid: Int
  ) {
    let count = Double(cost.count)
    let total = cost.cost(from: 0, to: cost.count)
    guard total > 0, total.isFinite else { return nil }
    var noise = Self.noise(cost, changes: [], least: least)
    var best: (changes: [Int], scale: Double, criterion: Double)?
    var changes: [Int] = []
    for _ in 0..<6 {
      let price = critical * noise.inflation * Double(changes.count)
      let criterion = count * Double.log(noise.squares / count) + price
      if best.map({ criterion < $0.criterion }) ?? true {
        best = (changes, noise.variance * noise.inflation, criterion)
      }
      let next = pelt(
        cost, penalty: critical * noise.variance * noise.inflation,
        minimumLength: Self.minimumLength, grid: grid)
      if next == changes { break }
      changes = next
      noise = Self.noise(cost, changes: changes, least: least)
      guard noise.squares > 1e-12 * total else { break }
    }
    guard let best, best.scale > 0 else { return nil }
    self.changes = best.changes
    self.autocorrelation = autocorrelation
    scale = best.scale
    criterion = best.criterion
    self.cost = cost
  }

  private static func noise(
    _ cost: LineCost, changes: [Int], least: Double
  ) -> (squares: Double, variance: Double, inflation: Double) {
    let edges = [0] + changes + [cost.count]
    let residuals = zip(edges, edges.dropFirst()).flatMap { cost.residuals(from: $0, to: $1) }
    let squares = residuals.reduce(0) { $0 + $1 * $1 }
    let free = max(1, cost.count - 2 * (edges.count - 1))
    return (
      max(squares, least * Double(cost.count)), max(squares / Double(free), least),
      Autocorrelation.inflation(of: residuals)
    )
  }
}
