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
    self.init(
      y, regressors: rows.flatMap { $0 }, count: k, lags: lags, smallSample: smallSample)
  }

  /// - Parameters:
  ///   - x: the regressors, those of one observation after those of another.
  ///   - k: how many an observation has.
  init?(_ y: [Double], regressors x: [Double], count k: Int, lags: Int, smallSample: Bool = true) {
    guard k > 0, x.count == y.count * k, y.count > k, x.allSatisfy(\.isFinite),
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
    // Each observation's regressors times its residual.
    var scores = x
    for t in y.indices {
      var residual = y[t]
      for i in 0..<k { residual -= x[t * k + i] * beta[i] }
      for i in 0..<k { scores[t * k + i] *= residual }
    }
    let middle = Self.longRunSum(of: scores, count: k, lags: lags)
    let scale = smallSample ? Double(y.count) / Double(y.count - k) : 1
    coefficients = beta
    standardErrors = inverse.map { row in
      var variance = 0.0
      for i in 0..<k { for j in 0..<k { variance += row[i] * middle[i * k + j] * row[j] } }
      return (max(0, variance) * scale).squareRoot()
    }
    degreesOfFreedom = y.count - k
  }

  /// S, by rows.
  private static func longRunSum(of scores: [Double], count k: Int, lags: Int) -> [Double] {
    let n = scores.count / k
    var sum = Array(repeating: 0.0, count: k * k)
    for lag in 0...min(max(0, lags), n - 1) {
      var gamma = Array(repeating: 0.0, count: k * k)
      for t in lag..<n {
        for i in 0..<k {
          let a = scores[t * k + i]
          for j in 0..<k { gamma[i * k + j] += a * scores[(t - lag) * k + j] }
        }
      }
      let weight = 1 - Double(lag) / Double(lags + 1)
      for i in 0..<k {
        for j in 0..<k {
          let both = lag == 0 ? gamma[i * k + j] : gamma[i * k + j] + gamma[j * k + i]
          sum[i * k + j] += weight * both
        }
      }
    }
    return sum
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
