import Statistics
import Testing

/// Exact states by brute force (methods.md; statistics-from-python.json,
/// kleinberg_batched_small_bruteforce and kleinberg_batched).
struct KleinbergBurstsTests {
  @Test func tenPeriods() throws {
    let hits: [Double] = [1, 2, 1, 3, 9, 12, 10, 3, 2, 1]
    let bursts = try #require(
      KleinbergBursts(hits: hits, totals: hits.map { _ in 100 }))
    #expect(bursts.states == [0, 0, 0, 0, 1, 1, 1, 0, 0, 0])
    #expect(agree(bursts.cost, 25.782982))
  }

  @Test(arguments: [
    (2.0, 1.0, [0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0], 31.12119289085107),
    (2, 0.3, [0, 0, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0], 27.712835432483388),
    (3, 1, [0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0], 33.45125832436104),
  ])
  func bruteForce(s: Double, gamma: Double, states: [Int], cost: Double) throws {
    let hits: [Double] = [2, 3, 2, 9, 11, 8, 3, 2, 10, 2, 1, 3]
    let bursts = try #require(
      KleinbergBursts(hits: hits, totals: hits.map { _ in 100 }, s: s, gamma: gamma))
    #expect(bursts.states == states)
    #expect(agree(bursts.cost, cost))
  }

  @Test func longSeries() throws {
    guard let values = reference("statistics-from-python.json") else { return }
    let section = try #require(values["kleinberg_batched"] as? [String: Any])
    let hits = try #require(section["r"] as? [Double])
    let totals = try #require(section["d"] as? [Double])
    for run in try #require(section["runs"] as? [[String: Any]]) {
      let s = try #require(run["s"] as? Double)
      let gamma = try #require(run["gamma"] as? Double)
      let cost = try #require(run["cost"] as? Double)
      let bursts = try #require(KleinbergBursts(hits: hits, totals: totals, s: s, gamma: gamma))
      #expect(agree(bursts.cost, cost))
      let expected = try #require(run["weights"] as? [[Double]])
      #expect(bursts.bursts.count == expected.count)
      for (burst, weight) in zip(bursts.bursts, expected) {
        #expect(Double(burst.periods.lowerBound) == weight[0])
        #expect(Double(burst.periods.upperBound) == weight[1])
        #expect(agree(burst.weight, weight[2]))
      }
    }
  }

  @Test func hostile() {
    #expect(KleinbergBursts(hits: [], totals: []) == nil)
    #expect(KleinbergBursts(hits: [0, 0], totals: [5, 5]) == nil)
    #expect(KleinbergBursts(hits: [5, 5], totals: [5, 5]) == nil)
    #expect(KleinbergBursts(hits: [5, 5], totals: [5, 4]) == nil)
    #expect(KleinbergBursts(hits: [.nan], totals: [5]) == nil)
    #expect(KleinbergBursts(hits: [1], totals: [5])?.states == [0])
  }

  /// R `bursts` and PyPI `pybursts` on their example (statistics-from-r.json, kleinberg).
  @Test(arguments: [
    (2.0, 0.1, [[1.0, 4, 92], [2, 33, 37], [2, 76, 92], [3, 76, 77]]),
    (2, 1, [[1, 4, 92]]),
    (3, 0.5, [[1, 4, 92], [2, 76, 92]]),
  ])
  func stream(s: Double, gamma: Double, expected: [[Double]]) throws {
    let times: [Double] = [4, 17, 23, 27, 33, 35, 37, 76, 77, 82, 84, 88, 90, 92]
    let bursts = try #require(KleinbergStream(times: times, s: s, gamma: gamma)).bursts
    #expect(bursts.map { [Double($0.level), $0.start, $0.end] } == expected)
  }

  @Test func hostileStreams() {
    #expect(KleinbergStream(times: []) == nil)
    #expect(KleinbergStream(times: [1]) == nil)
    #expect(KleinbergStream(times: [1, 1]) == nil)
    #expect(KleinbergStream(times: [2, 1]) == nil)
    #expect(KleinbergStream(times: [1, .nan]) == nil)
    #expect(KleinbergStream(times: [1, .infinity]) == nil)
    #expect(KleinbergStream(times: [1, 2])?.bursts.count == 1)
  }
}
