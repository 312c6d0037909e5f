/// The Mann–Kendall test of a monotonic trend, with Kendall's correction for ties.
///
/// S = Σ sign(yⱼ − yᵢ) over i < j; Var S = (n(n−1)(2n+5) − Σ t(t−1)(2t+5)) / 18 over groups of t
/// tied values; Z = (S ∓ 1) / √Var S. Assumes nothing of the shape of the trend or the noise but
/// that, without a trend, all orders of the values are equally likely: autocorrelation breaks
/// this, see ``hamedRao(_:slope:lags:alpha:)``.
///
/// Source: H. B. Mann (1945), Econometrica 13: 245–259; M. G. Kendall (1975), Rank Correlation
/// Methods.
public struct MannKendall: Sendable, Hashable {
  public var s: Double
  public var variance: Double
  /// Kendall's τ-a.
  public var tau: Double

  public var z: Double {
    guard variance > 0, s != 0 else { return 0 }
    return (s > 0 ? s - 1 : s + 1) / variance.squareRoot()
  }

  /// Two-sided.
  public var pValue: Double { NormalDistribution.twoSided(z) }

  /// - Returns: `nil` for fewer than three values or one that is not finite.
  public init?(_ values: [Double]) {
    guard values.count >= 3, values.allSatisfy(\.isFinite) else { return nil }
    var sorted = values
    let falls = Self.countInversions(&sorted)
    let n = Double(values.count)
    var tiedPairs = 0.0
    var tieVariance = 0.0
    for t in Self.runLengths(of: sorted) {
      tiedPairs += t * (t - 1) / 2
      tieVariance += t * (t - 1) * (2 * t + 5)
    }
    let pairs = n * (n - 1) / 2
    s = pairs - tiedPairs - 2 * falls
    tau = s / pairs
    variance = (n * (n - 1) * (2 * n + 5) - tieVariance) / 18
  }

  /// Sorts `values` by merging and counts the pairs that were in falling order.
  private static func countInversions(_ values: inout [Double]) -> Double {
    var count = 0.0
    var other = values
    var width = 1
    while width < values.count {
      var start = 0
      while start < values.count {
        let middle = min(start + width, values.count)
        let end = min(start + 2 * width, values.count)
        var i = start
        var j = middle
        for k in start..<end {
          if i < middle && (j >= end || values[i] <= values[j]) {
            other[k] = values[i]
            i += 1
          } else {
            other[k] = values[j]
            j += 1
            count += Double(middle - i)
          }
        }
        start = end
      }
      swap(&values, &other)
      width *= 2
    }
    return count
  }

  static func runLengths(of sorted: [Double]) -> [Double] {
    var lengths: [Double] = []
    for (index, value) in sorted.enumerated() {
      if index > 0, value == sorted[index - 1] {
        lengths[lengths.count - 1] += 1
      } else {
        lengths.append(1)
      }
    }
    return lengths
  }
}
