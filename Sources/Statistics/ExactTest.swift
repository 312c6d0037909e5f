/// Tests of two counts that hold for any size, however small.
///
/// Two-sided: the probability, both totals given, of all outcomes that are no likelier than the one
/// observed.
public enum ExactTest {
  /// Fisher's exact test of two shares: the hits of the first sample are hypergeometric.
  ///
  /// Source: R. A. Fisher (1934), Statistical Methods for Research Workers, 5th ed., section 21.02.
  /// - Returns: `nil` for hits outside 0…trials.
  public static func shares(
    first: (hits: Int, trials: Int), second: (hits: Int, trials: Int)
  ) -> Double? {
    guard (0...max(0, first.trials)).contains(first.hits),
      (0...max(0, second.trials)).contains(second.hits)
    else { return nil }
    let hits = first.hits + second.hits
    let support = max(0, hits - second.trials)...min(hits, first.trials)
    return tails(observed: first.hits, support: support) {
      logChoose(first.trials, $0) + logChoose(second.trials, hits - $0)
    }
  }

  /// The conditional test of two Poisson rates: the events of the first sample are binomial out of
  /// all, with the probability of its part of the exposure.
  ///
  /// Source: J. Przyborowski and H. Wilenski (1940), Biometrika 31: 313–323.
  /// - Returns: `nil` for negative events or an exposure that is not positive.
  public static func rates(
    first: (events: Int, exposure: Double), second: (events: Int, exposure: Double)
  ) -> Double? {
    let part = first.exposure / (first.exposure + second.exposure)
    guard first.events >= 0, second.events >= 0, part > 0, part < 1 else { return nil }
    let events = first.events + second.events
    return tails(observed: first.events, support: 0...events) {
      logChoose(events, $0) + Double($0) * Double.log(part)
        + Double(events - $0) * Double.log1p(-part)
    }
  }

  /// The sum of the outcomes no likelier than `observed`, over that of all; `logWeight` is unimodal.
  private static func tails(
    observed: Int, support: ClosedRange<Int>, logWeight: (Int) -> Double
  ) -> Double {
    let level = logWeight(observed)
    // Equally likely outcomes differ by rounding.
    func isLikelier(_ outcome: Int) -> Bool { logWeight(outcome) > level + 1e-7 }
    let mode = mode(of: support, logWeight)
    let low = edge(from: mode, to: support.lowerBound, isLikelier)
    let high = edge(from: mode, to: support.upperBound, isLikelier)
    func sum(from start: Int?, by step: Int) -> Double {
      guard let start else { return 0 }
      var (total, outcome) = (0.0, start)
      while support.contains(outcome) {
        let term = Double.exp(logWeight(outcome) - level)
        total += term
        if term < 1e-17 * total { break }
        outcome += step
      }
      return total
    }
    // Where nothing is likelier, nothing is left out.
    guard isLikelier(mode) else { return 1 }
    let outside = sum(from: low, by: -1) + sum(from: high, by: 1)
    let top = logWeight(mode)
    var inside = 0.0
    for (start, step) in [(mode, -1), (mode + 1, 1)] {
      var outcome = start
      while support.contains(outcome), isLikelier(outcome) {
        let term = Double.exp(logWeight(outcome) - top)
        inside += term
        if term < 1e-17 * inside { break }
        outcome += step
      }
    }
    let relative = outside * Double.exp(level - top)
    return relative / (relative + inside)
  }

  /// The likeliest outcome, by halving.
  private static func mode(of support: ClosedRange<Int>, _ logWeight: (Int) -> Double) -> Int {
    var (low, high) = (support.lowerBound, support.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if logWeight(middle) < logWeight(middle + 1) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The outcome nearest the mode, towards `end`, that is no likelier than the one observed.
  private static func edge(from mode: Int, to end: Int, _ isLikelier: (Int) -> Bool) -> Int? {
    guard !isLikelier(end) else { return nil }
    var (likely, unlikely) = (mode, end)
    while abs(unlikely - likely) > 1 {
      let middle = likely + (unlikely - likely) / 2
      if isLikelier(middle) { likely = middle } else { unlikely = middle }
    }
    return unlikely
  }

  private static func logChoose(_ n: Int, _ k: Int) -> Double {
    Double.logGamma(ofPositive: Double(n + 1)) - Double.logGamma(ofPositive: Double(k + 1))
      - Double.logGamma(ofPositive: Double(n - k + 1))
  }
}
