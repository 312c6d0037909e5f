/// How large the changes of a series are, measured on the observations themselves.
struct ChangeEffects {
  var series: LevelSeries
  /// What the variance of the family is multiplied by.
  var scale: Double

  /// The difference of levels. Newcombe's interval for shares, its trials divided by the inflation
  /// of the variance; for counts and values, z or t standard errors.
  func ofLevels(_ dated: ChangeTest<CostTable<LevelCost>>.Dated) -> ChangePoints.Change {
    let a = sums(dated.range.lowerBound..<dated.place)
    let b = sums(dated.place..<dated.range.upperBound)
    let difference = b.y / b.w - a.y / a.w
    let interval: Interval
    switch series.family {
    case .binomial:
      interval =
        newcombeInterval(
          first: (a.y / scale, a.w / scale), second: (b.y / scale, b.w / scale))
        ?? Interval(difference, difference)
    case .poisson:
      let half =
        NormalDistribution.z95 * (scale * (a.y / a.w / a.w + b.y / b.w / b.w)).squareRoot()
      interval = Interval(difference - half, difference + half)
    case .gaussian:
      let t = StudentDistribution.twoSidedQuantile(
        0.05, degrees: Double(max(1, series.count - 2)))
      let half = t * (scale * (1 / a.w + 1 / b.w)).squareRoot()
      interval = Interval(difference - half, difference + half)
    }
    return ChangePoints.Change(
      period: dated.place, periods: dated.places, before: a.y / a.w, after: b.y / b.w,
      effect: difference, effectInterval: interval, statistic: dated.statistic,
      pValue: dated.pValue)
  }

  /// The difference of slopes ± t standard errors, weighed by the family's variance, with the
  /// residuals' own scatter, of counts at least the family's, and autocorrelation. Places are those
  /// of whitened series, one before the original's.
  func ofLines(_ dated: ChangeTest<LineCost>.Dated) -> ChangePoints.Change {
    let start = dated.range.lowerBound == 0 ? 0 : dated.range.lowerBound + 1
    let place = dated.place + 1
    let end = dated.range.upperBound + 1
    let levels = zip(series.y, series.w).map(/)
    let weights = series.deviations().map { 1 / ($0 * $0) }
    func line(_ stretch: Range<Int>) -> StraightLine {
      StraightLine(
        levels[stretch], times: series.times[stretch], weights: Array(weights[stretch]))
    }
    let (before, after) = (line(start..<place), line(place..<end))
    let residuals = before.residuals + after.residuals
    let free = Double(max(1, residuals.count - 4))
    let least = series.family == .gaussian ? 0.0 : 1
    let variance =
      max((before.squares + after.squares) / free, least)
      * Autocorrelation.inflation(of: residuals)
    let error = (variance * (1 / before.spread + 1 / after.spread)).squareRoot()
    let half = StudentDistribution.twoSidedQuantile(0.05, degrees: free) * error
    let effect = after.slope - before.slope
    let (levelBefore, levelAfter) = (sums(start..<place), sums(place..<end))
    return ChangePoints.Change(
      period: place, periods: dated.places.lowerBound + 1...dated.places.upperBound + 1,
      before: levelBefore.y / levelBefore.w, after: levelAfter.y / levelAfter.w, effect: effect,
      effectInterval: Interval(effect - half, effect + half), statistic: dated.statistic,
      pValue: dated.pValue)
  }

  private func sums(_ range: Range<Int>) -> (y: Double, w: Double) {
    (series.y[range].reduce(0, +), series.w[range].reduce(0, +))
  }
}
