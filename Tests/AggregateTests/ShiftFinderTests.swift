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
    #expect(rows.first?.pValue == nil && rows.first?.qValue == nil)
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
    var findings = finder.findings(in: series(step(48, at: 30, 5, 12)))
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
}
