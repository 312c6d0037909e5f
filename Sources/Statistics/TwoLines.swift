/// A series as one straight line up to some value and another from there on, by weighted least
/// squares: the regression of an interrupted series, for any place of the interruption.
///
/// As the lines share nothing, each is fitted alone, from sums of products that are made once. The
/// errors of jump and turn are the roots of ``bartlettSum(_:lags:)`` of what each residual adds to
/// them, times n/(n − 4).
struct TwoLines: Sendable {
  private let values: [Double]
  private let times: [Double]
  private let weights: [Double]
  /// From the start, up to each value: of w, wt, wt², wy, wty; t and y from their means.
  private let sums: [Sums]
  private let centre: (time: Double, value: Double)

  private struct Sums: Sendable {
    var w = 0.0
    var wt = 0.0
    var wtt = 0.0
    var wy = 0.0
    var wty = 0.0

    static func - (a: Sums, b: Sums) -> Sums {
      Sums(
        w: a.w - b.w, wt: a.wt - b.wt, wtt: a.wtt - b.wtt, wy: a.wy - b.wy, wty: a.wty - b.wty)
    }
  }

  /// A line through its weighted mean.
  private struct Line {
    var weight: Double
    var time: Double
    var value: Double
    var slope: Double
    /// Σ w (t − t̄)².
    var spread: Double

    init?(_ sums: Sums) {
      weight = sums.w
      time = sums.wt / sums.w
      value = sums.wy / sums.w
      spread = sums.wtt - sums.wt * time
      slope = (sums.wty - sums.wt * value) / spread
      guard spread > 1e-12 * sums.wtt, slope.isFinite, value.isFinite else { return nil }
    }

    func at(_ time: Double) -> Double { value + slope * (time - self.time) }
  }

  /// - Returns: `nil` for arrays that differ in length, a weight that is not positive, or a number
  ///   that is not finite.
  init?(_ values: [Double], times: [Double]?, weights: [Double]?) {
    let times = times ?? values.indices.map(Double.init)
    let weights = weights ?? values.map { _ in 1 }
    guard times.count == values.count, weights.count == values.count,
      values.allSatisfy(\.isFinite), times.allSatisfy(\.isFinite),
      weights.allSatisfy({ $0 > 0 && $0.isFinite })
    else { return nil }
    let total = weights.reduce(0, +)
    let centre = (
      time: zip(times, weights).reduce(0) { $0 + $1.0 * $1.1 } / total,
      value: zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / total
    )
    self.centre = centre
    self.times = times.map { $0 - centre.time }
    self.values = values.map { $0 - centre.value }
    self.weights = weights
    var sums = [Sums()]
    sums.reserveCapacity(values.count + 1)
    for index in values.indices {
      var next = sums[index]
      let (t, y, w) = (self.times[index], self.values[index], weights[index])
      next.w += w
      next.wt += w * t
      next.wtt += w * t * t
      next.wy += w * y
      next.wty += w * t * y
      sums.append(next)
    }
    self.sums = sums
  }

  /// - Parameters:
  ///   - start: of the second line.
  ///   - lags: of the errors; ``LeastSquares/defaultLags(_:)`` if `nil`.
  /// - Returns: `nil` with too few values on either side, or times that do not tell a slope.
  func interrupted(at start: Int, lags: Int?) -> InterruptedSeries? {
    let count = values.count
    let least = InterruptedSeries.minimumCount
    guard start >= least, count - start >= least, let before = Line(sums[start]),
      let after = Line(sums[count] - sums[start])
    else { return nil }
    let origin = times[start]
    var jumps: [Double] = []
    var turns: [Double] = []
    jumps.reserveCapacity(count)
    turns.reserveCapacity(count)
    for (line, range, sign) in [(before, 0..<start, -1.0), (after, start..<count, 1.0)] {
      for index in range {
        let distance = times[index] - line.time
        let residual = values[index] - line.value - line.slope * distance
        let pull = sign * weights[index] * residual
        let turn = pull * distance / line.spread
        turns.append(turn)
        jumps.append(pull / line.weight + turn * (origin - line.time))
      }
    }
    let degrees = Double(count - 4)
    let lags = lags ?? LeastSquares.defaultLags(count)
    func effect(_ size: Double, _ influences: [Double]) -> InterruptedSeries.Effect {
      let variance = bartlettSum(influences, lags: lags) * Double(count) / degrees
      return InterruptedSeries.Effect(size: size, error: variance.squareRoot(), degrees: degrees)
    }
    return InterruptedSeries(
      level: effect(after.at(origin) - before.at(origin), jumps),
      slope: effect(after.slope - before.slope, turns),
      expected: before.at(origin) + centre.value,
      expectedLast: before.at(times[count - 1]) + centre.value)
  }
}
