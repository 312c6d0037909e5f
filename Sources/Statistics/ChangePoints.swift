/// The changes in a series: where, how sure, how large.
///
/// Three things can explain why a series is not flat, and each is given its chance:
/// 1. *Levels*: `LevelSegments` cuts it, exactly, at the penalty c(α, n) φ (1+ρ)/(1−ρ). c is the
///    value that the largest likelihood ratio of n periods without any change exceeds with
///    probability α (``SupremumTest``), φ the dispersion and ρ the autocorrelation.
/// 2. *Lines*: where the autocorrelation swallows all levels, or a straight line is better than
///    the levels found (`TrendComparison`), `LineSegments` cuts it into trends, so that a steady
///    rise is one piece and a change is a turn of the trend.
/// 3. *Memory*: a series that only wanders has neither.
///
/// Each change is tested between its neighbours by the same law and dropped if its p-value exceeds
/// α, which is never below that of the exact test of the counts on either side (`Evidence`); and all
/// together must explain the series better than memory does (`MemorySelection`). The date's
/// interval holds all places whose likelihood ratio against the best is below
/// −2 ln(1 − √0.95) = 7.35.
///
/// Assumes segments of at least three periods (six for lines), noise that is weakly dependent
/// about them, no seasons.
///
/// Source: Killick et al. (2012) for the cut, Estrella (2003) for the law, B. E. Hansen (2000),
/// Econometrica 68: 575–603, for the interval of the date.
public struct ChangePoints: Sendable, Hashable {
  public enum Shape: String, Sendable, Hashable { case levels, lines }

  public struct Change: Sendable, Hashable {
    /// The first period of the new segment.
    public var period: Int
    /// The 95 % interval of `period`.
    public var periods: ClosedRange<Int>
    /// The levels of the segments on either side, also of lines.
    public var before: Double
    public var after: Double
    /// Of levels, the difference; of lines, that of their slopes per period.
    public var effect: Double
    public var effectInterval: Interval
    /// The likelihood ratio, in units of the noise.
    public var statistic: Double
    public var pValue: Double
    /// The probability of a change of level within `periods`, by ``ChangePosterior``; `nil` for a
    /// turn of a trend.
    public var posterior: Double?
  }

  public var changes: [Change] = []
  public var shape = Shape.levels
  /// p of the single change of level that suits the whole series best, found or not: what a series
  /// without changes contributes to the false discovery rate. `nil` if there is nothing to test.
  public var strongest: Double?
  /// By how much dispersion and autocorrelation about levels inflate the variance of a mean; 1
  /// where there is no noise to measure.
  public var scale = 1.0
  /// The part of `scale` that is not memory.
  public var dispersion = 1.0

  /// Longer series are cut at multiples of count / 2,000 periods only.
  static let maximumGrid = 2_000

  /// - Parameter alpha: the probability of finding a change in a series that has none.
  public init(in series: LevelSeries, alpha: Double = 0.01) {
    let grid = max(1, series.count / Self.maximumGrid)
    let shortest = LevelSegments.minimumLength
    let critical = SupremumTest(
      parameters: 1, trimming: Double(shortest) / Double(max(1, series.count))
    ).criticalValue(alpha)
    guard let levels = LevelSegments(series, critical: critical, grid: grid) else { return }
    scale = levels.noise.scale
    dispersion = levels.noise.phi
    let evidence = Evidence(series)
    let test = ChangeTest(
      cost: levels.cost, scale: levels.noise.lastingScale, parameters: 1, shortest: shortest,
      leastP: evidence.leastP,
      remembering: { places in
        MemorySelection(
          changes: places, in: StableSeries(levels.clipped), parameters: 1, critical: critical
        ).standing(of: places.count)
      })
    let (place, ratio) = test.strongest(grid: grid)
    strongest = max(
      test.pValue(ratio, count: series.count), evidence.leastP(at: place, in: 0..<series.count))
    let line = TrendComparison(series: levels.clipped, inflation: levels.noise.inflation)
    if !line.isBetter(than: levels.changes) {
      let effects = ChangeEffects(series: series, scale: test.scale)
      let lasting = levels.lastingChanges
      changes = test.changes(at: lasting, alpha: alpha).map(effects.ofLevels)
      addPosteriors(levels.clipped, scale: test.scale, shortest: shortest, grid: grid)
    }
    // What even independent noise could bring forth needs no other explanation.
    let isFlat = test.pValue(ratio * test.scale / levels.noise.phi, count: series.count) > alpha
    if changes.isEmpty, !isFlat {
      findLines(in: levels.clipped, of: series, evidence, alpha, grid)
    }
  }

  private mutating func addPosteriors(
    _ clipped: LevelSeries, scale: Double, shortest: Int, grid: Int
  ) {
    guard !changes.isEmpty,
      let posterior = ChangePosterior(clipped, scale: scale, shortest: shortest, grid: grid)
    else { return }
    for index in changes.indices {
      changes[index].posterior = posterior.probability(in: changes[index].periods)
    }
  }

  private mutating func findLines(
    in clipped: LevelSeries, of series: LevelSeries, _ evidence: Evidence, _ alpha: Double,
    _ grid: Int
  ) {
    let shortest = LineSegments.minimumLength
    let critical = SupremumTest(
      parameters: 2, trimming: Double(shortest) / Double(series.count)
    ).criticalValue(alpha)
    guard let lines = LineSegments(clipped, critical: critical, grid: grid) else { return }
    let test = ChangeTest(
      cost: lines.cost, scale: lines.scale, parameters: 2, shortest: shortest,
      // Places of the whitened series are one before the original's.
      leastP: { place, range in
        let start = range.lowerBound == 0 ? 0 : range.lowerBound + 1
        let whole = start..<range.upperBound + 1
        return evidence.suffices(at: place + 1, in: whole, shortest: shortest) ? 0 : 1
      },
      remembering: { places in
        MemorySelection(
          changes: places.map { $0 + 1 }, in: StableSeries(clipped), parameters: 2,
          critical: critical
        ).standing(of: places.count)
      })
    let effects = ChangeEffects(series: series, scale: lines.scale)
    changes = test.changes(at: lines.changes, alpha: alpha).map(effects.ofLines)
    if !changes.isEmpty { shape = .lines }
  }
}
