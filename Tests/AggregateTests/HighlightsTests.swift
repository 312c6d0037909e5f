import Aggregate
import Corpus
import Testing

struct HighlightsTests {
  private var change: ShiftRow {
    ShiftRow(
      measure: "theme/work-996", group: "all", groupValue: "all", kind: .change,
      method: "pelt-binomial", period: "2019-03", periodLow: "2019-02", periodHigh: "2019-05",
      levelBefore: 0.004, levelAfter: 0.0213, effect: 0.0173, pValue: 1e-9, qValue: 1e-8)
  }

  @Test func sentences() {
    #expect(
      Highlights().sentence(change)
        == """
        theme/work-996 rose from 0.40 % to 2.1 % of documents in 2019-03 (95 % interval 2019-02 \
        to 2019-05; q < 0.001)
        """)
    var trend = change
    trend.kind = .trend
    trend.group = "outlet_country"
    trend.groupValue = "US"
    trend.levelAfter = 0
    trend.qValue = 0.0123
    #expect(
      Highlights(ofShares: false).sentence(trend)
        == """
        theme/work-996 (US) fell steadily from 0.0040 to 0 between 2019-02 and 2019-05 \
        (q = 0.012)
        """)
    var burst = change
    burst.kind = .burst
    burst.levelAfter = 1
    burst.qValue = nil
    #expect(
      Highlights().sentence(burst)
        == """
        theme/work-996 burst from its usual 0.40 % to 100 % of documents between 2019-02 and \
        2019-05
        """)
  }

  @Test func changesComeFirst() {
    var trend = change
    trend.kind = .trend
    trend.measure = "trend"
    trend.pValue = 1e-30
    var event = change
    (event.kind, event.measure) = (.intervention, "event")
    var flat = trend
    flat.measure = "flat"
    flat.effect = 0
    #expect(
      Highlights().strongest(of: [flat, event, trend, change]).map(\.measure)
        == ["theme/work-996", "trend"])
  }

  @Test func strongestNamesAMeasureOnce() {
    var other = change
    other.measure = "other"
    other.levelAfter = 0.02
    var again = change
    again.levelAfter = 0.3
    var burst = change
    burst.measure = "burst"
    (burst.kind, burst.pValue, burst.qValue) = (.burst, nil, nil)
    #expect(
      Highlights().strongest(of: [burst, other, change, again]).map(\.measure)
        == ["theme/work-996", "other", "burst"])
    #expect(
      Highlights().strongest(of: [other, change], count: 1).map(\.measure) == [change.measure])
    #expect(Highlights().strongest(of: []).isEmpty)
  }

  /// Sure is not large, and large is not sure.
  @Test func theLargestOfTheSureComesFirst() {
    var rare = change
    rare.measure = "rare"
    (rare.levelBefore, rare.levelAfter, rare.effect) = (0.0009, 0, -0.0009)
    (rare.effectLow, rare.effectHigh, rare.pValue) = (-0.001, -0.0008, 1e-50)
    var vague = change
    vague.measure = "vague"
    (vague.levelAfter, vague.effect, vague.effectLow, vague.effectHigh) = (0.4, 0.396, 0.001, 0.9)
    var doubtful = change
    doubtful.measure = "doubtful"
    (doubtful.levelAfter, doubtful.qValue) = (0.9, 0.06)
    #expect(
      Highlights().strongest(of: [rare, vague, doubtful, change]).map(\.measure)
        == [change.measure, "rare", "vague"])
  }
}
