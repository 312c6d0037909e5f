/// The chi-square distribution.
public enum ChiSquareDistribution {
  /// P(X > x) with `degrees` of freedom: the regularized upper incomplete gamma function
  /// Q(degrees / 2, x / 2). NaN for what is not a number or no degree of freedom.
  public static func upperTail(_ x: Double, degrees: Double) -> Double {
    guard !x.isNaN, degrees > 0 else { return .nan }
    guard x > 0 else { return 1 }
    if x == .infinity { return 0 }
    return degrees == 1
      ? Double.erfc((x / 2).squareRoot()) : upperIncompleteGamma(degrees / 2, x / 2)
  }

  /// Series below a + 1, Lentz's continued fraction above (Press et al., *Numerical Recipes*, 6.2).
  private static func upperIncompleteGamma(_ a: Double, _ x: Double) -> Double {
    let scale = Double.exp(-x + a * Double.log(x) - Double.logGamma(a))
    if x < a + 1 {
      var term = 1 / a
      var sum = term
      var n = a
      while abs(term) > abs(sum) * 1e-17 {
        n += 1
        term *= x / n
        sum += term
      }
      return max(0, 1 - sum * scale)
    }
    var b = x + 1 - a
    var c = 1e300
    var d = 1 / b
    var fraction = d
    for i in 1...10_000 {
      let an = -Double(i) * (Double(i) - a)
      b += 2
      d = 1 / Double.nonzero(an * d + b)
      c = Double.nonzero(b + an / c)
      fraction *= d * c
      if abs(d * c - 1) < 1e-16 { break }
    }
    return scale * fraction
  }
}

extension Double {
  /// `x`, or the least number that a continued fraction may divide by.
  static func nonzero(_ x: Double) -> Double { abs(x) < 1e-300 ? 1e-300 : x }
}
