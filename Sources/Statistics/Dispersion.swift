/// How far the observations of a series scatter about their levels, as the multiple φ of the
/// variance that the family gives: 1 for pure binomial or Poisson noise, σ² for a Gaussian.
///
/// From differences of observations `lag` apart, which a few changes of level hardly touch: the
/// mean of (y₁/w₁ − y₂/w₂)² / (V(μ)(1/w₁ + 1/w₂)), μ being the pair's own level. Pairs without any
/// event say nothing and are left out. Terms above nine times the mean are set to that, so that
/// a change or an outlier weighs as one observation of three standard deviations.
///
/// Under autocorrelation ρ at lag 1 the differences at lag k have the variance φ(1 − ρᵏ), hence
/// ρ = φ₂/φ₁ − 1 whatever the levels do: the estimator of Chakar et al., with a Winsorized mean in
/// place of the median, which is 0 for most sparse series.
///
/// Source: J. von Neumann et al. (1941) for differences; S. Chakar, E. Lebarbier, C. Lévy-Leduc
/// and S. Robin (2017), Bernoulli 23: 1408–1447.
struct Dispersion: Sendable, Hashable {
  /// φ of the observations, never below 1 for counts.
  var phi: Double
  /// ρ, from 0 to `maximumAutocorrelation`; negative values are taken as 0.
  var autocorrelation: Double

  /// Beyond, a series is taken for a random walk.
  static let maximumAutocorrelation = 0.95

  /// By how much autocorrelation inflates the variance of the mean of a long stretch.
  var inflation: Double { (1 + autocorrelation) / (1 - autocorrelation) }

  /// What a likelihood ratio is divided by to be that of independent, family-like noise.
  var scale: Double { phi * inflation }

  init(of series: LevelSeries) {
    let first = Self.squaredDifferences(of: series, lag: 1)
    let second = Self.squaredDifferences(of: series, lag: 2)
    let phi1 = Self.winsorizedMean(first)
    let phi2 = Self.winsorizedMean(second)
    let ratio = phi1 > 0 ? phi2 / phi1 - 1 : 0
    autocorrelation = min(max(0, ratio), Self.maximumAutocorrelation)
    // Differences of neighbours lack the part of the variance that they share.
    phi = phi1 / (1 - autocorrelation)
    if series.family != .gaussian { phi = max(1, phi) }
  }

  /// Raises φ to what the residuals about the segments' own levels show: differences miss the
  /// slow part of the noise.
  mutating func include(residualsOf series: LevelSeries, changes: [Int]) {
    var squares: [Double] = []
    let edges = [0] + changes + [series.count]
    for (start, end) in zip(edges, edges.dropFirst()) {
      let level = series.level(from: start, to: end)
      let variance = series.family.variance(level)
      for period in start..<end {
        let residual = series.y[period] - level * series.w[period]
        squares.append(variance > 0 ? residual * residual / (variance * series.w[period]) : 0)
      }
    }
    let free = Double(series.count - edges.count + 1)
    guard free > 0 else { return }
    let mean = Self.winsorizedMean(squares) * Double(series.count) / free
    if mean.isFinite { phi = max(phi, mean) }
  }

  private static func squaredDifferences(of series: LevelSeries, lag: Int) -> [Double] {
    stride(from: lag, to: series.count, by: 1).compactMap { i in
      let (y1, w1) = (series.y[i - lag], series.w[i - lag])
      let (y2, w2) = (series.y[i], series.w[i])
      let variance = series.family.variance((y1 + y2) / (w1 + w2))
      guard variance > 0 else { return nil }
      let difference = y1 / w1 - y2 / w2
      return difference * difference / (variance * (1 / w1 + 1 / w2))
    }
  }

  /// The mean of the values, each at most nine times that mean; 0 for none.
  static func winsorizedMean(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return 0 }
    var bound = Double.infinity
    var mean = 0.0
    for _ in 0..<20 {
      let next = values.reduce(0) { $0 + min($1, bound) } / Double(values.count)
      if abs(next - mean) <= 1e-9 * next { break }
      mean = next
      bound = 9 * mean
    }
    return mean
  }
}
