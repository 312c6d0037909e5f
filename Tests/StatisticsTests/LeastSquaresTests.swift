import Statistics
import Testing

struct LeastSquaresTests {
  /// statsmodels OLS with HAC errors on the Nile, t = 0…99 (methods.md).
  @Test(arguments: [
    (0, false, 31.158855, 0.496161), (4, false, 43.224163, 0.695620),
    (4, true, 43.662998, 0.702683),
  ])
  func neweyWest(lags: Int, smallSample: Bool, constant: Double, slope: Double) throws {
    let fit = try #require(
      LeastSquares(
        nile, on: nile.indices.map { [1, Double($0)] }, lags: lags, smallSample: smallSample))
    #expect(agree(fit.coefficients[0], 1053.70812))
    #expect(agree(fit.coefficients[1], -2.71430543))
    #expect(agree(fit.standardErrors[0], constant))
    #expect(agree(fit.standardErrors[1], slope))
  }

  @Test func hostile() {
    #expect(LeastSquares([], on: [], lags: 0) == nil)
    #expect(LeastSquares([1, 2], on: [[1, 1], [1, 2]], lags: 0) == nil)
    #expect(LeastSquares([1, 2, 3], on: [[1, 1], [1, 1], [1, 1]], lags: 0) == nil)
    #expect(LeastSquares([1, .nan, 3], on: [[1], [1], [1]], lags: 0) == nil)
    #expect(LeastSquares([1, 2, 3], on: [[1], [1, 2], [1]], lags: 0) == nil)
    #expect(LeastSquares([1, 2, 3], on: [[1], [1], [1]], lags: -3)?.coefficients == [2])
    #expect(LeastSquares([1, 2, 3], on: [[1], [1], [1]], lags: 99) != nil)
  }

  @Test func intervention() throws {
    let values = (0..<40).map { (t: Int) -> Double in
      let noise = Double(t * 7 % 5) / 10
      return t < 20 ? Double(t) + noise : Double(t) + 8 + 0.5 * Double(t - 20) + noise
    }
    let series = try #require(InterruptedSeries(values, start: 20))
    #expect(abs(series.level.size - 8) < 0.2)
    #expect(abs(series.slope.size - 0.5) < 0.02)
    #expect(abs(series.expected - 20.2) < 0.2)
    #expect(series.level.pValue < 1e-6)
    #expect(series.level.interval.low < 8 && series.level.interval.high > 8)
    #expect(InterruptedSeries(values, start: 1) == nil)
    #expect(InterruptedSeries(values, start: 39) == nil)
    #expect(InterruptedSeries([], start: 0) == nil)
  }

  /// A jump in the middle of noise stands out among other dates; where there is none, the event's
  /// date is one among many.
  @Test func placebo() throws {
    var random = SplitMix64(state: 3)
    let noise = (0..<60).map { _ in Double.random(in: -1...1, using: &random) }
    let jump = noise.enumerated().map { $0.offset < 30 ? $0.element : $0.element + 6 }
    let found = try #require(InterruptedSeries.placebo(jump, start: 30))
    #expect(found.level < 0.05)
    #expect(found == InterruptedSeries.placebo(jump, start: 30)!)
    let nothing = try #require(InterruptedSeries.placebo(noise, start: 30))
    #expect(nothing.level > 0.1)
    #expect(InterruptedSeries.placebo([1, 2, 3, 4, 5, 6], start: 3) == nil)
    #expect(InterruptedSeries.placebo([], start: 0) == nil)
  }

  /// Weights of 1 and 0.5 are as good as counting some values twice; without memory, the
  /// coefficients are the same.
  @Test func weights() throws {
    let values = (0..<20).map { (t: Int) -> Double in Double(t * 7 % 5 + (t < 10 ? 0 : 4)) }
    let times = values.indices.map(Double.init)
    let weights = values.indices.map { $0 % 3 == 0 ? 2.0 : 1 }
    let twice = values.indices.flatMap { $0 % 3 == 0 ? [$0, $0] : [$0] }
    let start = try #require(twice.firstIndex(of: 10))
    let a = try #require(
      InterruptedSeries(values, start: 10, times: times, weights: weights, lags: 0))
    let b = try #require(
      InterruptedSeries(
        twice.map { values[$0] }, start: start, times: twice.map { times[$0] }, lags: 0))
    #expect(agree(a.level.size, b.level.size))
    #expect(agree(a.slope.size, b.slope.size))
    #expect(InterruptedSeries(values, start: 10, weights: [1]) == nil)
    #expect(InterruptedSeries(values, start: 10, weights: values.map { _ in 0 }) == nil)
  }

  /// Two lines that share nothing are the regression with dummies, errors and all: R's Nile with a
  /// gap, weighted, against the general solution.
  @Test func twoLinesAreOneRegression() throws {
    let kept = nile.indices.filter { $0 != 50 && $0 != 51 }
    let (values, times) = (kept.map { nile[$0] }, kept.map(Double.init))
    let weights = kept.map { 1 + Double($0 % 4) }
    let found = try #require(
      InterruptedSeries(values, start: 28, times: times, weights: weights, lags: 4))
    let rows = kept.indices.map { index in
      let time = times[index] - 28
      let row = [1, time, index < 28 ? 0 : 1, index < 28 ? 0 : time]
      return row.map { $0 * weights[index].squareRoot() }
    }
    let fit = try #require(
      LeastSquares(
        kept.indices.map { values[$0] * weights[$0].squareRoot() }, on: rows, lags: 4))
    #expect(agree(found.level.size, fit.coefficients[2], digits: 9))
    #expect(agree(found.slope.size, fit.coefficients[3], digits: 9))
    #expect(agree(found.level.error, fit.standardErrors[2], digits: 9))
    #expect(agree(found.slope.error, fit.standardErrors[3], digits: 9))
    #expect(agree(found.expected, fit.coefficients[0], digits: 9))
  }
}
