/// A series on the scale on which the scatter of its observations does not follow its level, so that
/// no description gains by taking the scatter for smaller.
///
/// Shares: asin √((y + ⅜)/(w + ¾)), of deviation ½/√(w + ½); rates: √((y + ⅜)/w), of deviation
/// ½/√w; values as they are.
///
/// Source: F. J. Anscombe (1948), Biometrika 35: 246–254.
struct StableSeries: Sendable {
  var values: [Double]
  /// What counting, or a value's unit variance, brings.
  var deviations: [Double]
  /// Ascending.
  var times: [Double]
  /// Whether deviations are the least that there can be.
  var isCount: Bool

  init(_ series: LevelSeries) {
    times = series.times
    isCount = series.family != .gaussian
    switch series.family {
    case .gaussian:
      values = series.y
      deviations = series.w.map { _ in 1 }
    case .binomial:
      values = zip(series.y, series.w).map { y, w in
        Double.asin(min(1, (max(0, y + 0.375) / (w + 0.75)).squareRoot()))
      }
      deviations = series.w.map { 0.5 / ($0 + 0.5).squareRoot() }
    case .poisson:
      values = zip(series.y, series.w).map { (max(0, $0 + 0.375) / $1).squareRoot() }
      deviations = series.w.map { 0.5 / $0.squareRoot() }
    }
  }

  init(values: [Double], times: [Double]) {
    self.values = values
    self.times = times
    deviations = values.map { _ in 1 }
    isCount = false
  }
}
