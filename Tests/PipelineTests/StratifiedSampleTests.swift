import Testing

@testable import Pipeline

@Suite struct StratifiedSampleTests {
  /// Units `0 ..< count`: entry n mod 5 where a fifth of the entries is rare, stratum n mod 7.
  private func sample(
    _ units: some Sequence<Int>, size: Int, seed: UInt64 = 1
  ) -> StratifiedSample<Int> {
    var sample = StratifiedSample<Int>(size: size, seed: seed)
    for unit in units {
      let entry = Int32(unit % 50 == 0 ? 4 : unit % 4)
      sample.offer(unit, identity: "unit \(unit)", entry: entry, stratum: "\(unit % 7)")
    }
    return sample
  }

  @Test(arguments: [StratifiedSample<Int>.Allocation.equal, .proportional])
  func followsFromSeedAndUnitsAlone(_ allocation: StratifiedSample<Int>.Allocation) {
    let forward = sample(0..<1000, size: 60).drawn(allocation)
    let backward = sample((0..<1000).reversed(), size: 60).drawn(allocation)
    #expect(forward.map(\.unit) == backward.map(\.unit))
    #expect(forward.count == 60 && Set(forward.map(\.unit)).count == 60)
    let other = sample(0..<1000, size: 60, seed: 2).drawn(allocation)
    #expect(Set(other.map(\.unit)) != Set(forward.map(\.unit)))
  }

  @Test func sharesEvenlyAndGivesWhatRareEntriesLackToOthers() {
    let drawn = sample(0..<1000, size: 200).drawn(.equal)
    let counts = Dictionary(grouping: drawn, by: \.entry).mapValues(\.count)
    #expect(counts[4] == 20)
    #expect([0, 1, 2, 3].allSatisfy { counts[$0] == 45 })
    for (entry, units) in Dictionary(grouping: drawn, by: \.entry) where entry < 4 {
      let strata = Dictionary(grouping: units) { $0.unit % 7 }.mapValues(\.count).values
      #expect((strata.max() ?? 0) - (strata.min() ?? 0) <= 1)
    }
  }

  @Test func sharesByNumberWithWeightsThatSumToTheWhole() {
    for allocation in [StratifiedSample<Int>.Allocation.equal, .proportional] {
      let drawn = sample(0..<1000, size: 100).drawn(allocation)
      #expect(abs(drawn.reduce(0) { $0 + $1.weight } - 1000) < 1e-6)
    }
    let counts = Dictionary(
      grouping: sample(0..<1000, size: 100).drawn(.proportional), by: \.entry
    ).mapValues(\.count)
    #expect(counts[4] == 2)
  }

  @Test func givesAllWhereThereAreFewer() {
    #expect(sample(0..<30, size: 100).drawn(.equal).map(\.weight) == Array(repeating: 1, count: 30))
    #expect(sample(0..<0, size: 100).drawn(.proportional).isEmpty)
  }

  @Test func weighsByWhatEachStratumHolds() {
    var sample = StratifiedSample<Int>(size: 40, seed: 1)
    for unit in 0..<1000 {
      sample.offer(
        unit, identity: "unit \(unit)", entry: 0, stratum: unit < 900 ? "large" : "small")
    }
    let drawn = sample.drawn(.equal)
    #expect(drawn.count { $0.unit < 900 } == 20)
    #expect(drawn.allSatisfy { $0.weight == ($0.unit < 900 ? 45 : 5) })
    #expect(Set(drawn.map(\.stratum)) == [1, 2])
  }

  @Test func joinsNeighboursWhereCellsAreTooMany() {
    let join = StratifiedSample<Int>.joined
    #expect(join([5, 5, 5], 3) == [0..<1, 1..<2, 2..<3])
    #expect(join([1, 1, 9, 1, 1, 9], 4) == [0..<2, 2..<3, 3..<5, 5..<6])
    #expect(join([9, 1, 1, 1], 2) == [0..<1, 1..<4])
    #expect(join([9, 1], 1) == [0..<2])
    #expect(join([], 3).isEmpty)
  }
}
