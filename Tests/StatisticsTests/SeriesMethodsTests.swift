import Testing

@testable import Statistics

struct RateIntervalTests {
  private func sums(_ units: [(h: Double, t: Double)]) -> RateInterval.Sums {
    RateInterval.Sums(
      units: Double(units.count), events: units.reduce(0) { $0 + $1.h },
      exposure: units.reduce(0) { $0 + $1.t }, eventSquares: units.reduce(0) { $0 + $1.h * $1.h },
      eventsByExposure: units.reduce(0) { $0 + $1.h * $1.t },
      exposureSquares: units.reduce(0) { $0 + $1.t * $1.t })
  }

  /// The exact limits of a Poisson count (Garwood 1936; R, poisson.test): 10 → 4.795389, 18.39036;
  /// 100 → 81.36397, 121.6272. Byar's approximation is within half a percent.
  @Test(arguments: [(10.0, 4.795389, 18.39036), (100, 81.36397, 121.6272), (3, 0.618672, 8.767273)])
  func byar(events: Double, low: Double, high: Double) {
    let interval = RateInterval.byar(events, z: NormalDistribution.z95)
    #expect(abs(interval.low / low - 1) < 0.03)
    #expect(abs(interval.high / high - 1) < 0.005)
  }

  /// Events that all come from one document of ten are one draw of ten.
  @Test func clusters() throws {
    let even = try #require(RateInterval(sums((0..<10).map { _ in (2, 100) })))
    let lumped = try #require(RateInterval(sums((0..<10).map { ($0 == 0 ? 20 : 0, 100) })))
    #expect(even.rate == 0.02 && lumped.rate == 0.02)
    #expect(even.dispersion == 1)
    // n/(n−1) Σ(h − rt)² / Σh = 10/9 (18² + 9·2²)/20.
    #expect(agree(lumped.dispersion, 20))
    #expect(lumped.interval.low < even.interval.low)
    #expect(lumped.interval.high > 2 * even.interval.high)
  }

  @Test func edges() throws {
    let none = try #require(RateInterval(sums([(0, 500), (0, 500)])))
    #expect(none.rate == 0 && none.interval.low == 0)
    // The rule of three: 3.7 events, two-sided.
    #expect(abs(none.interval.high - 0.00369) < 3e-5)
    #expect(RateInterval(sums([])) == nil)
    #expect(RateInterval(sums([(1, .infinity)])) == nil)
    #expect(RateInterval(sums([(4, 10)]))?.dispersion == 1)
  }
}

struct LocalLevelTests {
  /// The Nile: σ² 15099, drift 1469.1 (Durbin and Koopman 2012, 2.10.3; R, StructTS).
  @Test func theNile() throws {
    let model = try #require(LocalLevel(nile))
    #expect(agree(model.noise, 15_099, digits: 4))
    #expect(agree(model.drift, 1_469.1, digits: 4))
    // Their figure 2.2: the smoothed level falls from about 1,110 to 800.
    #expect(abs(model.levels[0] - 1_111) < 5 && abs(model.levels[99] - 798) < 5)
  }

  @Test func weightsAndGaps() throws {
    // An observation that weighs nearly nothing is passed over.
    var values = (0..<30).map { Double($0 % 3) }
    values[15] = 500
    let weights = values.map { $0 == 500 ? 1e-9 : 1 }
    let model = try #require(LocalLevel(values, weights: weights))
    #expect(model.levels[15] < 3)
    let times = values.indices.map { Double($0 < 15 ? $0 : $0 + 40) }
    #expect(LocalLevel(values, times: times)?.levels.count == 30)
    let flat = try #require(LocalLevel([2, 2, 2, 2]))
    #expect(flat.levels == [2, 2, 2, 2])
    #expect(LocalLevel([1, 2]) == nil)
    #expect(LocalLevel([1, .nan, 2]) == nil)
    #expect(LocalLevel([1, 2, 3], weights: [1, 0, 1]) == nil)
    #expect(LocalLevel([1, 2, 3], times: [1, 1, 2]) == nil)
  }
}

struct TwoWayMeansTests {
  private func cell(_ unit: Int, _ period: Int, _ value: Double, _ weight: Double = 1)
    -> TwoWayMeans.Cell
  { TwoWayMeans.Cell(unit: unit, period: period, value: value, weight: weight) }

  /// A second unit with a level of its own joins in the middle: the pooled mean jumps, the levels
  /// do not.
  @Test func aNewUnitIsNoShift() {
    let cells = (0..<10).flatMap { period in
      period < 5 ? [cell(0, period, 0.1)] : [cell(0, period, 0.1), cell(1, period, 0.5, 3)]
    }
    let levels = TwoWayMeans(cells, units: 2, periods: 10).levels.compactMap { $0 }
    #expect(levels.count == 10)
    for level in levels { #expect(abs(level - levels[0]) < 1e-9) }
    // The mean of a over all observed: (10 · .1 + 15 · .5) / 25.
    #expect(agree(levels[0], 0.34))
  }

  /// Both units double.
  @Test func aCommonShiftIsOne() {
    let cells = (0..<10).flatMap { period in
      [cell(0, period, period < 5 ? 0.1 : 0.3), cell(1, period, period < 5 ? 0.5 : 0.7, 9)]
    }
    let levels = TwoWayMeans(cells, units: 2, periods: 10).levels.compactMap { $0 }
    #expect(abs(levels[9] - levels[0] - 0.2) < 1e-9)
  }

  @Test func partsThatNothingLinks() {
    let cells = [cell(0, 0, 1), cell(1, 2, 5), cell(1, 3, 6), cell(0, 9, .nan)]
    #expect(TwoWayMeans(cells, units: 2, periods: 4).levels == [nil, nil, 5, 6])
    #expect(TwoWayMeans([], units: 0, periods: 2).levels == [nil, nil])
  }
}

struct PoissonBootstrapTests {
  @Test func weights() {
    let bootstrap = PoissonBootstrap(replicates: 200)
    #expect(bootstrap.weights(of: 7) == bootstrap.weights(of: 7))
    #expect(bootstrap.weights(of: 7) != bootstrap.weights(of: 8))
    #expect(bootstrap.weights(of: 7) != PoissonBootstrap(replicates: 200, seed: 2).weights(of: 7))
    let all = (0..<500).flatMap { bootstrap.weights(of: UInt64($0)) }.map(Double.init)
    let mean = all.reduce(0, +) / Double(all.count)
    let variance = all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(all.count)
    #expect(abs(mean - 1) < 0.01 && abs(variance - 1) < 0.02)
    #expect(PoissonBootstrap(replicates: -1).weights(of: 1).isEmpty)
  }

  /// The standard error of a mean of 400 units with variance 1/12.
  @Test func interval() throws {
    let bootstrap = PoissonBootstrap(replicates: 1_000)
    var sums = Array(repeating: (sum: 0.0, count: 0.0), count: 1_000)
    for unit in 0..<400 {
      let value = Double(unit * 37 % 400) / 400
      for (index, weight) in bootstrap.weights(of: UInt64(unit)).enumerated() {
        sums[index].sum += Double(weight) * value
        sums[index].count += Double(weight)
      }
    }
    let interval = try #require(PoissonBootstrap.interval(sums.map { $0.sum / $0.count }))
    #expect(abs((interval.high - interval.low) / (2 * 1.96 * 0.01443) - 1) < 0.1)
    #expect(PoissonBootstrap.interval([1, 2]) == nil)
  }
}
