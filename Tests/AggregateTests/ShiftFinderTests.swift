import Aggregate
import Corpus
import Testing

struct ShiftFinderTests {
  private func series(_ values: [Double?], of total: Double? = 200) -> ShiftSeries {
    ShiftSeries(
      measure: "m", labels: values.indices.map { "p\($0)" }, values: values,
      denominators: total.map { total in values.map { _ in total } })
  }

  private func step(_ count: Int, at change: Int, _ before: Int, _ after: Int) -> [Double?] {
    (0..<count).map { Double(($0 < change ? before : after) + $0 * 7 % 4) }
  }

  @Test func change() throws {
    let rows = ShiftFinder(kinds: [.change]).findings(in: series(step(48, at: 30, 5, 40))).table()
    let row = try #require(rows.first)
    #expect(rows.count == 1)
    #expect(row.method == "pelt-binomial")
    #expect(row.period == "p30" && row.periodLow == "p30" && row.periodHigh == "p30")
    #expect((row.effectLow ?? 1) < (row.effect ?? 0) && (row.effect ?? 1) < (row.effectHigh ?? 0))
    #expect(row.pValue == row.qValue && (row.qValue ?? 1) < 1e-6)
  }

  /// A gap is passed over; the change keeps the label of its own period.
  @Test func gaps() {
    var values = step(48, at: 30, 5, 40)
    for gap in [3, 28, 29, 40] { values[gap] = nil }
    values[10] = .nan
    values[11] = .infinity
    let rows = ShiftFinder(kinds: [.change]).findings(in: series(values)).table()
    #expect(rows.map(\.period) == ["p30"])
    #expect(rows.first?.periodLow == "p30")
  }

  @Test func burst() {
    var values = step(60, at: 60, 5, 5)
    for index in 20..<24 { values[index] = 40 }
    let rows = ShiftFinder(kinds: [.burst]).findings(in: series(values)).table()
    #expect(rows.map(\.periodLow) == ["p20"])
    #expect(rows.map(\.periodHigh) == ["p23"])
    #expect((rows.first?.pValue ?? 1) < 1e-6 && rows.first?.qValue == rows.first?.pValue)
  }

  @Test func trend() throws {
    let values = (0..<60).map { (period: Int) -> Double? in Double(10 + period + period * 7 % 5) }
    let rows = ShiftFinder(kinds: [.trend, .change]).findings(in: series(values)).table()
    let row = try #require(rows.first)
    #expect(rows.map(\.kind) == [.trend])
    #expect(row.period == nil && row.periodLow == "p0" && row.periodHigh == "p59")
    #expect(abs((row.effect ?? 0) - 1 / 200) < 2e-4)
    // The first and the last third of the periods, pooled.
    #expect(abs((row.levelBefore ?? 0) - 21.5 / 200) < 1e-9)
    #expect(abs((row.levelAfter ?? 0) - 61.5 / 200) < 1e-9)
  }

