/// The test of bursts: whether stretches of a series are raised more than chance raises any.
///
/// Each is tested by the largest likelihood ratio over all stretches (``ScanTest``): first between
/// the stretch and the rest, in units of the noise, then in company with the other bursts, where the
/// noise may remember as much as it likes (``MemorySelection``). Assumes that outside of bursts there
/// is one level.
public enum BurstTest {
  /// The p-value of each stretch; 1 for those that the noise explains as well.
  ///
  /// - Parameters:
  ///   - stretches: ascending, apart, none the whole series.
  ///   - scale: what likelihood ratios are divided by: the multiple of the family's variance that the
  ///     noise has.
  public static func pValues(
    of stretches: [Range<Int>], in series: LevelSeries, dispersion: Double, alpha: Double = 0.01
  ) -> [Double] {
    let law = ScanTest(count: series.count)
    let cost = LevelCost(series)
    var p = stretches.map { law.pValue(ratio(of: $0, cost) / dispersion) }
    let proposed = stretches.indices.filter { p[$0] <= alpha }
    guard !proposed.isEmpty else { return p }
    let standing = MemorySelection(
      stretches: proposed.map { stretches[$0] }, in: StableSeries(series),
      critical: law.criticalValue(alpha)
    ).standing(of: proposed.count)
    var remembered = Array(repeating: 1.0, count: stretches.count)
    for one in standing { remembered[proposed[one.index]] = law.pValue(one.ratio) }
    for index in proposed { p[index] = max(p[index], remembered[index]) }
    return p
  }

  private static func ratio(of stretch: Range<Int>, _ cost: LevelCost) -> Double {
    let whole = cost.cost(from: 0, to: cost.count)
    let within = cost.cost(from: stretch.lowerBound, to: stretch.upperBound)
    return max(0, whole - within - cost.cost(outside: stretch))
  }
}
