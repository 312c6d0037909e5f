/// The effect of an intervention at a known time: by how much the level jumps and the slope turns.
///
/// y = β₀ + β₁ t + β₂ D + β₃ D (t − t₀), D = 1 from the intervention t₀ on, by (weighted) least
/// squares with Newey–West errors. β₂ is the jump at t₀ and β₃ the turn per period, both against what the trend
/// before would have brought: it assumes that nothing else happened at t₀ and that the trend was a
/// straight line.
///
/// Source: A. K. Wagner et al. (2002), Journal of Clinical Pharmacy and Therapeutics 27: 299–309.
public struct InterruptedSeries: Sendable, Hashable {
  public struct Effect: Sendable, Hashable {
    public let size: Double
    /// Newey and West's.
    public let error: Double
    let degrees: Double

    /// Of 95 %, by Student's t.
    public var interval: Interval {
      let half = error * StudentDistribution.twoSidedQuantile(0.05, degrees: degrees)
      return Interval(size - half, size + half)
    }

    /// Two-sided, by Student's t.
    public var pValue: Double {
      error > 0 ? StudentDistribution.twoSided(size / error, degrees: degrees) : .nan
    }

    /// In standard errors.
    var strength: Double { error > 0 ? abs(size) / error : 0 }
  }

  public var level: Effect
  public var slope: Effect
  /// The level at t₀ had the trend before gone on.
  public var expected: Double
  /// The same at the last time.
  public var expectedLast: Double

  /// Values on either side that an effect needs.
  public static let minimumCount = 3

  /// - Parameters:
  ///   - start: the index of the first value under the intervention; at least three values on
  ///     either side.
  ///   - times: ascending; consecutive integers if `nil`.
  ///   - weights: of the values, positive: the inverse of their variances up to a factor.
  ///   - lags: of the errors; ``LeastSquares/defaultLags(_:)`` if `nil`.
  public init?(
    _ values: [Double], start: Int, times: [Double]? = nil, weights: [Double]? = nil,
    lags: Int? = nil
  ) {
    guard
      let lines = TwoLines(values, times: times, weights: weights),
      let fit = lines.interrupted(at: start, lags: lags)
    else { return nil }
    self = fit
  }

  init(level: Effect, slope: Effect, expected: Double, expectedLast: Double) {
    self.level = level
    self.slope = slope
    self.expected = expected
    self.expectedLast = expectedLast
  }

  /// For either effect, the share of other starts at which one is as many standard errors, the
  /// event's own among them: (1 + as strong) / (1 + tried). A test that believes neither the
  /// distribution of the errors nor that only the event could have had an effect.
  ///
  /// Starts nearer to the event than `minimumCount` are left out; of the rest `tries` are drawn,
  /// the same for the same `seed`.
  ///
  /// Source: M. Bertrand, E. Duflo and S. Mullainathan (2004), Quarterly Journal of Economics 119:
  /// 249–275; A. Abadie, A. Diamond and J. Hainmueller (2010), JASA 105: 493–505.
  /// - Returns: `nil` where ``init(_:start:times:weights:lags:)`` does, and with no other start.
  public static func placebo(
    _ values: [Double], start: Int, times: [Double]? = nil, weights: [Double]? = nil,
    lags: Int? = nil, tries: Int = 99, seed: UInt64 = 1
  ) -> (level: Double, slope: Double)? {
    guard
      let lines = TwoLines(values, times: times, weights: weights),
      let event = lines.interrupted(at: start, lags: lags)
    else { return nil }
    var others = stride(from: minimumCount, through: values.count - minimumCount, by: 1)
      .filter { abs($0 - start) >= minimumCount }
    guard !others.isEmpty else { return nil }
    var random = SplitMix64(state: seed)
    others.shuffle(using: &random)
    var (level, slope, tried) = (1, 1, 1)
    for other in others.prefix(tries) {
      guard let placebo = lines.interrupted(at: other, lags: lags) else { continue }
      tried += 1
      if placebo.level.strength >= event.level.strength { level += 1 }
      if placebo.slope.strength >= event.slope.strength { slope += 1 }
    }
    return (Double(level) / Double(tried), Double(slope) / Double(tried))
  }
}