  @Test func families() {
    func methods(_ series: ShiftSeries) -> [String] {
      ShiftFinder(kinds: [.change]).findings(in: series).table().map(\.method)
    }
    #expect(methods(series(step(48, at: 30, 5, 20), of: nil)) == ["pelt-poisson"])
    #expect(methods(series(step(48, at: 30, 300, 900), of: 200)) == ["pelt-poisson"])
    #expect(methods(series(step(48, at: 30, 500, 900), of: nil)) == ["pelt-gaussian"])
    #expect(
      methods(series(step(48, at: 30, 5, 40).map { $0.map { -$0 / 3 } }, of: nil))
        == ["pelt-gaussian"])
  }

  @Test(arguments: [0.0, -4, .nan, .infinity])
  func hostileDenominators(total: Double) {
    #expect(ShiftFinder().findings(in: series(step(48, at: 30, 5, 40), of: total)).table() == [])
  }

  @Test func hostileSeries() {
    let finder = ShiftFinder()
    #expect(finder.findings(in: series([])).table() == [])
    #expect(finder.findings(in: series([3])).table() == [])
    #expect(finder.findings(in: series(Array(repeating: 0, count: 99))).table() == [])
    #expect(finder.findings(in: series(Array(repeating: nil, count: 99))).table() == [])
    #expect(finder.findings(in: series(Array(repeating: 7, count: 99), of: nil)).table() == [])
    var uneven = series(step(48, at: 30, 5, 40))
    uneven.denominators = [200]
    uneven.labels.removeLast(20)
    #expect(finder.findings(in: uneven).table() == [])
  }

  /// q counts the series in which nothing was found.
  @Test func falseDiscovery() throws {
    let finder = ShiftFinder(kinds: [.change])
    var findings = finder.findings(in: series(step(48, at: 30, 5, 20)))
    let alone = try #require(findings.table().first)
    for _ in 0..<9 { findings.merge(finder.findings(in: series(step(48, at: 48, 5, 5)))) }
    let among = try #require(findings.table().first)
    #expect(findings.table().count == 1)
    #expect(abs((among.qValue ?? 0) - 10 * (alone.qValue ?? 1)) < 1e-12)
  }

  /// A rise from nothing keeps levels that a share can have.
  @Test func levelsOfATrendAreShares() {
    let values = (0..<60).map { (period: Int) -> Double? in Double(max(0, period - 20)) }
    let rows = ShiftFinder(kinds: [.trend]).findings(in: series(values)).table()
    #expect(rows.count == 1)
    #expect(rows.first?.levelBefore == 0)
  }

  /// One year of much news, years with a handful of documents, then much news of another kind: the
  /// few documents date nothing and prove nothing, and one year is no level.
  @Test(arguments: [18.0, 11, 24])
  func aSparseStartIsNoEvidence(hits: Double) {
    let sparse: [Double?] = [
      12_521, nil, nil, nil, 1, nil, 1, nil, nil, nil, nil, 1, nil, nil, 1, 9, 1, 2, 1, 1_068,
      3_041, 4_759, 3_398, 2_747, 2_900, 3_062, 2_860, 3_228, 3_502, 4_293, 4_392, 4_240, 6_201,
      7_362, 8_536, 2_276, 232, 71, 197, 25,
    ]
    var one = series(sparse.map { $0.map { $0 > 10_000 ? hits : 0 } })
    one.denominators = sparse
    #expect(ShiftFinder(kinds: [.change]).findings(in: one).table() == [])
  }

  /// Three documents, all hit, in a series that is hit once in a thousand.
  @Test func threeDocumentsAreNoSegment() {
    var totals = Array(repeating: 2_000.0, count: 40)
    for period in 37..<40 { totals[period] = 1 }
    var one = series(totals.map { $0 == 1 ? 1 : 2 })
    one.denominators = totals
    #expect(ShiftFinder(kinds: [.change]).findings(in: one).table() == [])
  }

  /// An event is looked for in all documents and in the series of its jurisdiction.
  @Test func interventions() throws {
    func event(_ jurisdiction: String?) throws -> PlacedEvent {
      let date = try #require(CalendarDate(iso: "2020-01-15"))
      return PlacedEvent(
        Event(date: date, label: "Law", jurisdiction: jurisdiction), period: 30)
    }
    var finder = ShiftFinder(kinds: [.intervention])
    finder.events = [try event("US")]
    var one = series(step(60, at: 30, 20, 60))
    let rows = finder.findings(in: one).table()
    #expect(rows.map(\.method) == ["interrupted-level", "interrupted-slope"])
    #expect(rows.allSatisfy { $0.event == "Law" && $0.period == "p30" && $0.qValue != nil })
    let level = try #require(rows.first)
    #expect(abs((level.effect ?? 0) - 0.2) < 0.02)
    #expect((level.effectLow ?? 1) < 0.2 && (level.effectHigh ?? 0) > 0.2)
    #expect((level.pValue ?? 1) < 1e-6 && (level.placeboP ?? 1) <= 0.05)
    one.group = GroupValue(group: "outlet_country", value: "JP")
    #expect(finder.findings(in: one).table() == [])
    one.group = GroupValue(group: "outlet_country", value: "US")
    #expect(finder.findings(in: one).table().count == 2)
    finder.events = [try event(nil)]
    one.group = GroupValue(group: "outlet", value: "Example")
    #expect(finder.findings(in: one).table().count == 2)
    finder.events = [PlacedEvent(finder.events[0].event, period: 59)]
    #expect(finder.findings(in: one).table() == [])
  }
}
