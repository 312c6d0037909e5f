/// The changes of level in a series: where, how sure, how large.
///
/// 1. The noise is measured from differences (`Dispersion`), which levels do not disturb, and lone
///    outliers are pulled in.
/// 2. ``pelt(_:penalty:minimumLength:grid:)`` cuts the series exactly, at the penalty c(α, n) φ
///    (1+ρ)/(1−ρ): c is the value that the largest likelihood ratio of a series of n periods
///    without any change exceeds with probability α (``SupremumTest``), φ the dispersion and ρ the
///    autocorrelation. φ is then measured about the levels found, and the cut repeated while it
///    grows.
/// 3. A series that a straight line tells better is not cut (`TrendComparison`).
/// 4. Each change is tested between its neighbours by the same law and dropped if its p-value
///    exceeds α. Its interval holds all places whose likelihood ratio against the best is below
///    −2 ln(1 − √0.95) = 7.35.
///
/// Assumes levels that last at least three periods, noise that is weakly dependent, no seasons.
///
/// Source: Killick et al. (2012) for the cut, Estrella (2003) for the law, B. E. Hansen (2000),
/// Econometrica 68: 575–603, for the interval of the date.
public struct ChangePoints: Sendable, Hashable {
  public struct Change: Sendable, Hashable {
    /// The first period of the new segment.
    public var period: Int
    /// The 95 % interval of `period`.
    public var periods: ClosedRange<Int>
    public var before: Double
    public var after: Double
    /// Of `after − before`.
    public var effect: Interval
    /// The likelihood ratio, in units of the noise.
    public var statistic: Double
    public var pValue: Double
  }

  public var changes: [Change] = []
  /// p of the single change that suits the whole series best, found or not: what a series without
  /// changes contributes to the false discovery rate. `nil` for a series too short to test.
  public var strongest: Double?
  /// The dispersion φ.
  public var dispersion: Double
  public var autocorrelation: Double
  /// The penalty per change, in units of −2 ln L.
  public var penalty: Double
  /// Whether changes were given up because the series merely has a trend.
  public var isTrend = false

  /// The shortest segment.
  public static let minimumLength = 3
  /// Longer series are cut at multiples of count / 2,000 periods only.
  static let maximumGrid = 2_000

  /// - Parameter alpha: the probability of finding a change in a series that has none.
  public init(in series: LevelSeries, alpha: Double = 0.01) {
    var noise = Dispersion(of: series)
    let clipped = series.withoutOutliers(phi: noise.phi)
    let grid = max(1, series.count / Self.maximumGrid)
    let test = SupremumTest(
      parameters: 1, trimming: Double(Self.minimumLength) / Double(max(1, series.count)))
    let critical = test.criticalValue(alpha)
    guard series.count >= 2 * Self.minimumLength, noise.phi > 0, noise.scale.isFinite else {
      dispersion = noise.phi
      autocorrelation = noise.autocorrelation
      penalty = critical * noise.scale
      return
    }
    let cost = CostTable(LevelCost(clipped))
    var found: [Int] = []
    for _ in 0..<5 {
      found = pelt(
        cost, penalty: critical * noise.scale, minimumLength: Self.minimumLength, grid: grid)
      let phi = noise.phi
      noise.include(residualsOf: clipped, changes: found)
      if noise.phi <= phi { break }
    }
    dispersion = noise.phi
    autocorrelation = noise.autocorrelation
    penalty = critical * noise.scale
    let examination = ChangeExamination(cost: cost, series: series, scale: noise.scale)
    strongest = examination.strongest(grid: grid)
    if TrendComparison(series: clipped, inflation: noise.inflation).prefersLine(to: found) {
      isTrend = true
      return
    }
    changes = examination.changes(at: found, alpha: alpha)
  }
}
