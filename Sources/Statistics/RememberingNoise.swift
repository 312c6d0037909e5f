/// How well segments describe a series whose noise remembers, by exact Gaussian likelihood.
///
/// x(t) = the level, or line, of its segment + s(t) √φ (a(t) + e(t)): a is a stationary AR(1) process
/// of autocorrelation ρ and variance 1 − η, e white noise of variance η. φ, ρ and η are those of
/// greatest likelihood, ρ and η on a grid, for each description of the series anew: so memory may
/// explain what segments would, and segments what memory would, and neither is measured on the
/// assumption that the other is there. Of counts, white noise has at least the variance that
/// counting brings, φη ≥ 1.
///
/// The likelihood is that of Kalman's filter, which whitens the regressors too; the sums of their
/// products turn every merging of segments into a small system of equations.
///
/// Source: A. C. Harvey (1989), Forecasting, Structural Time Series Models and the Kalman Filter,
/// 3.4.
struct RememberingNoise: Sendable {
  struct Fit: Sendable {
    /// −2 ln L, up to a constant that all descriptions share.
    var deviance: Double
    /// ρ, and the share η of the variance that is white.
    var autocorrelation: Double
    var white: Double

    /// The autocorrelation of a + e at a lag of one is (1 − η) ρ, and fades by ρ.
    var firstAutocorrelation: Double { (1 - white) * autocorrelation }

    /// By how much memory inflates the variance of the mean of a long stretch.
    var inflation: Double { 1 + 2 * firstAutocorrelation / (1 - autocorrelation) }
  }

  private let filtered: [FilteredColumns]
  private let count: Int
  private let segments: Int
  private let parameters: Int
  private let isCount: Bool

  private static let autocorrelations = [0.2, 0.4, 0.55, 0.7, 0.8, 0.9]
  private static let whiteShares = [0, 0.2, 0.4, 0.6, 0.8]
  /// Of counts, where some of the noise is always white.
  private static let whiteSharesOfCounts = [0.02, 0.07, 0.2, 0.4, 0.7]

  /// - Parameters:
  ///   - segment: the number of each period's segment, from 0.
  ///   - parameters: of a segment: 1 for a level, 2 for a line.
  init(_ series: StableSeries, segment: [Int], parameters: Int) {
    count = series.values.count
    segments = (segment.max() ?? 0) + 1
    self.parameters = parameters
    isCount = series.isCount
    let rows = RegressionRows(series, segment: segment, parameters: parameters)
    var filtered = [FilteredColumns(rows, series.times, autocorrelation: 0, white: 1)]
    for rho in Self.autocorrelations {
      for white in isCount ? Self.whiteSharesOfCounts : Self.whiteShares {
        filtered.append(FilteredColumns(rows, series.times, autocorrelation: rho, white: white))
      }
    }
    self.filtered = filtered
  }

  /// The best fit with segments of one group described as one.
  ///
  /// - Parameter groups: the number of each segment's group, from 0 without gaps.
  func fit(groups: [Int]) -> Fit {
    let n = Double(count)
    // For each column of the segments, that of its group; the series comes last.
    let kept = ((groups.max() ?? 0) + 1) * parameters
    let targets =
      (0..<segments * parameters).map {
        groups[$0 / parameters] * parameters + $0 % parameters
      } + [kept]
    var matrix: [Double] = []
    var best = Fit(deviance: .infinity, autocorrelation: 0, white: 1)
    for cell in filtered {
      let squares = cell.squares(targets, columns: kept + 1, &matrix)
      let least = isCount ? 1 / cell.white : 1e-300
      let variance = max(squares / n, least)
      let deviance = n * Double.log(variance) + squares / variance + cell.logDeterminant
      if deviance < best.deviance {
        best = Fit(
          deviance: deviance, autocorrelation: cell.autocorrelation, white: cell.white)
      }
    }
    return best
  }

  /// How many independent observations the series is worth, over those left once the description
  /// has taken its parameters; infinite if none are: what a likelihood ratio is to be divided by.
  func shortage(_ fit: Fit, groups: [Int]) -> Double {
    let worth = Double(count) / fit.inflation
    let left = worth - Double(((groups.max() ?? 0) + 1) * parameters)
    return left > 0 ? worth / left : .infinity
  }
}

