/// Kleinberg's bursts in a stream of events, from the gaps between them.
///
/// State i expects gaps of mean ĝ s⁻ⁱ, ĝ = T / n; a gap x costs −ln (αᵢ e^(−αᵢ x)), a rise by one
/// state γ ln n, a fall nothing; the states are the exact minimum. As many states as the least gap
/// could need: ⌈1 + log_s T + log_s (1 / least gap)⌉.
///
/// Source: J. Kleinberg (2003), section 2; the nesting of bursts as in R `bursts`.
public struct KleinbergStream: Sendable, Hashable {
  public struct Burst: Sendable, Hashable {
    /// 1 is the whole stream.
    public var level: Int
    public var start: Double
    public var end: Double
  }

  /// By start, then level.
  public var bursts: [Burst]

  /// - Parameter times: of the events, strictly ascending.
  /// - Returns: `nil` for fewer than two events, and for times that are equal, not ascending or
  ///   not finite.
  public init?(times: [Double], s: Double = 2, gamma: Double = 1) {
    let gaps = zip(times.dropFirst(), times).map { $0 - $1 }
    guard let least = gaps.min(), least > 0, let first = times.first, let last = times.last,
      first.isFinite, (last - first).isFinite, s > 1, s.isFinite, gamma >= 0, gamma.isFinite
    else { return nil }
    let base = Double(gaps.count) / (last - first)
    let needed = 1 + (Double.log(last - first) - Double.log(least)) / Double.log(s)
    let levels = Int(min(64, max(1, needed.rounded(.up))))
    let costs = gaps.map { gap in
      (0..<levels).map { level in
        let rate = base * Double.pow(s, Double(level))
        return rate * gap - Double.log(rate)
      }
    }
    let (states, _) = cheapestStates(costs, price: gamma * Double.log(Double(gaps.count)))
    bursts = Self.bursts(in: states, times: times)
  }

  private static func bursts(in states: [Int], times: [Double]) -> [Burst] {
    var bursts: [Burst] = []
    var open: [Int] = []
    for (index, time) in times.enumerated() {
      let depth = index < states.count ? states[index] + 1 : 0
      while open.count > depth { bursts[open.removeLast()].end = time }
      while open.count < depth {
        open.append(bursts.count)
        bursts.append(Burst(level: open.count, start: time, end: time))
      }
    }
    return bursts
  }
}
