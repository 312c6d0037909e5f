/// A straight line through values at given times, by weighted least squares.
struct StraightLine: Sendable, Hashable {
  var slope: Double
  /// At time 0.
  var level: Double
  /// Σ w (t − t̄)²: the variance of the slope is that of the noise divided by this.
  var spread: Double
  /// Each value's distance from the line, times √w.
  var residuals: [Double]

  /// Σ w (value − line)².
  var squares: Double { residuals.reduce(0) { $0 + $1 * $1 } }

  /// - Parameter weights: positive; the three have one length.
  init(_ values: some Collection<Double>, times: some Collection<Double>, weights: [Double]) {
    let total = weights.reduce(0, +)
    let time = zip(times, weights).reduce(0) { $0 + $1.0 * $1.1 / total }
    let mean = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 / total }
    var (tt, ty) = (0.0, 0.0)
    for ((value, t), weight) in zip(zip(values, times), weights) {
      tt += weight * (t - time) * (t - time)
      ty += weight * (t - time) * (value - mean)
    }
    let slope = tt > 0 ? ty / tt : 0
    let level = mean - slope * time
    spread = tt
    self.slope = slope
    self.level = level
    residuals = zip(zip(values, times), weights).map { point, weight in
      (point.0 - level - slope * point.1) * weight.squareRoot()
    }
  }
}
