/// Ordinary least squares with standard errors that bear autocorrelation and unequal variance.
///
/// The covariance is (X'X)⁻¹ S (X'X)⁻¹ with Newey and West's S = Γ₀ + Σ (1 − l/(L+1)) (Γₗ + Γₗ'),
/// Γₗ = Σ eₜ eₜ₋ₗ xₜ xₜ₋ₗ'. With L = 0 these are White's errors.
///
/// Source: W. K. Newey and K. D. West (1987), Econometrica 55: 703–708.
public struct LeastSquares: Sendable, Hashable {
  public var coefficients: [Double]
  public var standardErrors: [Double]
  /// Observations less coefficients.
  public var degreesOfFreedom: Int

  /// - Parameters:
  ///   - rows: the regressors of each observation, the constant included.
  ///   - lags: L.
  ///   - smallSample: whether the covariance is multiplied by n / (n − k).
  /// - Returns: `nil` for fewer observations than coefficients, collinear regressors, or a number
  ///   that is not finite.
  public init?(_ y: [Double], on rows: [[Double]], lags: Int, smallSample: Bool = true) {
    guard let k = rows.first?.count, rows.allSatisfy({ $0.count == k }) else { return nil }
    let x = rows.flatMap { $0 }
    guard k > 0, rows.count == y.count, y.count > k, x.allSatisfy(\.isFinite),
      y.allSatisfy(\.isFinite)
    else { return nil }
    var cross = Self.zeros(k)
    var product = Array(repeating: 0.0, count: k)
    for t in y.indices {
      for i in 0..<k {
        product[i] += x[t * k + i] * y[t]
        for j in 0..<k { cross[i][j] += x[t * k + i] * x[t * k + j] }
      }
    }
    guard let inverse = Self.inverse(of: cross) else { return nil }
    let beta = inverse.map { zip($0, product).reduce(0) { $0 + $1.0 * $1.1 } }
    let residuals = y.indices.map { t in
      (0..<k).reduce(y[t]) { $0 - x[t * k + $1] * beta[$1] }
    }
    let scale = smallSample ? Double(y.count) / Double(y.count - k) : 1
    coefficients = beta
    standardErrors = inverse.map { row in
      // By how much each observation's residual moves the coefficient.
      let influences = y.indices.map { t in
        (0..<k).reduce(0) { $0 + row[$1] * x[t * k + $1] } * residuals[t]
      }
      return (bartlettSum(influences, lags: lags) * scale).squareRoot()
    }
    degreesOfFreedom = y.count - k
  }

  /// The lags that grow slowly with the series: ⌊4 (n/100)^(2/9)⌋.
  public static func defaultLags(_ count: Int) -> Int {
    Int(4 * Double.pow(Double(max(0, count)) / 100, 2.0 / 9))
  }

  private static func zeros(_ k: Int) -> [[Double]] {
    Array(repeating: Array(repeating: 0, count: k), count: k)
  }

  /// Gauss and Jordan with pivoting.
  private static func inverse(of matrix: [[Double]]) -> [[Double]]? {
    let k = matrix.count
    var left = matrix
    var right = zeros(k)
    for i in 0..<k { right[i][i] = 1 }
    for column in 0..<k {
      let pivot = (column..<k).max { abs(left[$0][column]) < abs(left[$1][column]) } ?? column
      left.swapAt(column, pivot)
      right.swapAt(column, pivot)
      let value = left[column][column]
      guard abs(value) > 1e-12 * abs(matrix[column][column]), value.isFinite else { return nil }
      for j in 0..<k {
        left[column][j] /= value
        right[column][j] /= value
      }
      for row in 0..<k where row != column {
        let factor = left[row][column]
        for j in 0..<k {
          left[row][j] -= factor * left[column][j]
          right[row][j] -= factor * right[column][j]
        }
      }
    }
    return right
  }
}
