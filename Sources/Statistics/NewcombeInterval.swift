/// Newcombe's hybrid score interval of the difference of two proportions, second minus first.
///
/// Squares and adds the distances of each proportion to its Wilson bounds. Assumes independent
/// samples; sound for small counts.
///
/// Source: R. G. Newcombe (1998), Statistics in Medicine 17: 873–890, method 10.
/// - Returns: `nil` where either Wilson interval is undefined.
public func newcombeInterval(
  first: (successes: Double, trials: Double), second: (successes: Double, trials: Double),
  z: Double = NormalDistribution.z95
) -> Interval? {
  guard let a = wilsonInterval(successes: first.successes, trials: first.trials, z: z),
    let b = wilsonInterval(successes: second.successes, trials: second.trials, z: z)
  else { return nil }
  let p = first.successes / first.trials
  let q = second.successes / second.trials
  func root(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
  return Interval(q - p - root(q - b.low, a.high - p), q - p + root(b.high - q, p - a.low))
}
