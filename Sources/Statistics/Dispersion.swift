/// How far the observations of a series scatter about their levels, as the multiple φ of the
/// variance that the family gives (1 for pure binomial or Poisson noise, σ² for a Gaussian), and
/// how alike neighbours are.
///
/// φ is taken from differences of neighbours, which changes of level hardly touch: the mean of
/// (y₁/w₁ − y₂/w₂)² / (V(μ)(1/w₁ + 1/w₂)), μ being the pair's own level, divided by 1 − ρ. Pairs
/// without any event say nothing and are left out. Terms above nine times the mean are set to that, so that an outlier
/// weighs as one observation of three standard deviations.
///
/// ρ is the lesser of two estimates. Under autocorrelation the differences at lag k have the
/// variance φ(1 − ρᵏ), hence ρ = φ₂/φ₁ − 1 whatever the levels do: the estimator of Chakar et al.,
/// with a Winsorized mean in place of the median, which is 0 for most sparse series. The other is
/// the autocorrelation of the residuals, more exact, but raised by every change not yet found.
///
/// Source: J. von Neumann et al. (1941) for differences; S. Chakar, E. Lebarbier, C. Lévy-Leduc
/// and S. Robin (2017), Bernoulli 23: 1408–1447.
struct Dispersion: Sendable, Hashable {
  /// φ of the observations, never below 1 for counts.
  var phi: Double
  /// ρ, from 0 to `maximumAutocorrelation`; negative values are taken as 0.
  var autocorrelation: Double
  /// φ of the residuals about the segments' levels, which has the slow part of the noise that
  /// differences miss, but also every change not yet found.
  private var aboutLevels: Double
  /// By how much memory inflates the variance of the mean of a long stretch, as the residuals show
  /// it: 1 + 2ρ₁/(1 − λ), λ = ρ₂/ρ₁ where ρ₂ is significant, and ρ₁ elsewhere. Counts hide a lasting
  /// memory behind their sampling noise: ρ₁ is small then, but does not fade as AR(1) does.
  private var lasting: Double
  /// Whether differences at lag 2 are about twice those at lag 1, as in a walk or a steep trend.
  private var differencesGrow: Bool

  /// Beyond, a series is taken for a random walk: it remembers a departure for ten periods and more,
  /// as long as the levels that are looked for last.
  static let maximumAutocorrelation = 0.9

  /// Whether neighbours are so alike that the series has no levels to speak of: by both estimates
  /// before the changes are known, by the differences between them once they are.
  private(set) var isWandering: Bool

  /// By how much AR(1) memory inflates the variance of the mean of a long stretch.
  var inflation: Double { (1 + autocorrelation) / (1 - autocorrelation) }

  /// What a likelihood ratio is divided by to be that of independent, family-like noise.
  var scale: Double { phi * inflation }

  /// The same with `lasting` memory, for the test of changes that are found.
  var lastingScale: Double { phi * max(inflation, lasting) }

  /// - Parameter changes: pairs across these are left out, and residuals are those about the
  ///   levels between them.
  init(of series: LevelSeries, changes: [Int] = []) {
    let segments = Segments(changes: changes, count: series.count)
    let residuals = segments.residuals(of: series)
    let phi1 = Self.winsorizedMean(segments.squaredDifferences(of: series, lag: 1))
    let phi2 = Self.winsorizedMean(segments.squaredDifferences(of: series, lag: 2))
    // Fitting each level pulls the autocorrelation of its residuals down by about 1/n.
    let bias = Double(changes.count + 1) / Double(max(1, series.count))
    let first = Autocorrelation.of(residuals, lag: 1) + bias
    let second = Autocorrelation.of(residuals, lag: 2) + bias
    let ratio = phi1 > 0 ? phi2 / phi1 - 1 : 0
    autocorrelation = Self.bounded(min(ratio, first))
    isWandering = min(ratio, first) >= Self.maximumAutocorrelation
    differencesGrow = ratio >= Self.maximumAutocorrelation
    let isLasting =
      second > 1.645 / Double(max(1, series.count)).squareRoot() && second > first * first
    let fading = isLasting ? Self.bounded(second / first) : Self.bounded(first)
    lasting = 1 + 2 * Self.bounded(first) / (1 - fading)
    // Differences of neighbours lack the part of the variance that they share.
    phi = phi1 / (1 - autocorrelation)
    if series.family != .gaussian { phi = max(1, phi) }
    let free = Double(max(1, series.count - changes.count - 1))
    aboutLevels = Self.winsorizedMean(residuals.map { $0 * $0 }) * Double(series.count) / free
  }

  /// Takes over what the noise about the changes found shows, unless it is less: cuts go where the
  /// differences are largest, and without these the noise looks too small.
  mutating func grow(to found: Dispersion) {
    phi = max(phi, found.phi, found.aboutLevels)
    autocorrelation = max(autocorrelation, found.autocorrelation)
    lasting = found.lasting
    isWandering = found.differencesGrow
  }

  private static func bounded(_ rho: Double) -> Double {
    rho.isNaN ? 0 : min(max(0, rho), maximumAutocorrelation)
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

/// The stretches between the changes of a series.
private struct Segments {
  /// The number of each period's segment.
  var numbers: [Int]
  var edges: [Int]

  init(changes: [Int], count: Int) {
    edges = [0] + changes + [count]
    numbers = zip(edges, edges.dropFirst()).enumerated().flatMap { number, edge in
      Array(repeating: number, count: edge.1 - edge.0)
    }
  }

  /// In standard deviations of the family, about each segment's level.
  func residuals(of series: LevelSeries) -> [Double] {
    zip(edges, edges.dropFirst()).flatMap { start, end in
      let level = series.level(from: start, to: end)
      let variance = series.family.variance(level)
      return (start..<end).map { period in
        guard variance > 0 else { return 0.0 }
        let residual = series.y[period] - level * series.w[period]
        return residual / (variance * series.w[period]).squareRoot()
      }
    }
  }

  func squaredDifferences(of series: LevelSeries, lag: Int) -> [Double] {
    stride(from: lag, to: series.count, by: 1).compactMap { i in
      let (y1, w1) = (series.y[i - lag], series.w[i - lag])
      let (y2, w2) = (series.y[i], series.w[i])
      let variance = series.family.variance((y1 + y2) / (w1 + w2))
      guard variance > 0, numbers[i] == numbers[i - lag] else { return nil }
      let difference = y1 / w1 - y2 / w2
      // Hits dealt out among few documents are hypergeometric, not binomial.
      let few = series.family == .binomial ? max(0, 1 - 1 / (w1 + w2)) : 1
      return few * difference * difference / (variance * (1 / w1 + 1 / w2))
    }
  }
}
