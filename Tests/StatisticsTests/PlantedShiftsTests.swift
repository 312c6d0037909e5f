import Testing

@testable import Statistics

/// Series that are made: how often is something found in nothing, and a doubling missed?
struct PlantedShiftsTests {
  @Test(arguments: [24, 60, 120])
  func nothing(periods: Int) {
    let found = (0..<40).count { seed in
      !ChangePoints(in: series(periods, before: 20, after: 20, seed: seed)).changes.isEmpty
    }
    #expect(found <= 2)
  }

  @Test(arguments: [24, 60, 120])
  func doubling(periods: Int) {
    var errors: [Int] = []
    for seed in 0..<40 {
      let points = ChangePoints(in: series(periods, before: 50, after: 100, seed: seed))
      let middle = periods / 2
      if let error = points.changes.map({ abs($0.period - middle) }).min() { errors.append(error) }
    }
    #expect(errors.count >= 36)
    #expect(errors.sorted()[errors.count / 2] <= 1)
  }

  /// 200 documents or so per period, each a hit or not.
  private func series(_ periods: Int, before: Int, after: Int, seed: Int) -> LevelSeries {
    var random = Generator(seed: UInt64(seed))
    let totals = (0..<periods).map { _ in 150 + random.below(100) }
    let hits = totals.enumerated().map { period, total in
      let share = Double(period < periods / 2 ? before : after) / 200
      return (0..<total).count { _ in random.uniform() < share }
    }
    return LevelSeries(family: .binomial, y: hits.map(Double.init), w: totals.map(Double.init))!
  }
}
