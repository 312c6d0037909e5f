/// An autoregressive model of a series about its mean, by the equations of Yule and Walker; its order
/// is that of the least AIC, n ln σ² + 2p.
///
/// Source: G. E. P. Box and G. M. Jenkins (1976), Time Series Analysis, 3.2; J. Durbin (1960), Revue
/// de l'Institut International de Statistique 28: 233–244, for the recursion.
public struct Autoregression: Sendable, Hashable {
  public var mean: Double
  /// φ₁, φ₂ …; none for white noise.
  public var coefficients: [Double]

  /// - Parameter maximumOrder: 10 log₁₀ n if `nil`, as in R.
  /// - Returns: `nil` for fewer than three values, one that is not finite, or no variation.
  public init?(_ values: [Double], maximumOrder: Int? = nil) {
    let n = Double(values.count)
    guard values.count >= 3, values.allSatisfy({ abs($0) <= 1e100 }) else { return nil }
    let mean = values.reduce(0) { $0 + $1 / n }
    let centred = values.map { $0 - mean }
    let orders = min(
      values.count - 1, maximumOrder ?? Int(10 * Double.log(n) / Double.log(10)))
    let covariances = (0...max(0, orders)).map { lag in
      zip(centred, centred.dropFirst(lag)).reduce(0) { $0 + $1.0 * $1.1 } / n
    }
    guard covariances[0] > 0, covariances[0].isFinite else { return nil }
    var variance = covariances[0]
    var phi: [Double] = []
    var best = (aic: n * Double.log(variance), phi: phi)
    for order in stride(from: 1, through: orders, by: 1) {
      var numerator = covariances[order]
      for (index, coefficient) in phi.enumerated() {
        numerator -= coefficient * covariances[order - 1 - index]
      }
      let partial = numerator / variance
      phi = phi.indices.map { phi[$0] - partial * phi[phi.count - 1 - $0] } + [partial]
      variance *= 1 - partial * partial
      guard variance > 0 else { break }
      let aic = n * Double.log(variance) + 2 * Double(order)
      if aic < best.aic { best = (aic, phi) }
    }
    self.mean = mean
    coefficients = best.phi
  }

  /// What the model leaves of a series: x(t) − φ₁ x(t−1) − …, from the first value that has all its
  /// predecessors on, about the series' own mean.
  public func residuals(of values: [Double]) -> [Double] {
    guard values.count > coefficients.count else { return [] }
    let mean = values.reduce(0) { $0 + $1 / Double(values.count) }
    return (coefficients.count..<values.count).map { t in
      coefficients.indices.reduce(values[t] - mean) {
        $0 - coefficients[$1] * (values[t - 1 - $1] - mean)
      }
    }
  }
}

/// How alike two series are when one is shifted in time, once their own memory is taken out.
///
/// Two series that remember are correlated at many lags by chance alone; so the first is whitened
/// by its autoregressive model, the second filtered by the same, and these correlated:
/// r(k) = Σ a(t) b(t+k) / √(Σa² Σb²). Without a relation r is within ±1.96/√n at 95 % of lags.
/// A positive lag says that the second follows the first.
///
/// Source: G. E. P. Box and G. M. Jenkins (1976), Time Series Analysis, 11.2.
public struct CrossCorrelation: Sendable, Hashable {
  /// From −`largestLag` to `largestLag`.
  public var values: [Double]
  public var largestLag: Int
  /// Values of the whitened series.
  public var count: Int

  /// The lag at which the correlation is greatest, the nearest to 0 among equals.
  public var lag: Int {
    let lags = values.indices.map { $0 - largestLag }
    return zip(lags, values).max { ($0.1, -abs($0.0)) < ($1.1, -abs($1.0)) }?.0 ?? 0
  }

  public var atLag: Double { values[lag + largestLag] }

  /// What a correlation at a lag exceeds by chance with 5 %, two-sided.
  public var bound: Double { NormalDistribution.z95 / Double(count).squareRoot() }

  /// - Returns: `nil` for series that differ in length, are shorter than twelve values or do not
  ///   vary, and for one that is not finite.
  public init?(_ first: [Double], _ second: [Double], largestLag: Int? = nil) {
    guard first.count == second.count, first.count >= 12, second.allSatisfy({ abs($0) <= 1e100 }),
      second.min() != second.max(),
      let model = Autoregression(first, maximumOrder: first.count / 4)
    else { return nil }
    let (a, b) = (model.residuals(of: first), model.residuals(of: second))
    let scale =
      (a.reduce(0) { $0 + $1 * $1 }).squareRoot() * (b.reduce(0) { $0 + $1 * $1 }).squareRoot()
    guard scale > 0, scale.isFinite else { return nil }
    let most = max(0, min(largestLag ?? a.count / 4, a.count - 2))
    self.largestLag = most
    count = a.count
    values = (-most...most).map { lag in
      var sum = 0.0
      for t in max(0, -lag)..<min(a.count, a.count - lag) { sum += a[t] * b[t + lag] }
      return sum / scale
    }
  }
}
