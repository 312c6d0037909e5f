import Testing

@testable import Statistics

struct PeltTests {
  private func gaussian(_ values: [Double]) throws -> LevelCost {
    LevelCost(
      try #require(LevelSeries(family: .gaussian, y: values, w: values.map { _ in 1 })))
  }

  private func poisson(_ values: [Double]) throws -> LevelCost {
    LevelCost(try #require(LevelSeries(family: .poisson, y: values, w: values.map { _ in 1 })))
  }

  /// R `strucchange` and `changepoint`, PELT on the scaled Nile with the penalty 3 ln n
  /// (statistics-from-r.json, changepoint and strucchange): one break, after 28.
  @Test func nileBreaks() throws {
    let mean = nile.reduce(0, +) / 100
    let variance = nile.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 99
    let scaled = nile.map { ($0 - mean) / variance.squareRoot() }
    #expect(pelt(try gaussian(scaled), penalty: 13.8155105579643) == [28])
    #expect(agree(scaled[..<28].reduce(0, +) / 28, 1.05420217952263))
  }

  /// R `changepoint`, Poisson, PELT with the penalty 3 ln n and segments of at least two: 24, 29,
  /// 73 with means 2.5, 8.2, 3.6818, 1.7407.
  @Test func discoveriesBreak() throws {
    #expect(
      pelt(try poisson(discoveries), penalty: 13.8155105579643, minimumLength: 2) == [24, 29, 73])
  }

  /// R `changepoint` on the simulated three-segment Poisson series and on the Lai et al. (2005)
  /// array profile, PELT (statistics-from-r.json, changepoint).
  @Test func referenceSeries() throws {
    guard let values = reference("statistics-from-r.json") else { return }
    let data = try #require(values["data"] as? [String: Any])
    let three = try #require(data["pois3seg"] as? [Double])
    let lai = try #require(data["Lai2005fig4_col5"] as? [Double])
    #expect(pelt(try poisson(three), penalty: 14.8249272678279, minimumLength: 2) == [50, 99])
    #expect(pelt(try poisson(three), penalty: 9.88328484521861, minimumLength: 2) == [50, 99])
    #expect(
      pelt(try gaussian(lai), penalty: 15.7880705667147) == [81, 85, 89, 96, 123, 133])
  }

  /// PELT is exact: the same as trying every segmentation of short series.
  @Test(arguments: 1...12)
  func exact(seed: Int) throws {
    var random = Generator(seed: UInt64(seed))
    let values = (0..<10).map { Double(random.below(9)) + ($0 > 5 ? Double(seed % 7) : 0) }
    let cost = try gaussian(values)
    for shortest in 1...3 {
      let found = pelt(cost, penalty: 20, minimumLength: shortest)
      #expect(abs(total(cost, found) - leastByTrying(cost, shortest)) < 1e-9)
    }
  }

  private func total(_ cost: LevelCost, _ changes: [Int]) -> Double {
    let edges = [0] + changes + [cost.count]
    return zip(edges, edges.dropFirst()).reduce(0) { $0 + cost.cost(from: $1.0, to: $1.1) }
      + 20 * Double(changes.count)
  }

  private func leastByTrying(_ cost: LevelCost, _ shortest: Int) -> Double {
    (0..<(1 << (cost.count - 1))).lazy
      .map { mask in (1..<cost.count).filter { mask >> ($0 - 1) & 1 == 1 } }
      .filter { changes in
        let edges = [0] + changes + [cost.count]
        return zip(edges, edges.dropFirst()).allSatisfy { $1 - $0 >= shortest }
      }
      .map { total(cost, $0) }.min() ?? 0
  }

  @Test func hostile() throws {
    #expect(pelt(try gaussian([]), penalty: 1) == [])
    #expect(pelt(try gaussian([1]), penalty: 1) == [])
    #expect(pelt(try gaussian([1, 9]), penalty: .nan) == [])
    #expect(pelt(try gaussian([0, 0, 9, 9]), penalty: 0, minimumLength: 0) == [2])
  }
}

/// SplitMix64: the same numbers on every platform.
struct Generator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
  mutating func uniform() -> Double { Double.random(in: 0..<1, using: &self) }
}
