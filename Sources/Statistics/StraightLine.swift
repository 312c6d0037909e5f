/// An ordinary least-squares line through values at consecutive times from 0.
struct StraightLine: Sendable, Hashable {
  var slope: Double
  /// At time 0.
  var level: Double
  /// Σ (t − t̄)²: the variance of the slope is that of the noise divided by this.
  var spread: Double

  init(_ values: ArraySlice<Double>) {
    let n = Double(values.count)
    let middle = (n - 1) / 2
    let mean = values.reduce(0) { $0 + $1 / n }
    spread = n * (n * n - 1) / 12
    let product = values.enumerated().reduce(0) {
      $0 + (Double($1.offset) - middle) * ($1.element - mean)
    }
    slope = spread > 0 ? product / spread : 0
    level = mean - slope * middle
  }

  func residuals(of values: ArraySlice<Double>) -> [Double] {
    values.enumerated().map { $0.element - level - slope * Double($0.offset) }
  }
}
