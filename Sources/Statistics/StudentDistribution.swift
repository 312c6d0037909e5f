/// Student's t distribution.
public enum StudentDistribution {
  /// P(|T| > |t|) with `degrees` of freedom: the regularized incomplete beta function
  /// I_x(degrees / 2, 1 / 2) at x = degrees / (degrees + t²).
  public static func twoSided(_ t: Double, degrees: Double) -> Double {
    guard !t.isNaN, degrees > 0 else { return .nan }
    if t.isInfinite { return 0 }
    return incompleteBeta(degrees / 2, 0.5, degrees / (degrees + t * t))
  }

  /// The t that |T| exceeds with probability `p`, by Newton's method on the tail, halving
  /// where it would leave the bracket.
  public static func twoSidedQuantile(_ p: Double, degrees: Double) -> Double {
    guard p > 0, p < 1, degrees > 0 else { return .nan }
    var low = 0.0
    var high = 1.0
    while twoSided(high, degrees: degrees) > p, high < 1e15 { high *= 2 }
    var t = (low + high) / 2
    for _ in 0..<200 {
      let excess = twoSided(t, degrees: degrees) - p
      if excess > 0 { low = t } else { high = t }
      let newton = t + excess / (2 * density(t, degrees: degrees))
      let next = newton > low && newton < high ? newton : (low + high) / 2
      if abs(next - t) <= 1e-15 * t { return next }
      t = next
    }
    return t
  }

  private static func density(_ t: Double, degrees: Double) -> Double {
    Double.exp(
      Double.logGamma((degrees + 1) / 2) - Double.logGamma(degrees / 2)
        - (degrees + 1) / 2 * Double.log1p(t * t / degrees))
      / (degrees * Double.pi).squareRoot()
  }

  /// Lentz's continued fraction (Press et al., *Numerical Recipes*, 6.4).
  private static func incompleteBeta(_ a: Double, _ b: Double, _ x: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    if x > (a + 1) / (a + b + 2) { return 1 - incompleteBeta(b, a, 1 - x) }
    let scale = Double.exp(
      Double.logGamma(a + b) - Double.logGamma(a) - Double.logGamma(b) + a * Double.log(x)
        + b * Double.log1p(-x))
    var c = 1.0
    var d = 1 / Double.nonzero(1 - (a + b) * x / (a + 1))
    var fraction = d
    for i in 1...10_000 {
      let m = Double(i)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / Double.nonzero(1 + even * d)
      c = Double.nonzero(1 + even / c)
      fraction *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / Double.nonzero(1 + odd * d)
      c = Double.nonzero(1 + odd / c)
      fraction *= d * c
      if abs(d * c - 1) < 1e-16 { break }
    }
    return scale * fraction / a
  }
}
