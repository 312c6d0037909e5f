extension MannKendall {
  /// The test with its variance corrected for autocorrelation.
  ///
  /// Var S is multiplied by 1 + 2/(n(n−1)(n−2)) Σ (n−i)(n−i−1)(n−i−2) ρᵢ, where ρᵢ is the
  /// autocorrelation, at lag i, of the ranks of the detrended values, and only those count that
  /// differ from 0 at `alpha`. Values are taken as consecutive.
  ///
  /// Source: K. H. Hamed and A. R. Rao (1998), Journal of Hydrology 204: 182–196.
  /// - Parameters:
  ///   - slope: the trend taken out, per value; Sen's slope in the source.
  ///   - lags: the largest lag; all, as in the source, if `nil`. For long series it is bounded so
  ///     that the work stays below 2·10⁸ products.
  /// - Returns: `nil` where ``init(_:)`` does, and for a correction that leaves no variance.
  public static func hamedRao(
    _ values: [Double], slope: Double, lags: Int? = nil, alpha: Double = 0.05
  ) -> MannKendall? {
    guard var test = MannKendall(values), slope.isFinite else { return nil }
    let n = Double(values.count)
    let ranks = averageRanks(of: values.indices.map { values[$0] - Double($0 + 1) * slope })
    let centred = ranks.map { $0 - (n + 1) / 2 }
    let square = centred.reduce(0) { $0 + $1 * $1 }
    guard square > 0 else { return test }
    let bound = -NormalDistribution.quantile(alpha / 2) / n.squareRoot()
    let last = min(lags ?? .max, values.count - 1, 200_000_000 / values.count)
    var sum = 0.0
    for lag in stride(from: 1, through: last, by: 1) {
      var product = 0.0
      for i in 0..<(centred.count - lag) { product += centred[i] * centred[i + lag] }
      let rho = product / square
      let rest = n - Double(lag)
      if abs(rho) > bound { sum += rest * (rest - 1) * (rest - 2) * rho }
    }
    test.variance *= 1 + 2 / (n * (n - 1) * (n - 2)) * sum
    return test.variance > 0 ? test : nil
  }

  /// By how much memory that fades inflates Var S: the sum of ``hamedRao`` with the autocorrelation
  /// ρᵢ = ρ₁ λⁱ⁻¹ at lag i, the greater of two. One is that of a first-order autoregression,
  /// λ = ρ₁, the autocorrelation at lag 1 of the detrended values with the bias that fitting a line
  /// brings taken out, (2 + 4ρ)/n. The other is that of an autoregression seen through white noise,
  /// by its likelihood for the ranks of the detrended values: what counting adds hides memory, but
  /// does not shorten it.
  ///
  /// Source: F. H. C. Marriott and J. A. Pope (1954), Biometrika 41: 390–402, for the bias.
  public static func inflation(_ values: [Double], times: [Double], slope: Double) -> Double {
    guard values.count > 3, values.count == times.count else { return 1 }
    let n = Double(values.count)
    let detrended = zip(values, times).map { $0 - slope * $1 }
    let mean = detrended.reduce(0) { $0 + $1 / n }
    let found = Autocorrelation.of(detrended.map { $0 - mean }, lag: 1)
    let rho = min(max(0, found + (2 + 4 * found) / n), Dispersion.maximumAutocorrelation)
    let ranks = StableSeries(values: averageRanks(of: detrended), times: times)
    let noise = RememberingNoise(
      ranks, segment: values.map { _ in 0 }, parameters: 1
    ).fit(groups: [0])
    return max(
      inflation(count: values.count, first: rho, fading: rho),
      inflation(
        count: values.count, first: noise.firstAutocorrelation, fading: noise.autocorrelation))
  }

  private static func inflation(count: Int, first: Double, fading: Double) -> Double {
    guard first > 0 else { return 1 }
    let n = Double(count)
    var (sum, rho) = (0.0, first)
    for lag in 1..<(count - 2) {
      let rest = n - Double(lag)
      sum += rest * (rest - 1) * (rest - 2) * rho
      rho *= fading
      if rho < 1e-12 { break }
    }
    return 1 + 2 / (n * (n - 1) * (n - 2)) * sum
  }

  /// Ranks from 1; tied values share the mean of theirs.
  static func averageRanks(of values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = values
    var start = 0
    for length in runLengths(of: order.map { values[$0] }) {
      let end = start + Int(length)
      for index in order[start..<end] { ranks[index] = Double(start + end + 1) / 2 }
      start = end
    }
    return ranks
  }
}
