import Statistics
import Testing

@Suite struct StratifiedShareTests {
  private typealias Stratum = StratifiedShare.Stratum

  /// By hand, after Cochran (1977), eq. 5.6: Σ W² (1 − f) s² / n.
  @Test func estimatesByStratum() throws {
    let share = try #require(
      StratifiedShare([
        Stratum(group: "a", size: 60, values: [1, 0, 1, 1]),
        Stratum(group: "a", size: 40, values: [0, 1]),
      ]))
    #expect(abs(share.value - 0.65) < 1e-12 && share.size == 100)
    let expected = 0.36 * (56.0 / 60) * 0.25 / 4 + 0.16 * (38.0 / 40) * 0.5 / 2
    #expect(abs(share.variance - expected) < 1e-12)
  }

  @Test func takesTheVarianceOfTheGroupForASingleUnit() throws {
    let share = try #require(
      StratifiedShare([
        Stratum(group: "a", size: 50, values: [1]), Stratum(group: "a", size: 50, values: [0]),
      ]))
    // s² of 1 and 0 is 1/2.
    #expect(abs(share.variance - 2 * 0.25 * 0.98 * 0.5) < 1e-12)
  }

  @Test func hasNoWidthOnlyWhereAllWasJudged() throws {
    let whole = try #require(StratifiedShare([Stratum(group: "a", size: 2, values: [1, 0])]))
    #expect(whole.interval() == Interval(0.5, 0.5))
    for value in [0.0, 1] {
      let strata = [1, 2, 3].map { Stratum(group: "\($0)", size: 30, values: [value, value]) }
      let interval = try #require(StratifiedShare(strata)?.interval())
      #expect(interval.high - interval.low > 0.3)
    }
  }

  @Test func saysNothingOfNothing() {
    #expect(StratifiedShare([]) == nil)
    #expect(StratifiedShare([Stratum(group: "a", size: 9, values: [])]) == nil)
  }
}
