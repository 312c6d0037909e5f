import Statistics
import Testing

@testable import Pipeline

/// Samples drawn from made mentions, as `parlance sample` draws them, and estimated as `parlance
/// score` does: the truth is known, so bias and coverage can be counted.
@Suite struct WeightedPrecisionTests {
  private struct Population {
    /// By entry and cell, how many mentions there are, and how many of the first of them are right.
    var cells: [(entry: Int32, name: String, count: Int, right: Int)] = []

    /// Cells of very different size and precision: the larger, the worse.
    init(entries: Int32, outlets: Int, years: Int, seed: UInt64) {
      var random = SplitMix64(state: seed)
      func uniform() -> Double { Double.random(in: 0..<1, using: &random) }
      for entry in 0..<entries {
        for outlet in 0..<outlets {
          let precision = outlet == 0 ? 0.4 : 0.6 + 0.4 * uniform()
          for year in 0..<years {
            let count = 1 + Int((outlet == 0 ? 200 : 25) * uniform() * uniform())
            let right = (0..<count).count { _ in uniform() < precision }
            cells.append((entry, "\(outlet) \(year)", count, right))
          }
        }
      }
    }

    /// The precision of the mentions of some entries.
    func truth(_ entries: Set<Int32>) -> Double {
      let cells = cells.filter { entries.contains($0.entry) }
      return Double(cells.reduce(0) { $0 + $1.right }) / Double(cells.reduce(0) { $0 + $1.count })
    }

    func sample(size: Int, seed: UInt64) -> [StratifiedSample<Bool>.Drawn] {
      var sample = StratifiedSample<Bool>(size: size, seed: seed)
      for cell in cells {
        for unit in 0..<cell.count {
          sample.offer(
            unit < cell.right, identity: "\(cell.entry) \(cell.name) \(unit)", entry: cell.entry,
            stratum: cell.name)
        }
      }
      return sample.drawn(.equal)
    }
  }

  private func estimate(_ drawn: [StratifiedSample<Bool>.Drawn]) -> StratifiedShare? {
    let strata = Dictionary(grouping: drawn) { "\($0.entry) \($0.stratum)" }
    return StratifiedShare(
      strata.sorted { $0.key < $1.key }.map { _, units in
        StratifiedShare.Stratum(
          group: "\(units[0].entry)", size: units.reduce(0) { $0 + $1.weight },
          values: units.map { $0.unit ? 1 : 0 })
      })
  }

  /// One entry of which a cell holds much; few entries; entries drawn once or not at all.
  @Test(arguments: [
    (entries: 1, outlets: 6, years: 8, size: 60), (entries: 1, outlets: 6, years: 8, size: 200),
    (entries: 5, outlets: 4, years: 5, size: 60), (entries: 40, outlets: 2, years: 3, size: 30),
    (entries: 40, outlets: 2, years: 3, size: 100),
  ])
  func isUnbiasedAndHoldsTheTruth(
    _ made: (entries: Int, outlets: Int, years: Int, size: Int)
  ) throws {
    let population = Population(
      entries: Int32(made.entries), outlets: made.outlets, years: made.years, seed: 7)
    let draws = 200
    var (error, square, covered) = (0.0, 0.0, 0)
    for seed in 0..<UInt64(draws) {
      let drawn = population.sample(size: made.size, seed: seed)
      let truth = population.truth(Set(drawn.map(\.entry)))
      let share = try #require(estimate(drawn))
      let interval = try #require(share.interval())
      error += share.value - truth
      square += (share.value - truth) * (share.value - truth)
      if (interval.low...interval.high).contains(truth) { covered += 1 }
    }
    let bias = error / Double(draws)
    let standardError = (square / Double(draws)).squareRoot() / Double(draws).squareRoot()
    #expect(abs(bias) < 3.5 * standardError, "bias \(bias) ± \(standardError)")
    #expect(Double(covered) / Double(draws) >= 0.92, "covered \(covered) of \(draws)")
  }
}
