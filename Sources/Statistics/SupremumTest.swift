/// The test of a change at an unknown place: the largest of the likelihood ratios over all places.
///
/// Being the largest of many, the statistic is not chi-square: it is the supremum of a squared
/// standardized Bessel process, with P(sup > c) ≈ (c/2)^(p/2) e^(−c/2) / Γ(p/2) ·
/// ((1 − p/c) ln λ + 2/c), λ = ((1−h)/h)², for p parameters that change and places between the
/// fractions h and 1−h of the series. Assumes series long enough for normal approximation.
///
/// Source: A. Estrella (2003), Econometric Theory 19: 1128–1143; D. W. K. Andrews (1993).
public struct SupremumTest: Sendable, Hashable {
  /// Parameters that change: 1 for a level, 2 for a level and a slope.
  public var parameters: Int
  /// The share of the series, at either end, in which no change is looked for.
  public var trimming: Double

  public init(parameters: Int, trimming: Double) {
    self.parameters = parameters
    self.trimming = min(max(trimming, 1e-9), 0.5)
  }

  /// P(sup > `statistic`) without a change.
  public func pValue(_ statistic: Double) -> Double {
    guard !statistic.isNaN else { return .nan }
    let p = Double(parameters)
    let single = ChiSquareDistribution.upperTail(statistic, degrees: p)
    // Below its mode the expansion does not hold; there, nothing is significant.
    guard statistic > p + 2 else { return 1 }
    let odds = 2 * Double.log((1 - trimming) / trimming)
    let scale = Double.exp(
      p / 2 * Double.log(statistic / 2) - statistic / 2 - Double.logGamma(p / 2))
    return min(1, max(single, scale * ((1 - p / statistic) * odds + 2 / statistic)))
  }

  /// The statistic that is exceeded with probability `alpha` without a change.
  public func criticalValue(_ alpha: Double) -> Double {
    Statistics.criticalValue(alpha, above: Double(parameters) + 2, precision: 1e-9, of: pValue)
  }
}
