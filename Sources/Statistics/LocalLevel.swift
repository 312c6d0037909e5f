/// A level that wanders, seen through noise: the series smoothed no more than the data ask for.
///
/// y(t) = μ(t) + ε(t), Var ε = σ²/w(t); μ(t+1) = μ(t) + η(t), Var η = q σ². q and σ² are those of
/// the greatest likelihood, the first level being unknown; μ is then estimated from the whole series
/// (Kalman's filter and smoother). A gap of d periods is d steps without an observation. Assumes
/// normal noise; a jump is smoothed over a few periods.
///
/// Source: J. Durbin and S. J. Koopman (2012), Time Series Analysis by State Space Methods, 2nd ed.,
/// chapter 2; A. C. Harvey (1989), Forecasting, Structural Time Series Models and the Kalman Filter.
public struct LocalLevel: Sendable, Hashable {
  /// μ at each observation.
  public var levels: [Double]
  /// σ², the variance of an observation of weight 1.
  public var noise: Double
  /// Var η, per period.
  public var drift: Double

  /// - Parameters:
  ///   - weights: positive, of the values; 1 if `nil`.
  ///   - times: ascending, in periods; consecutive if `nil`.
  /// - Returns: `nil` for fewer than three values, one that is not finite, or arrays that differ in
  ///   length.
  public init?(_ values: [Double], weights: [Double]? = nil, times: [Double]? = nil) {
    let weights = weights ?? values.map { _ in 1 }
    let times = times ?? values.indices.map(Double.init)
    guard values.count >= 3, weights.count == values.count, times.count == values.count,
      values.allSatisfy({ abs($0) <= 1e100 }), weights.allSatisfy({ $0 > 0 && $0 <= 1e100 }),
      zip(times, times.dropFirst()).allSatisfy({ $0 < $1 })
    else { return nil }
    // Noise and drift of one size where a period of mean weight is seen.
    let unit = weights.reduce(0) { $0 + 1 / $1 } / Double(values.count)
    let series = Filtered.Series(values: values, variances: weights.map { 1 / $0 }, times: times)
    let q = unit * Double.exp(Self.bestLogRatio { Filtered(series, ratio: unit * $0).deviance })
    let filtered = Filtered(series, ratio: q)
    levels = filtered.smoothed()
    noise = filtered.noise
    drift = q * filtered.noise
  }

  /// The ln q of least deviance, from −20 to 10: a coarse grid, for there may be several valleys,
  /// then golden sections about the best, then the lowest points of ever narrower parabolas.
  private static func bestLogRatio(_ deviance: (Double) -> Double) -> Double {
    let grid = stride(from: -20.0, through: 10, by: 2.5).map { ($0, deviance(Double.exp($0))) }
    guard let best = grid.min(by: { $0.1 < $1.1 }) else { return 0 }
    let golden = 0.5 * (5.0.squareRoot() - 1)
    var (low, high) = (best.0 - 2.5, best.0 + 2.5)
    var a = high - golden * (high - low)
    var b = low + golden * (high - low)
    var (atA, atB) = (deviance(Double.exp(a)), deviance(Double.exp(b)))
    while high - low > 0.1 {
      if atA < atB {
        (high, b, atB) = (b, a, atA)
        a = high - golden * (high - low)
        atA = deviance(Double.exp(a))
      } else {
        (low, a, atA) = (a, b, atB)
        b = low + golden * (high - low)
        atB = deviance(Double.exp(b))
      }
    }
    var middle = (low + high) / 2
    for step in [0.05, 0.005, 0.0005] {
      let left = deviance(Double.exp(middle - step))
      let right = deviance(Double.exp(middle + step))
      let bend = left - 2 * deviance(Double.exp(middle)) + right
      guard bend > 0 else { break }
      middle = min(max(low, middle + step * (left - right) / (2 * bend)), high)
    }
    return middle
  }
}

/// Kalman's filter for one ratio of drift to noise, variances in units of σ².
private struct Filtered {
  struct Series {
    var values: [Double]
    var variances: [Double]
    var times: [Double]
  }

  /// −2 ln of the concentrated likelihood, up to a constant.
  private(set) var deviance = 0.0
  private(set) var noise = 0.0
  private let series: Series
  private let ratio: Double
  /// Of the level given all up to then.
  private var means: [Double]
  private var variances: [Double]

  init(_ series: Series, ratio: Double) {
    self.series = series
    self.ratio = ratio
    var (mean, variance) = (series.values[0], series.variances[0])
    means = [mean]
    variances = [variance]
    means.reserveCapacity(series.values.count)
    variances.reserveCapacity(series.values.count)
    var (squares, logs) = (0.0, LogSum())
    for t in series.values.indices.dropFirst() {
      let predicted = variance + ratio * (series.times[t] - series.times[t - 1])
      let total = predicted + series.variances[t]
      let error = series.values[t] - mean
      squares += error * error / total
      logs.add(total)
      let gain = predicted / total
      mean += gain * error
      variance = predicted * (1 - gain)
      means.append(mean)
      variances.append(variance)
    }
    let n = Double(series.values.count - 1)
    noise = squares / n
    deviance = (noise > 0 ? n * Double.log(noise) : -1e300) + logs.value
  }

  /// Backwards: each level given all (Rauch, Tung and Striebel).
  func smoothed() -> [Double] {
    var levels = means
    for t in stride(from: means.count - 2, through: 0, by: -1) {
      let predicted = variances[t] + ratio * (series.times[t + 1] - series.times[t])
      let share = predicted > 0 ? variances[t] / predicted : 1
      levels[t] = means[t] + share * (levels[t + 1] - means[t])
    }
    return levels
  }
}
