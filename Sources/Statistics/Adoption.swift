/// When a share first reaches parts of the level that it comes to later.
///
/// The later level is the pooled share of the last quarter of the periods. The share is smoothed by
/// a ``LocalLevel``, and the time is the first period at which the smoothed share is `part` of the
/// later level. The intervals are those of a parametric bootstrap: hits are drawn from the smoothed
/// shares, and all is done again. Assumes hits that are independent given the level.
///
/// Source: B. Efron and R. J. Tibshirani (1993), An Introduction to the Bootstrap, 6.5, for the
/// bootstrap.
public struct Adoption: Sendable, Hashable {
  public struct Time: Sendable, Hashable {
    /// Index of the period.
    public var period: Int
    public var interval: Interval
  }

  public var laterLevel: Double
  /// In the order of the parts; `nil` for a level that is never reached.
  public var times: [Time?]
  /// By replicate, for differences between series.
  public var replicates: [[Int?]]

  /// - Parameters:
  ///   - hits, totals: of each period, `totals` positive and `hits` within.
  ///   - parts: of the later level, such as 0.1 and 0.5.
  ///   - times: of the periods, ascending; consecutive if `nil`.
  /// - Returns: `nil` for fewer than eight periods, numbers out of range, and a later level of 0.
  public init?(
    hits: [Double], totals: [Double], parts: [Double], times: [Double]? = nil,
    replicates count: Int = 200, seed: UInt64 = 1
  ) {
    guard hits.count >= 8, hits.count == totals.count,
      zip(hits, totals).allSatisfy({ $0 >= 0 && $0 <= $1 && $1 > 0 && $1 <= 1e15 }),
      let model = LocalLevel(zip(hits, totals).map(/), weights: totals, times: times)
    else { return nil }
    let levels = model.levels.map { min(1, max(0, $0)) }
    let found = Self.reached(levels, hits, totals, parts)
    guard let found else { return nil }
    laterLevel = found.later
    var random = SplitMix64(state: seed)
    var made: [[Int?]] = []
    for _ in 0..<max(0, count) {
      let drawn = zip(levels, totals).map { level, total in
        random.binomial(total, level)
      }
      guard let model = LocalLevel(zip(drawn, totals).map(/), weights: totals, times: times),
        let reached = Self.reached(model.levels, drawn, totals, parts)
      else { continue }
      made.append(reached.periods)
    }
    self.replicates = made
    self.times = found.periods.enumerated().map { index, period in
      period.map { period in
        let others = made.compactMap { $0[index].map(Double.init) }
        let exact = Interval(Double(period), Double(period))
        return Time(period: period, interval: PoissonBootstrap.interval(others) ?? exact)
      }
    }
  }

  private static func reached(
    _ levels: [Double], _ hits: [Double], _ totals: [Double], _ parts: [Double]
  ) -> (later: Double, periods: [Int?])? {
    let last = (hits.count - hits.count / 4)..<hits.count
    let later = hits[last].reduce(0, +) / totals[last].reduce(0, +)
    guard later > 0 else { return nil }
    return (later, parts.map { part in levels.firstIndex { $0 >= part * later } })
  }
}

extension SplitMix64 {
  /// From 0 to 1, without 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  mutating func normal() -> Double {
    // 1 − u is never 0.
    NormalDistribution.quantile(1 - unit() * 0.9999999999999999)
  }

  /// A draw of `trials` with probability `p`: exact where few hits or misses are expected, rounded
  /// from a normal distribution beyond.
  mutating func binomial(_ trials: Double, _ p: Double) -> Double {
    guard p > 0 else { return 0 }
    guard p <= 0.5 else { return trials - binomial(trials, 1 - p) }
    let mean = trials * p
    guard mean < 50 else {
      let drawn = (mean + (mean * (1 - p)).squareRoot() * normal()).rounded()
      return min(trials, max(0, drawn))
    }
    // Inversion: P(0), then each from the one before.
    var (k, draw) = (0.0, unit())
    var term = Double.exp(trials * Double.log1p(-p))
    let odds = p / (1 - p)
    while draw > term, k < trials {
      draw -= term
      term *= (trials - k) / (k + 1) * odds
      k += 1
      if term < 1e-300, k > mean { break }
    }
    return k
  }
}
