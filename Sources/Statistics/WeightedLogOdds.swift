/// The weighted log-odds ratio of a word with an informative Dirichlet prior.
///
/// δ = ln((y₁+α)/(n₁+α₀−y₁−α)) − ln((y₂+α)/(n₂+α₀−y₂−α)), with variance
/// 1/(y₁+α) + 1/(y₂+α). The prior α pulls rare words towards no difference; taken in proportion to
/// the pooled corpora it also keeps function words from the top.
///
/// Source: B. L. Monroe, M. P. Colaresi and K. M. Quinn (2008), Political Analysis 16: 372–403,
/// equations 15, 16, 18 and 22.
public struct WeightedLogOdds: Sendable, Hashable {
  public var delta: Double
  public var variance: Double
  public var z: Double { delta / variance.squareRoot() }

  /// - Parameters:
  ///   - target, reference: occurrences of the word and of all words.
  ///   - prior: α of the word and α₀, the sum over all words.
  /// - Returns: `nil` where an odds is not a positive number.
  public init?(
    target: (count: Double, total: Double), reference: (count: Double, total: Double),
    prior: (word: Double, total: Double)
  ) {
    func odds(_ side: (count: Double, total: Double)) -> Double {
      (side.count + prior.word) / (side.total + prior.total - side.count - prior.word)
    }
    let a = odds(target)
    let b = odds(reference)
    guard a > 0, b > 0, a.isFinite, b.isFinite else { return nil }
    delta = Double.log(a) - Double.log(b)
    variance = 1 / (target.count + prior.word) + 1 / (reference.count + prior.word)
  }
}
