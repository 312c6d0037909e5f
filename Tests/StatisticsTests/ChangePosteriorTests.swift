import Testing

@testable import Statistics

struct ChangePosteriorTests {
  private func gaussian(_ values: [Double]) throws -> LevelSeries {
    try #require(LevelSeries(family: .gaussian, y: values, w: values.map { _ in 1 }))
  }

  /// The sum over all segmentations, written out.
  @Test func sumsAllSegmentations() throws {
    let y = [2.0, 1, 3, 9, 8, 7]
    let series = try #require(LevelSeries(family: .poisson, y: y, w: y.map { _ in 1 }))
    let posterior = try #require(ChangePosterior(series, scale: 1))
    let (a, b) = (y.reduce(0, +) / 6, 1.0)
    func evidence(_ segment: ArraySlice<Double>) -> Double {
      let (sum, n) = (segment.reduce(0, +), Double(segment.count))
      return Double.exp(
        a * Double.log(b) - Double.logGamma(a) + Double.logGamma(a + sum)
          - (a + sum) * Double.log(b + n))
    }
    var (total, at, inside) = (0.0, Array(repeating: 0.0, count: 6), 0.0)
    for mask in 0..<32 {
      let changes = (1...5).filter { mask & (1 << ($0 - 1)) != 0 }
      let edges = [0] + changes + [6]
      let weight = zip(edges, edges.dropFirst()).reduce(Double.pow(0.2, Double(changes.count))) {
        $0 * evidence(y[$1.0..<$1.1])
      }
      total += weight
      for change in changes { at[change] += weight }
      if changes.contains(where: { (3...4).contains($0) }) { inside += weight }
    }
    for period in 1...5 { #expect(agree(posterior.probability(at: period), at[period] / total)) }
    #expect(agree(posterior.probability(in: 3...4), inside / total))
    #expect(posterior.probability(at: 0) == 0 && posterior.probability(at: 6) == 0)
  }

  /// R `bcp` on the Nile (reference/statistics-from-r.json): the likeliest change is at observation
  /// 28 from 0, with probability .7442 by MCMC under priors of its own.
  @Test func theNile() throws {
    let series = try gaussian(nile)
    // The residual variance about the two levels (R `strucchange`).
    let posterior = try #require(ChangePosterior(series, scale: 1_597_457.194 / 98))
    let at = nile.indices.map(posterior.probability(at:))
    #expect(at.indices.max { at[$0] < at[$1] } == 28)
    #expect(abs(at[28] - 0.7442) < 0.05, "\(at[28])")
    #expect(posterior.probability(in: 25...32) > 0.9)
  }

  @Test func shares() throws {
    func posterior(_ after: Double) throws -> ChangePosterior {
      let y = (0..<60).map { ($0 < 30 ? 20 : after) + Double($0 * 7 % 5) }
      let series = try #require(LevelSeries(family: .binomial, y: y, w: y.map { _ in 1_000 }))
      return try #require(ChangePosterior(series, scale: 1, shortest: 3))
    }
    #expect(try posterior(60).probability(in: 29...31) > 0.999)
    #expect(try posterior(20).probability(in: 20...40) < 0.1)
  }

  @Test func hostile() throws {
    #expect(ChangePosterior(try gaussian([]), scale: 1) == nil)
    #expect(ChangePosterior(try gaussian([1]), scale: 0) == nil)
    #expect(ChangePosterior(try gaussian([1]), scale: 1)?.probability(in: 0...0) == 0)
    let zeros = try #require(
      LevelSeries(family: .binomial, y: [0, 0, 0, 0], w: [1, 1, 1, 1]))
    #expect((ChangePosterior(zeros, scale: 1)?.probability(at: 2) ?? 1) < 0.3)
    let whole = try #require(
      LevelSeries(family: .binomial, y: [1, 1, 1, 1], w: [1, 1, 1, 1]))
    #expect((ChangePosterior(whole, scale: 1)?.probability(at: 2) ?? 1) < 0.3)
  }

  @Test func logGamma() {
    for x in [0.5, 1, 2.5, 7.9, 8, 30, 1e6] {
      #expect(
        abs(Double.logGamma(ofPositive: x) - Double.logGamma(x)) < 1e-11
          * max(1, abs(Double.logGamma(x))))
    }
  }
}
