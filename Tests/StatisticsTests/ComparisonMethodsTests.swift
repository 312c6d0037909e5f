import Testing

@testable import Statistics

struct AutoregressionTests {
  /// Luteinizing hormone in blood samples (R, datasets::lh).
  private let lh: [Double] = [
    2.4, 2.4, 2.4, 2.2, 2.1, 1.5, 2.3, 2.3, 2.5, 2.0, 1.9, 1.7, 2.2, 1.8, 3.2, 3.2, 2.7, 2.2, 2.2,
    1.9, 1.9, 1.8, 2.7, 3.0, 2.3, 2.0, 2.0, 2.9, 2.9, 2.7, 2.7, 2.3, 2.6, 2.4, 1.8, 1.7, 1.5, 1.4,
    2.1, 3.3, 3.5, 3.5, 3.1, 2.6, 2.1, 3.4, 3.0, 2.9,
  ]

  /// R, ar(lh): order 3, coefficients 0.6534, −0.0636, −0.2269.
  @Test func hormone() throws {
    let model = try #require(Autoregression(lh))
    #expect(model.coefficients.count == 3)
    for (found, expected) in zip(model.coefficients, [0.6534, -0.0636, -0.2269]) {
      #expect(abs(found - expected) < 6e-5)
    }
    #expect(agree(model.mean, 2.4))
    #expect(model.residuals(of: lh).count == 45)
    #expect(Autoregression([1, 1, 1, 1]) == nil)
    #expect(Autoregression([1, .nan, 1, 1]) == nil)
  }

  /// The second follows the first by three periods, both with memory.
  @Test func crossCorrelation() throws {
    var random = SplitMix64(state: 5)
    var x: [Double] = [0]
    for _ in 0..<130 { x.append(0.7 * x[x.count - 1] + random.normal()) }
    let y = x.indices.map { $0 < 3 ? 0 : 2 * x[$0 - 3] + 0.5 * random.normal() }
    let found = try #require(CrossCorrelation(x, y))
    #expect(found.lag == 3 && found.atLag > 0.8)
    #expect(try #require(CrossCorrelation(y, x)).lag == -3)
    let nothing = try #require(CrossCorrelation(x, (0..<131).map { _ in random.normal() }))
    let beyond = nothing.values.count { abs($0) > nothing.bound }
    #expect(Double(beyond) < 0.15 * Double(nothing.values.count))
    #expect(CrossCorrelation(x, [1]) == nil)
    #expect(CrossCorrelation(x, x.map { _ in 1 }) == nil)
    #expect(CrossCorrelation(x, x.map { _ in .nan }) == nil)
  }
}

struct AdoptionTests {
  private func shares(from start: Int) -> [Double] {
    (0..<60).map { (period: Int) -> Double in
      let level = min(1, max(0, Double(period - start) / 10))
      return (1 + 99 * level).rounded()
    }
  }

  @Test func anEarlyAndALateGroup() throws {
    let totals = Array(repeating: 1_000.0, count: 60)
    let early = try #require(
      Adoption(hits: shares(from: 10), totals: totals, parts: [0.1, 0.5, 2]))
    let late = try #require(
      Adoption(hits: shares(from: 25), totals: totals, parts: [0.1, 0.5, 2]))
    #expect(agree(early.laterLevel, 0.1))
    let half = try #require(early.times[1])
    #expect((14...16).contains(half.period))
    #expect(half.interval.low <= 15 && half.interval.high >= 15 && half.interval.high < 20)
    #expect(abs((late.times[1]?.period ?? 0) - half.period - 15) <= 1)
    #expect((early.times[0]?.period ?? 99) < half.period)
    #expect(early.times[2] == nil)
  }

  @Test func nothingToAdopt() {
    let totals = Array(repeating: 10.0, count: 20)
    #expect(Adoption(hits: totals.map { _ in 0 }, totals: totals, parts: [0.5]) == nil)
    #expect(Adoption(hits: [1, 2], totals: [3, 3], parts: [0.5]) == nil)
    #expect(Adoption(hits: totals.map { $0 + 1 }, totals: totals, parts: [0.5]) == nil)
  }

  @Test func draws() {
    var random = SplitMix64(state: 2)
    for (trials, p) in [(20.0, 0.1), (1_000, 0.9), (400, 0.3)] {
      let drawn = (0..<4_000).map { _ in random.binomial(trials, p) }
      let mean = drawn.reduce(0, +) / 4_000
      let variance = drawn.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 4_000
      let expected = trials * p * (1 - p)
      #expect(abs(mean - trials * p) < 4 * (expected / 4_000).squareRoot())
      #expect(abs(variance / expected - 1) < 0.15)
      #expect(drawn.allSatisfy { $0 >= 0 && $0 <= trials })
    }
  }
}
