/// How far distributions are from one another, in bits.
public enum Divergence {
  /// Kullback and Leibler's Σ p log₂ (p/q): the surprise of p to one who expects q. Infinite where
  /// p has something that q has not: smooth both first.
  ///
  /// - Returns: `nil` for arrays that differ in length or are not distributions.
  public static func kullbackLeibler(_ p: [Double], _ q: [Double]) -> Double? {
    guard p.count == q.count, isDistribution(p), isDistribution(q) else { return nil }
    return zip(p, q).reduce(0) { $1.0 == 0 ? $0 : $0 + $1.0 * Double.log2($1.0 / $1.1) }
  }

  /// Jensen and Shannon's divergence, the mean surprise of both to one who expects their mean: 0
  /// for equal, 1 for disjoint distributions, and symmetric. Its root is a distance.
  ///
  /// Source: J. Lin (1991), IEEE Transactions on Information Theory 37: 145–151.
  public static func jensenShannon(_ p: [Double], _ q: [Double]) -> Double? {
    guard p.count == q.count else { return nil }
    let mean = zip(p, q).map { ($0 + $1) / 2 }
    guard let a = kullbackLeibler(p, mean), let b = kullbackLeibler(q, mean) else { return nil }
    return max(0, (a + b) / 2)
  }

  private static func isDistribution(_ p: [Double]) -> Bool {
    p.allSatisfy { $0 >= 0 } && abs(p.reduce(0, +) - 1) < 1e-6
  }
}

/// How new a text is against those before it, and how much of that lasts in those after.
///
/// Novelty is the mean divergence from each of the `window` texts before, transience that from
/// each of those after; resonance, their difference, is novelty that stays.
///
/// Source: A. T. J. Barron, J. Huang, R. L. Spang and S. DeDeo (2018), PNAS 115: 4607–4612.
public struct Resonance: Sendable, Hashable {
  public var novelty: Double
  public var transience: Double
  public var resonance: Double { novelty - transience }

  /// One per text, in bits; `nil` where the window leaves the series or a row is no distribution.
  ///
  /// - Parameter texts: their distributions over topics or words, in time order.
  public static func series(_ texts: [[Double]], window: Int) -> [Resonance?] {
    texts.indices.map { index in
      guard window > 0, index >= window, texts.count - index > window else { return nil }
      func mean(_ others: some Sequence<Int>) -> Double? {
        others.reduce(0.0) { sum, other in
          sum.flatMap { sum in
            Divergence.kullbackLeibler(texts[index], texts[other])
              .map { sum + $0 / Double(window) }
          }
        }
      }
      guard let novelty = mean((index - window)..<index),
        let transience = mean((index + 1)...(index + window))
      else { return nil }
      return Resonance(novelty: novelty, transience: transience)
    }
  }
}
