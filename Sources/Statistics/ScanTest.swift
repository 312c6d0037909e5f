/// The test of a raised stretch at an unknown place and of unknown length: the largest of the
/// likelihood ratios over all stretches, of those that are raised.
///
/// With b the root of the statistic, P(sup > b²) ≈ ¼ b³ φ(b) ∫ ν²(b / √(n t(1−t))) / (t²(1−t)) dt over
/// the shares t = 1/n … 1 − 1/n of the series that a stretch may take;
/// ν(x) ≈ (2/x)(Φ(x/2) − ½) / ((x/2) Φ(x/2) + φ(x/2)) allows for periods being discrete. Half of the
/// two-sided probability. Assumes independent normal observations.
///
/// Source: D. Siegmund (1988), Annals of Probability 16: 487–501; Y.-C. Yao (1993), Biometrika 80:
/// 179–191; D. Siegmund and B. Yakir (2007), The Statistics of Gene Mapping, for ν.
public struct ScanTest: Sendable, Hashable {
  /// Periods of the series.
  public var count: Int

  private static let steps = 64

  public init(count: Int) { self.count = count }

  /// P(sup > `statistic`) where nothing is raised.
  public func pValue(_ statistic: Double) -> Double {
    guard !statistic.isNaN else { return .nan }
    guard count >= 2, statistic > 3 else { return 1 }
    let b = statistic.squareRoot()
    let n = Double(count)
    // In u = ln(t/(1−t)), where the integrand is smooth at both ends, by Simpson's rule.
    let bound = Double.log(n - 1)
    let width = 2 * bound / Double(Self.steps)
    var integral = 0.0
    for step in 0...Self.steps {
      let t = 1 / (1 + Double.exp(bound - width * Double(step)))
      let nu = Self.overshoot(b / (n * t * (1 - t)).squareRoot())
      let weight = step == 0 || step == Self.steps ? 1.0 : step % 2 == 1 ? 4 : 2
      integral += weight * width / 3 * nu * nu / t
    }
    let tail = 0.25 * b * b * b * NormalDistribution.density(b) * integral
    // No less than what a single stretch proves.
    return min(1, max(tail, NormalDistribution.upperTail(b)))
  }

  /// The statistic that is exceeded with probability `alpha` where nothing is raised.
  public func criticalValue(_ alpha: Double) -> Double {
    Statistics.criticalValue(alpha, above: 3, precision: 1e-6, of: pValue)
  }

  private static func overshoot(_ x: Double) -> Double {
    let half = x / 2
    let below = 1 - NormalDistribution.upperTail(half)
    return (below - 0.5) / half / (half * below + NormalDistribution.density(half))
  }
}
