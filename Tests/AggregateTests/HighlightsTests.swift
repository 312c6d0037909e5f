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
    var flat = trend
    flat.measure = "flat"
    flat.effect = 0
    #expect(
      Highlights().strongest(of: [flat, trend, change]).map(\.measure)
        == ["theme/work-996", "trend"])
  }

  @Test func strongestNamesAMeasureOnce() {
    var other = change
    other.measure = "other"
    other.pValue = 1e-4
    var again = change
    again.pValue = 1e-12
    var burst = change
    burst.measure = "burst"
    burst.pValue = nil
    #expect(
      Highlights().strongest(of: [burst, other, change, again]).map(\.measure)
        == ["theme/work-996", "other", "burst"])
    #expect(Highlights().strongest(of: [other, change], count: 1).map(\.pValue) == [1e-9])
    #expect(Highlights().strongest(of: []).isEmpty)
  }
}