/// The series and the regressors of its segments, each divided by the series' own deviation.
private struct RegressionRows {
  /// Row by row, the series last.
  var values: [Double]
  var columns: Int
  /// Of each row, the columns that have been other than 0 up to it, but the last.
  var begun: [Int]

  init(_ series: StableSeries, segment: [Int], parameters: Int) {
    let count = series.values.count
    columns = ((segment.max() ?? 0) + 1) * parameters + 1
    values = Array(repeating: 0, count: columns * count)
    begun = []
    begun.reserveCapacity(count)
    // Squares of values or times far from 0 would drown the residuals.
    let mean = series.values.reduce(0) { $0 + $1 / Double(count) }
    let middle = count > 0 ? (series.times[0] + series.times[count - 1]) / 2 : 0
    for t in 0..<count {
      let unit = 1 / series.deviations[t]
      let first = segment[t] * parameters
      values[t * columns + first] = unit
      if parameters == 2 { values[t * columns + first + 1] = unit * (series.times[t] - middle) }
      values[t * columns + columns - 1] = unit * (series.values[t] - mean)
      begun.append(max(begun.last ?? 0, first + parameters))
    }
  }
}

/// What is left of columns when one ρ and η have been taken out, as sums of products.
private struct FilteredColumns: Sendable {
  var autocorrelation: Double
  var white: Double
  var logDeterminant: Double
  /// The lower triangle, row by row.
  private var products: [Double]

  init(_ rows: RegressionRows, _ times: [Double], autocorrelation: Double, white: Double) {
    self.autocorrelation = autocorrelation
    self.white = white
    let columns = rows.columns
    let last = columns - 1
    products = Array(repeating: 0, count: columns * (columns + 1) / 2)
    var predicted = Array(repeating: 0.0, count: columns)
    var innovation = predicted
    let remembered = 1 - white
    var variance = remembered
    var logs = LogSum()
    for t in times.indices {
      let gap = t + 1 < times.count ? times[t + 1] - times[t] : 1
      let fade = gap == 1 ? autocorrelation : Double.pow(autocorrelation, gap)
      let total = variance + white
      let gain = fade * variance / total
      let unit = 1 / total.squareRoot()
      logs.add(total)
      let begun = rows.begun[t]
      var place = 0
      for i in 0..<begun {
        let error = rows.values[t * columns + i] - predicted[i]
        predicted[i] = fade * predicted[i] + gain * error
        let one = error * unit
        innovation[i] = one
        for j in 0...i { products[place + j] += one * innovation[j] }
        place += i + 1
      }
      let error = rows.values[t * columns + last] - predicted[last]
      predicted[last] = fade * predicted[last] + gain * error
      let one = error * unit
      innovation[last] = one
      place = last * columns / 2
      for j in 0..<begun { products[place + j] += one * innovation[j] }
      products[place + last] += one * one
      variance = fade * (fade - gain) * variance + (1 - fade * fade) * remembered
    }
    logDeterminant = logs.value
  }

  /// The residual sum of squares of the last column about the others, those of one target added up.
  ///
  /// - Parameter matrix: any array, to be reused.
  func squares(_ targets: [Int], columns: Int, _ matrix: inout [Double]) -> Double {
    matrix.removeAll(keepingCapacity: true)
    matrix.append(contentsOf: repeatElement(0, count: columns * columns))
    var place = 0
    for i in targets.indices {
      for j in 0...i {
        matrix[targets[i] * columns + targets[j]] += products[place]
        if i != j { matrix[targets[j] * columns + targets[i]] += products[place] }
        place += 1
      }
    }
    for pivot in 0..<(columns - 1) {
      let diagonal = matrix[pivot * columns + pivot]
      guard diagonal > 0 else { continue }
      for i in (pivot + 1)..<columns {
        let factor = matrix[i * columns + pivot] / diagonal
        for j in (pivot + 1)..<columns {
          matrix[i * columns + j] -= factor * matrix[pivot * columns + j]
        }
      }
    }
    return max(0, matrix[columns * columns - 1])
  }
}
