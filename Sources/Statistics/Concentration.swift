/// How unequally attention, or anything not negative, is spread.
///
/// Each is `nil` for no values, a negative or infinite one, or a sum of 0.
public enum Concentration {
  /// Gini's coefficient, 2 Σ i x₍ᵢ₎ / (n Σx) − (n+1)/n: 0 for equal shares, 1 − 1/n for one owner.
  ///
  /// Source: C. Gini (1912), Variabilità e mutabilità.
  public static func gini(_ values: [Double]) -> Double? {
    guard let sum = total(values) else { return nil }
    let n = Double(values.count)
    let ranked = values.sorted().enumerated()
      .reduce(0) { $0 + Double($1.offset + 1) * ($1.element / sum) }
    return 2 * ranked / n - (n + 1) / n
  }

  /// Theil's T, the mean of (x/μ) ln (x/μ): 0 for equal shares, ln n for one owner.
  ///
  /// Source: H. Theil (1967), Economics and Information Theory.
  public static func theil(_ values: [Double]) -> Double? {
    guard let sum = total(values) else { return nil }
    let n = Double(values.count)
    return values.reduce(0) { $0 + Double.xlog($1 / sum, n * ($1 / sum)) }
  }

  /// Atkinson's index, 1 − (mean of (x/μ)^(1−ε))^(1/(1−ε)); with ε = 1, 1 − geometric mean / μ.
  ///
  /// Source: A. B. Atkinson (1970), Journal of Economic Theory 2: 244–263.
  /// - Parameter aversion: ε, above 0.
  public static func atkinson(_ values: [Double], aversion: Double = 0.5) -> Double? {
    guard let sum = total(values), aversion > 0, aversion.isFinite else { return nil }
    let n = Double(values.count)
    let ratios = values.map { n * ($0 / sum) }
    if aversion == 1 { return 1 - Double.exp(ratios.reduce(0) { $0 + Double.log($1) / n }) }
    let mean = ratios.reduce(0) { $0 + Double.pow($1, 1 - aversion) / n }
    return 1 - Double.pow(mean, 1 / (1 - aversion))
  }

  /// The Herfindahl–Hirschman index, the sum of squared shares: 1/n for equal shares, 1 for one
  /// owner.
  ///
  /// Source: A. O. Hirschman (1964), American Economic Review 54: 761–762.
  public static func herfindahl(_ values: [Double]) -> Double? {
    guard let sum = total(values) else { return nil }
    return values.reduce(0) { $0 + ($1 / sum) * ($1 / sum) }
  }

  private static func total(_ values: [Double]) -> Double? {
    let sum = values.reduce(0, +)
    return values.allSatisfy { $0 >= 0 } && sum > 0 && sum.isFinite ? sum : nil
  }
}
