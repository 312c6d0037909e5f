/// Wilson's score interval of a proportion.
///
/// (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n), with p = successes / trials. Assumes
/// independent trials; unlike the textbook interval it stays within 0 and 1 and is sound for few
/// trials and for none or all successes.
///
/// Source: E. B. Wilson (1927), JASA 22: 209–212; recommended by Brown, Cai and DasGupta (2001).
/// - Returns: `nil` when there are no trials or when successes lie outside 0…trials.
public func wilsonInterval(
  successes: Double, trials: Double, z: Double = NormalDistribution.z95
) -> Interval? {
  guard trials > 0, trials.isFinite, successes >= 0, successes <= trials else { return nil }
  let p = successes / trials
  let square = z * z / trials
  let centre = p + square / 2
  let half = z * (p * (1 - p) / trials + square / (4 * trials)).squareRoot()
  return Interval(
    successes == 0 ? 0 : max(0, (centre - half) / (1 + square)),
    successes == trials ? 1 : min(1, (centre + half) / (1 + square)))
}
