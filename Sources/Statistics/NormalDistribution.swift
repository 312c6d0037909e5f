/// The standard normal distribution.
public enum NormalDistribution {
  /// The 97.5 % quantile: the half-width of a 95 % interval in standard errors.
  public static let z95 = 1.959963984540054

  /// φ(z).
  static func density(_ z: Double) -> Double {
    Double.exp(-z * z / 2) / (2 * Double.pi).squareRoot()
  }

  /// P(Z > z).
  public static func upperTail(_ z: Double) -> Double { 0.5 * Double.erfc(z / 2.0.squareRoot()) }

  /// P(|Z| > |z|).
  public static func twoSided(_ z: Double) -> Double { Double.erfc(abs(z) / 2.0.squareRoot()) }

  /// The z below which a proportion `p` lies; infinite at 0 and 1, NaN outside.
  ///
  /// Acklam's rational approximation (relative error 1e-9), made exact to rounding by one step of
  /// Halley's method on `erfc`.
  public static func quantile(_ p: Double) -> Double {
    guard p > 0, p < 1 else { return p == 0 ? -.infinity : p == 1 ? .infinity : .nan }
    let z = approximateQuantile(p)
    let error = 0.5 * Double.erfc(-z / 2.0.squareRoot()) - p
    let step = error * (2 * Double.pi).squareRoot() * Double.exp(z * z / 2)
    return z - step / (1 + z * step / 2)
  }

  private static func approximateQuantile(_ p: Double) -> Double {
    let tail = 0.02425
    if p < tail { return lowerTail((-2 * Double.log(p)).squareRoot()) }
    if p > 1 - tail { return -lowerTail((-2 * Double.log1p(-p)).squareRoot()) }
    let q = p - 0.5
    let r = q * q
    let above = polynomial(
      [
        -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269,
        -30.66479806614716, 2.506628277459239,
      ], r)
    let below = polynomial(
      [
        -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972,
        -13.28068155288572, 1,
      ], r)
    return above * q / below
  }

  private static func lowerTail(_ q: Double) -> Double {
    polynomial(
      [
        -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734,
        4.374664141464968, 2.938163982698783,
      ], q)
      / polynomial(
        [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1], q)
  }

  /// Horner's scheme, the highest power first.
  private static func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
    coefficients.reduce(0) { $0 * x + $1 }
  }
}
