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
}
