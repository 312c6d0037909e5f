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
}
