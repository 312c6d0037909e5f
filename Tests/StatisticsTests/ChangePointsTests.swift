import Testing

@testable import Statistics

struct ChangePointsTests {
  /// The Nile fell in 1898 (observation 28 from 0), 95 % interval 25–32 by Bai's method in R
  /// `strucchange`; the likelihood-ratio interval need not be the same, but should be alike.
  @Test func nileFell() throws {
    let series = try #require(LevelSeries(family: .gaussian, y: nile, w: nile.map { _ in 1 }))
    let points = ChangePoints(in: series)
    #expect(points.changes.map(\.period) == [28])
    let change = try #require(points.changes.first)
    #expect(change.periods.lowerBound >= 24 && change.periods.upperBound <= 32)
    #expect(agree(change.before, 1097.75))
    #expect(agree(change.after, 849.972222222222))
    // 1e-14 for independent noise; the memory that the flow may have instead leaves less.
    #expect(change.pValue < 1e-4)
    #expect(change.effectInterval.low < -247.78 && change.effectInterval.high > -247.78)
  }

  @Test func aShareThatDoubles() throws {
    let hits = (0..<60).map { (period: Int) -> Double in
      Double(period < 36 ? 50 + period % 5 : 100 + period % 7)
    }
    let series = try #require(
      LevelSeries(family: .binomial, y: hits, w: hits.map { _ in 1000 }))
    #expect(ChangePoints(in: series).changes.map(\.period) == [36])
  }

  @Test func aTrendIsNotCut() throws {
    var random = Generator(seed: 5)
    let values = (0..<120).map { Double($0) / 20 + random.uniform() + random.uniform() }
    let series = try #require(LevelSeries(family: .gaussian, y: values, w: values.map { _ in 1 }))
    #expect(ChangePoints(in: series).changes.isEmpty)
  }

  @Test func aLoneSpikeIsNoChange() throws {
    var hits = Array(repeating: 20.0, count: 60)
    for index in hits.indices { hits[index] += Double((index * 37) % 9) }
    hits[30] = 400
    let series = try #require(
      LevelSeries(family: .binomial, y: hits, w: hits.map { _ in 1000 }))
    #expect(ChangePoints(in: series).changes.isEmpty)
  }

  @Test func hostile() throws {
    func points(_ y: [Double], _ family: LevelSeries.Family = .gaussian) throws -> ChangePoints {
      ChangePoints(
        in: try #require(LevelSeries(family: family, y: y, w: y.map { max(1, abs($0)) })))
    }
    #expect(try points([]).changes.isEmpty)
    #expect(try points([3]).changes.isEmpty)
    #expect(try points(Array(repeating: 0, count: 50)).changes.isEmpty)
    #expect(try points(Array(repeating: 0, count: 50), .binomial).changes.isEmpty)
    #expect(try points(Array(repeating: 7, count: 50), .binomial).changes.isEmpty)
    #expect(try points((0..<50).map { $0 % 2 == 0 ? 1e99 : -1e99 }).changes.isEmpty)
    #expect(LevelSeries(family: .binomial, y: [3], w: [2]) == nil)
    #expect(LevelSeries(family: .gaussian, y: [.nan], w: [1]) == nil)
    #expect(LevelSeries(family: .gaussian, y: [1, 2], w: [1]) == nil)
    #expect(LevelSeries(family: .poisson, y: [1], w: [0]) == nil)
  }
}
