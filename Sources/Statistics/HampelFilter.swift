extension LevelSeries {
  /// The series with lone outliers pulled in: an observation farther than three standard
  /// deviations from the median of the five around it is set to that distance.
  ///
  /// One or two raised periods are a burst, not a new level; without this, two changes would be
  /// put around them. A level that lasts three periods is its own median and stays.
  ///
  /// Source: F. R. Hampel (1974), JASA 69: 383–393; L. Davies and U. Gather (1993).
  func withoutOutliers(phi: Double) -> LevelSeries {
    guard count >= 5, phi.isFinite else { return self }
    var clipped = y
    for period in y.indices {
      let window = max(0, period - 2)..<min(count, period + 3)
      let median = Quantiles.median(window.map { y[$0] / w[$0] })
      let variance = phi * family.variance(level(from: window.lowerBound, to: window.upperBound))
      let reach = 3 * (variance * w[period]).squareRoot()
      let centre = median * w[period]
      clipped[period] = min(max(y[period], centre - reach), centre + reach)
    }
    // Rounding must not carry a count out of its range.
    return LevelSeries(family: family, y: clipped, w: w, times: times) ?? self
  }
}
