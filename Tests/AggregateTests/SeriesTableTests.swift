import Aggregate
import Corpus
import Testing

struct SeriesTableTests {
  private let measures = [
    Measure(id: "hours", entries: [0]), Measure(id: "never", entries: [9]),
  ]

  private func observation(_ date: String, _ country: String?, hits: Int) -> Observation {
    let mention = Mention(
      entry: 0, term: 0, field: .body, range: TextRange(bytes: 0..<1, scalars: 0..<1), sentence: 0,
      paragraph: 0)
    return Observation(
      date: CalendarDate(iso: date), outlet: nil, outletCountry: country, language: nil,
      tokens: 500, sentences: 20, mentions: Array(repeating: mention, count: hits))
  }

  private func table(
    from: String? = nil, to: String? = nil, includingUnhit: Bool = true
  ) -> SeriesTable {
    let plan = CountingPlan(
      measures: measures, period: .month, groups: [.outletCountry],
      from: from.flatMap { CalendarDate(iso: $0) }, to: to.flatMap { CalendarDate(iso: $0) })
    var counts = SeriesCounts(period: .month, measureCount: 2)
    for each in [
      observation("2019-01-20", "US", hits: 3), observation("2019-01-25", "CN", hits: 0),
      observation("2019-03-02", nil, hits: 1),
    ] { counts.add(each, plan: plan) }
    return SeriesTable(counts: counts, plan: plan, includingUnhit: includingUnhit)
  }

  @Test func rowsOfAllDocuments() {
    let table = table()
    let rows = table.rows(of: table.keys[0])
    #expect(rows.map(\.period) == ["2019-01", "2019-02", "2019-03"])
    #expect(rows.map(\.status) == [.ok, .noDocuments, .ok])
    #expect(rows[0].group == "all" && rows[0].groupValue == "all")
    #expect(rows[0].documents == 2 && rows[0].tokens == 1000 && rows[0].hits == 3)
    #expect(rows[0].documentsHit == 1 && rows[0].documentShare == 0.5)
    #expect(rows[0].ratePer10K == 30)
    #expect(rows[1].documents == 0 && rows[1].hits == nil && rows[1].shareLow == nil)
  }

  @Test func orderAndGroups() {
    #expect(
      table().keys.map { "\($0.measure) \($0.group.value)" }
        == ["0 all", "0 CN", "0 US", "0 unknown", "1 all", "1 CN", "1 US", "1 unknown"])
    #expect(Set(table(includingUnhit: false).keys.map(\.measure)) == [0])
  }

  @Test func studyDates() {
    let table = table(from: "2018-12-10", to: "2019-04-30")
    let rows = table.rows(of: table.keys[0])
    #expect(rows.map(\.period) == ["2018-12", "2019-01", "2019-02", "2019-03", "2019-04"])
    #expect(rows.map(\.status) == [.noDocuments, .ok, .noDocuments, .ok, .noDocuments])
    let cut = self.table(from: "2019-01-15", to: "2019-03-31")
    #expect(cut.rows(of: cut.keys[0]).map(\.status) == [.partial, .noDocuments, .ok])
  }

  @Test func emptyArchive() {
    let plan = CountingPlan(measures: measures, period: .month, groups: [])
    let counts = SeriesCounts(period: .month, measureCount: 2)
    let table = SeriesTable(counts: counts, plan: plan, includingUnhit: true)
    #expect(table.keys.count == 2)
    #expect(table.rows(of: table.keys[0]).isEmpty)
  }

  // MARK: Outlets, rates, combinations

  private func observation(
    _ month: Int, _ outlet: String, hits: Int, key: UInt64 = 0, tokens: Int = 100
  ) -> Observation {
    var one = observation("2019-0\(month)-05", "US", hits: hits)
    (one.outlet, one.key, one.tokens) = (outlet, key, tokens)
    return one
  }

  private func table(
    _ observations: [Observation], panels: Set<Panel> = [], bootstrap: Int = 0
  ) -> SeriesTable {
    let plan = CountingPlan(
      measures: [Measure(id: "hours", entries: [0], with: [1], unit: .paragraph)] + measures,
      period: .month, groups: [], panels: panels, bootstrap: bootstrap)
    var parts = [
      SeriesCounts(period: .month, measureCount: 3), SeriesCounts(period: .month, measureCount: 3),
    ]
    for (index, each) in observations.enumerated() { parts[index % 2].add(each, plan: plan) }
    parts[0].merge(parts[1])
    return SeriesTable(counts: parts[0], plan: plan, includingUnhit: true)
  }

  /// An outlet that always says it joins in April: the share jumps, the panel's does not, nor does
  /// the one with the outlets' levels taken out.
  @Test func aNewOutletIsNoShift() throws {
    let observations = (1...6).flatMap { month -> [Observation] in
      let old = (0..<4).map { observation(month, "Old", hits: $0 == 0 ? 1 : 0) }
      return month < 4 ? old : old + (0..<4).map { _ in observation(month, "New", hits: 2) }
    }
    let table = table(observations, panels: [.fixed, .demeaned])
    #expect(table.fixedOutlets == ["Old"])
    #expect(table.keys.map(\.group.group) == ["all", "panel", "all", "panel", "all", "panel"])
    let all = table.rows(of: table.keys[2])
    #expect(all.map(\.documentShare) == [0.25, 0.25, 0.25, 0.625, 0.625, 0.625])
    for row in all { #expect(abs((row.shareWithin ?? 0) - 0.5) < 1e-9) }
    let panel = table.rows(of: table.keys[3])
    #expect(panel.map(\.documentShare) == Array(repeating: 0.25, count: 6))
    #expect(panel.allSatisfy { $0.group == "panel" && $0.groupValue == "fixed" })
    #expect(panel.allSatisfy { $0.shareWithin == nil })
  }

  @Test func withoutAPanelThereIsNone() {
    let table = table((1...6).map { observation($0, "Old", hits: 1) })
    #expect(table.keys.map(\.group) == [.all, .all, .all])
    #expect(table.rows(of: table.keys[1]).allSatisfy { $0.shareWithin == nil })
  }

  /// The bootstrap and the interval for clusters say alike, and nothing depends on the parts.
  @Test func rates() throws {
    let observations = (0..<400).map { (index: Int) -> Observation in
      observation(1, "Old", hits: index % 20 == 0 ? 5 : 0, key: UInt64(index))
    }
    let key = 1
    let one = table(observations, bootstrap: 400)
    let row = one.rows(of: one.keys[key])[0]
    let (low, high) = (try #require(row.rateLow), try #require(row.rateHigh))
    #expect(low < 25 && high > 25 && row.ratePer10K == 25)
    #expect(abs((row.rateBootLow ?? 0) - low) < 3 && abs((row.rateBootHigh ?? 0) - high) < 3)
    let other = table(observations.reversed(), bootstrap: 400)
    #expect(other.rows(of: other.keys[key]) == one.rows(of: one.keys[key]))
    let plain = table(observations)
    #expect(plain.rows(of: plain.keys[key])[0].rateBootLow == nil)
  }

  @Test func windowsAndSmoothing() {
    let table = table((1...9).map { observation($0, "Old", hits: $0 % 2) })
    #expect(table.rows(of: table.keys[0]).allSatisfy { $0.window == "paragraph" })
    let rows = table.rows(of: table.keys[1])
    #expect(rows.allSatisfy { $0.window == nil && $0.shareSmooth != nil })
    // Noise about one level is smoothed flat.
    #expect(abs((rows[0].shareSmooth ?? 0) - (rows[8].shareSmooth ?? 1)) < 0.05)
  }
}
