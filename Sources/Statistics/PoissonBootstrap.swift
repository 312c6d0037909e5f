/// The bootstrap of sums over units that stream by: in each replicate a unit counts a Poisson(1)
/// number of times, which many draws with replacement come to.
///
/// The numbers are hashed from the unit's own key, so that the same units give the same replicates
/// in whatever order, and however many count them.
///
/// Source: J. A. Hanley and B. MacGibbon (2006), Computer Methods and Programs in Biomedicine 83:
/// 57–62; N. Chamandy et al. (2012), Estimating Uncertainty for Massive Data Streams.
public struct PoissonBootstrap: Sendable, Hashable {
  public var replicates: Int
  public var seed: UInt64

  public init(replicates: Int, seed: UInt64 = 1) {
    self.replicates = max(0, replicates)
    self.seed = seed
  }

  /// How often the unit counts in each replicate.
  public func weights(of key: UInt64) -> [Int32] {
    var random = SplitMix64(state: SplitMix64.mixed(key ^ SplitMix64.mixed(seed)))
    return (0..<replicates).map { _ in
      let draw = random.next()
      return Int32(Self.limits.firstIndex { draw < $0 } ?? Self.limits.count)
    }
  }

  /// The 95 % interval of a statistic, from its replicates: their 2.5 % and 97.5 % quantiles.
  ///
  /// - Returns: `nil` for fewer than 40 numbers that are finite.
  public static func interval(_ replicates: [Double]) -> Interval? {
    let sorted = replicates.filter(\.isFinite).sorted()
    guard sorted.count >= 40 else { return nil }
    func quantile(_ p: Double) -> Double {
      let place = p * Double(sorted.count - 1)
      let below = Int(place)
      let above = min(below + 1, sorted.count - 1)
      return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
    }
    return Interval(quantile(0.025), quantile(0.975))
  }

  /// P(X ≤ k) of Poisson(1), of 2⁶⁴.
  private static let limits: [UInt64] = {
    var (term, sum) = (Double.exp(-1), 0.0)
    var limits: [UInt64] = []
    for k in 1...17 {
      sum += term
      term /= Double(k)
      limits.append(UInt64(min(sum, 0x1.fffffffffffffp-1) * 0x1p64))
    }
    return limits
  }()
}
