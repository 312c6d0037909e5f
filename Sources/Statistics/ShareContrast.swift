/// Cohen's effect size of two shares, h = |2 asin √a − 2 asin √b|: from 0 to π, and as hard to tell
/// from nothing at any level. .2 is small, .5 medium, .8 large.
///
/// Source: J. Cohen (1988), Statistical Power Analysis for the Behavioral Sciences, chapter 6.
/// Shares beyond 0 and 1 are taken as these.
public func shareContrast(_ a: Double, _ b: Double) -> Double {
  func angle(_ share: Double) -> Double {
    2 * Double.asin(min(1, max(0, share.isNaN ? 0 : share)).squareRoot())
  }
  return abs(angle(a) - angle(b))
}
