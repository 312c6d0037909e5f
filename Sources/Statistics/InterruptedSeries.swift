/// The effect of an intervention at a known time: by how much the level jumps and the slope turns.
///
/// y = β₀ + β₁ t + β₂ D + β₃ D (t − t₀), D = 1 from the intervention t₀ on, by least squares with
/// Newey–West errors. β₂ is the jump at t₀ and β₃ the turn per period, both against what the trend
/// before would have brought: it assumes that nothing else happened at t₀ and that the trend was a
/// straight line.
///
/// Source: A. K. Wagner et al. (2002), Journal of Clinical Pharmacy and Therapeutics 27: 299–309.
public struct InterruptedSeries: Sendable, Hashable {
  public struct Effect: Sendable, Hashable {
    public var size: Double
    public var interval: Interval
    /// Two-sided, by Student's t.
    public var pValue: Double
  }

  public var level: Effect
  public var slope: Effect
  /// The level at t₀ had the trend before gone on.
  public var expected: Double

  /// - Parameters:
  ///   - start: the index of the first value under the intervention; at least three values on
  ///     either side.
  ///   - times: ascending; consecutive integers if `nil`.
  ///   - lags: of the errors; ``LeastSquares/defaultLags(_:)`` if `nil`.
  public init?(_ values: [Double], start: Int, times: [Double]? = nil, lags: Int? = nil) {
    let times = times ?? values.indices.map(Double.init)
    guard start >= 3, values.count - start >= 3, times.count == values.count else { return nil }
    let origin = times[start]
    let rows = times.enumerated().map { index, time in
      index < start ? [1, time - origin, 0, 0] : [1, time - origin, 1, time - origin]
    }
    guard
      let fit = LeastSquares(
        values, on: rows, lags: lags ?? LeastSquares.defaultLags(values.count))
    else { return nil }
    func effect(_ index: Int) -> Effect {
      let (size, error) = (fit.coefficients[index], fit.standardErrors[index])
      let degrees = Double(fit.degreesOfFreedom)
      let half = error * StudentDistribution.twoSidedQuantile(0.05, degrees: degrees)
      let p = error > 0 ? StudentDistribution.twoSided(size / error, degrees: degrees) : .nan
      return Effect(size: size, interval: Interval(size - half, size + half), pValue: p)
    }
    level = effect(2)
    slope = effect(3)
    expected = fit.coefficients[0]
  }
}
