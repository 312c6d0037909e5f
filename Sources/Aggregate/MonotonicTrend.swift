internal import Statistics

/// The trend of a series: Mann–Kendall, its variance corrected after Hamed and Rao for the
/// autocorrelation of the nearer lags, with Sen's slope if it is significant.
///
/// The correction is used to widen only: negative autocorrelation, and the many lags of the
/// original whose estimates are chance, would make a trend of nothing. In short series no lag is
/// significant, and the original corrects nothing; so the variance is at least that of a
/// first-order autoregression.
struct MonotonicTrend: Sendable {
  struct Line: Sendable {
    /// Per period.
    var slope: Double
    var interval: Interval
  }

  var pValue: Double
  /// `nil` unless p ≤ alpha.
  var line: Line?

  /// - Returns: `nil` for fewer than three values and for values that are all equal.
  init?(_ levels: [Double], periods: [Int], alpha: Double) {
    guard let plain = MannKendall(levels), plain.variance > 0 else { return nil }
    pValue = plain.pValue
    // A correction that can only widen has nothing to say of what is not significant.
    guard pValue <= alpha else { return }
    var test = plain
    let times = periods.map(Double.init)
    let sen = SenSlope(levels, times: times) { slope in
      test.variance = Self.variance(of: plain, levels, times: times, slope: slope)
      return test.variance / plain.variance
    }
    guard let sen else { return }
    pValue = test.pValue
    if pValue <= alpha { line = Line(slope: sen.slope, interval: sen.interval) }
  }

  private static func variance(
    of plain: MannKendall, _ levels: [Double], times: [Double], slope: Double
  ) -> Double {
    // The usual number of lags of an autocorrelation function: ten per power of ten.
    var (lags, power) = (10, 10)
    while power < levels.count {
      power *= 10
      lags += 10
    }
    lags = min(lags, levels.count / 4)
    let corrected = MannKendall.hamedRao(levels, slope: slope, lags: lags)?.variance ?? 0
    let remembering = plain.variance * MannKendall.inflation(levels, times: times, slope: slope)
    return max(plain.variance, corrected, remembering)
  }
}
