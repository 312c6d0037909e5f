/// The interval of any function of counts, such as an index of concentration: counts of the same
/// total are drawn with the probabilities found, and the function is taken of each draw. Assumes
/// independent draws; plain functions of few counts are biased, the bootstrap's too.
///
/// Source: B. Efron and R. J. Tibshirani (1993), An Introduction to the Bootstrap, chapter 6.
/// - Returns: the 2.5 % and 97.5 % quantiles; `nil` without counts, and where the function has no
///   value.
public func multinomialInterval(
  _ counts: [Double], replicates: Int = 200, seed: UInt64 = 1,
  of statistic: ([Double]) -> Double?
) -> Interval? {
  let total = counts.reduce(0, +)
  guard total > 0, total <= 1e12, counts.allSatisfy({ $0 >= 0 }) else { return nil }
  var random = SplitMix64(state: seed)
  let values = (0..<max(0, replicates)).compactMap { _ -> Double? in
    var (left, weight) = (total, total)
    let drawn = counts.map { count -> Double in
      guard left > 0, count > 0 else { return 0 }
      let hits = count >= weight ? left : random.binomial(left, count / weight)
      left -= hits
      weight -= count
      return hits
    }
    return statistic(drawn)
  }
  return PoissonBootstrap.interval(values)
}
