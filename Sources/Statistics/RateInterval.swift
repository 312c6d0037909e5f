/// A rate of events per exposure over units that are whole, such as documents: with an interval
/// that allows for events that come in clusters.
///
/// r = Σh / Σt over the units. The variance of a Poisson count is multiplied by the dispersion
/// φ = n/(n−1) Σ(h − rt)² / Σh, at least 1: the units, not the events, are the independent draws.
/// The interval is Byar's approximation to the exact one of a Poisson count, for Σh/φ events:
/// x(1 − 1/9x − z/3√x)³ and (x+1)(1 − 1/9(x+1) + z/3√(x+1))³. It is never below 0, and sound for
/// none.
///
/// Source: W. G. Cochran (1977), Sampling Techniques, 6.3, for the variance of a ratio;
/// P. McCullagh and J. A. Nelder (1989), Generalized Linear Models, 6.2, for φ; N. E. Breslow and
/// N. E. Day (1987), Statistical Methods in Cancer Research II, 2.3, for Byar's interval.
public struct RateInterval: Sendable, Hashable {
  /// Per unit of exposure.
  public var rate: Double
  public var interval: Interval
  /// φ.
  public var dispersion: Double

  /// Sums over the units.
  public struct Sums: Sendable, Hashable {
    public var units = 0.0
    public var events = 0.0
    public var exposure = 0.0
    public var eventSquares = 0.0
    public var eventsByExposure = 0.0
    public var exposureSquares = 0.0

    public init(
      units: Double, events: Double, exposure: Double, eventSquares: Double,
      eventsByExposure: Double, exposureSquares: Double
    ) {
      self.units = units
      self.events = events
      self.exposure = exposure
      self.eventSquares = eventSquares
      self.eventsByExposure = eventsByExposure
      self.exposureSquares = exposureSquares
    }
  }

  /// - Returns: `nil` without exposure or for a negative sum.
  public init?(_ sums: Sums, z: Double = NormalDistribution.z95) {
    guard sums.exposure > 0, sums.exposure.isFinite, sums.events >= 0, sums.events.isFinite else {
      return nil
    }
    let r = sums.events / sums.exposure
    let squares =
      sums.eventSquares - 2 * r * sums.eventsByExposure + r * r * sums.exposureSquares
    let units = sums.units
    let phi =
      units > 1 && sums.events > 0 ? units / (units - 1) * max(0, squares) / sums.events : 1
    dispersion = max(1, phi.isFinite ? phi : 1)
    rate = r
    let bounds = Self.byar(sums.events / dispersion, z: z)
    interval = Interval(
      min(r, bounds.low * dispersion / sums.exposure),
      max(r, bounds.high * dispersion / sums.exposure))
  }

  /// The interval of the mean of a Poisson count, which need not be whole.
  static func byar(_ x: Double, z: Double) -> Interval {
    func bound(_ x: Double, _ z: Double) -> Double {
      guard x > 0 else { return 0 }
      let root = 1 - 1 / (9 * x) + z / (3 * x.squareRoot())
      return root > 0 ? x * root * root * root : 0
    }
    return Interval(bound(x, -z), bound(x + 1, z))
  }
}
