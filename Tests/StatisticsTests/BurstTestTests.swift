import Testing

@testable import Statistics

struct BurstTestTests {
  /// The integral by Simpson's rule of 20,000 steps in NumPy. Of 20,000 normal series, 1 %, 1 % and
  /// 1 % exceeded the first three statistics.
  @Test(arguments: [
    (14.25, 24, 0.008331283857125468), (17.37, 96, 0.010027075427857628),
    (19.57, 240, 0.009286155886), (30, 240, 6.462034868556342e-05),
  ])
  func scanLaw(statistic: Double, count: Int, p: Double) {
    #expect(agree(ScanTest(count: count).pValue(statistic), p))
    #expect(agree(ScanTest(count: count).criticalValue(p), statistic))
  }

  @Test func scanLawOfLittle() {
    #expect(ScanTest(count: 1).pValue(100) == 1)
    #expect(ScanTest(count: 50).pValue(0) == 1)
    #expect(ScanTest(count: 50).pValue(.nan).isNaN)
    #expect(ScanTest(count: 50).pValue(1e6) == 0)
  }

  @Test func aBurstIsSureAndScatterIsNot() throws {
    var random = Generator(seed: 3)
    var hits = (0..<80).map { _ in Double(20 + random.below(9)) }
    hits[30] = 70
    hits[31] = 75
    let series = try #require(
      LevelSeries(family: .binomial, y: hits, w: hits.map { _ in 1000 }))
    let p = BurstTest.pValues(of: [10..<12, 30..<32, 60..<61], in: series, dispersion: 1)
    #expect(p[0] > 0.05 && p[1] < 1e-6 && p[2] > 0.05)
  }

  /// Of series that only remember, few show a burst; each has Kleinberg's stretches proposed.
  @Test func memoryIsNoRowOfBursts() throws {
    var found = 0
    for seed in 0..<60 {
      var random = Generator(seed: UInt64(seed))
      var state = 0.0
      let hits = (0..<96).map { _ in
        state = 0.7 * state + 0.7 * (random.uniform() + random.uniform() + random.uniform() - 1.5)
        return (30 * max(0.1, 1 + 0.6 * state)).rounded()
      }
      let series = try #require(
        LevelSeries(family: .binomial, y: hits, w: hits.map { _ in 1000 }))
      let bursts = try #require(KleinbergBursts(hits: series.y, totals: series.w)).bursts
      let p = BurstTest.pValues(
        of: bursts.map { Range($0.periods) }, in: series, dispersion: Dispersion(of: series).phi)
      if p.contains(where: { $0 <= 0.01 }) { found += 1 }
    }
    #expect(found <= 3)
  }
}
