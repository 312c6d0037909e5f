/// Kleinberg's bursts in batched counts: the periods in which a state of raised rate explains the
/// hits better than the base rate does, with a price on entering it.
///
/// State i has the rate pᵢ = p₀ sⁱ with p₀ = Σr / Σd. Period t costs
/// −ln (C(dₜ, rₜ) pᵢ^rₜ (1−pᵢ)^(dₜ−rₜ)), a rise by one state γ ln n, a fall nothing; the states are
/// the exact minimum (Viterbi). Assumes that hits are independent within a period, so that
/// over-dispersed series burst too easily: whether chance would raise as much, ``BurstTest`` tells.
///
/// Source: J. Kleinberg (2003), Data Mining and Knowledge Discovery 7: 373–397, section 4.
public struct KleinbergBursts: Sendable, Hashable {
  public struct Burst: Sendable, Hashable {
    /// From 1: how many states above the base.
    public var level: Int
    public var periods: ClosedRange<Int>
    /// The cost that the state saves against the one below.
    public var weight: Double
  }

  /// One per period.
  public var states: [Int]
  public var cost: Double
  /// By level, then time.
  public var bursts: [Burst]
  /// The rate of each state.
  public var rates: [Double]

  /// - Parameters:
  ///   - hits, totals: relevant and all documents per period.
  ///   - s: how much a state's rate exceeds that of the one below.
  ///   - gamma: the price of a rise.
  ///   - levels: states above the base; those whose rate would reach 1 are left out.
  /// - Returns: `nil` for arrays that differ in length, counts that are negative, not finite or
  ///   larger than their total, and series without a hit or without a miss.
  public init?(
    hits: [Double], totals: [Double], s: Double = 2, gamma: Double = 1, levels: Int = 1
  ) {
    guard hits.count == totals.count, s > 1, s.isFinite, gamma >= 0, gamma.isFinite,
      zip(hits, totals).allSatisfy({ $0 >= 0 && $0 <= $1 && $1.isFinite })
    else { return nil }
    let base = hits.reduce(0, +) / totals.reduce(0, +)
    guard base > 0, base < 1 else { return nil }
    rates = [base]
    while rates.count <= levels, rates[rates.count - 1] * s < 1 {
      rates.append(rates[rates.count - 1] * s)
    }
    let price = gamma * Double.log(Double(hits.count))
    let costs = zip(hits, totals).map { [rates] hits, total in
      Self.costs(hits, total, rates: rates)
    }
    (states, cost) = cheapestStates(costs, price: price)
    bursts = Self.bursts(in: states, costs: costs)
  }

  private static func costs(_ hits: Double, _ total: Double, rates: [Double]) -> [Double] {
    let ways =
      Double.logGamma(ofPositive: total + 1) - Double.logGamma(ofPositive: hits + 1)
      - Double.logGamma(ofPositive: total - hits + 1)
    return rates.map { -(ways + hits * Double.log($0) + (total - hits) * Double.log1p(-$0)) }
  }

  private static func bursts(in states: [Int], costs: [[Double]]) -> [Burst] {
    var bursts: [Burst] = []
    for level in stride(from: 1, through: states.max() ?? 0, by: 1) {
      var start: Int?
      for period in 0...states.count {
        let raised = period < states.count && states[period] >= level
        if raised, start == nil { start = period }
        if !raised, let first = start {
          let periods = first...(period - 1)
          let weight = periods.reduce(0) { $0 + costs[$1][level - 1] - costs[$1][level] }
          bursts.append(Burst(level: level, periods: periods, weight: weight))
          start = nil
        }
      }
    }
    return bursts
  }
}
