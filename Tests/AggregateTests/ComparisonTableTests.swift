import Aggregate
import Corpus
import Testing

struct ComparisonTableTests {
  private let measures = [
    Measure(id: "rattled", entries: [0]), Measure(id: "rivals", entries: [1]),
    Measure(id: "security", entries: [2]),
  ]

  private func observation(_ month: Int, _ country: String, _ entries: [Int32]) -> Observation {
    let year = 2019 + (month - 1) / 12
    let number = (month - 1) % 12 + 1
    return Observation(
      date: CalendarDate(iso: "\(year)-\(number < 10 ? "0" : "")\(number)-05"), outlet: "x",
      outletCountry: country, language: nil, tokens: 100, sentences: 5,
      mentions: entries.map {
        Mention(
          entry: $0, term: 0, field: .body, range: TextRange(bytes: 0..<1, scalars: 0..<1),
          sentence: 0, paragraph: 0)
      })
  }

  private func rows(
    _ comparison: ComparisonPlan, _ observations: [Observation]
  ) -> [ComparisonRow] {
    let plan = CountingPlan(
      measures: measures, period: .month, groups: [], comparedGroups: [.outletCountry])
    var series = SeriesCounts(period: .month, measureCount: 3)
    var parts = [ComparisonCounts(), ComparisonCounts()]
    for (index, each) in observations.enumerated() {
      guard let bin = series.add(each, plan: plan) else { continue }
      parts[index % 2].add(each, bin: bin, to: [comparison], plan: plan)
    }
    parts[0].merge(parts[1])
    let bins = SeriesTable(counts: series, plan: plan, includingUnhit: true).bins
    return ComparisonTable(
      [comparison], counts: parts[0], series: series, plan: plan, bins: bins
    ).rows()
  }

  @Test func asymmetry() throws {
    let observations = (0..<40).flatMap { index -> [Observation] in
      let us: [Int32] = index < 30 ? [0] : index < 35 ? [1] : []
      let cn: [Int32] = index < 5 ? [0] : index < 25 ? [1] : [0, 1]
      return [observation(2, "US", us), observation(2, "CN", cn), observation(9, "US", [1])]
    }
    let comparison = ComparisonPlan(
      id: "c", kind: .asymmetry, measures: [0, 1], from: CalendarDate(iso: "2019-02"),
      to: CalendarDate(iso: "2019-02"))
    let rows = rows(comparison, observations)
    #expect(
      rows.map(\.statistic).prefix(4)
        == ["share_first", "share_second", "balance", "balance_difference"])
    #expect(Set(rows.map(\.item)) == ["US", "CN"])
    let balance = try #require(rows.first { $0.item == "US" && $0.statistic == "balance" })
    #expect(abs(balance.value - 30.0 / 35) < 1e-12 && balance.n == 35)
    #expect((balance.low ?? 1) < balance.value && (balance.high ?? 0) > balance.value)
    let difference = try #require(
      rows.first { $0.item == "US" && $0.statistic == "balance_difference" })
    #expect(abs(difference.value - (30.0 / 35 - 5.0 / 25)) < 1e-12)
    #expect((difference.low ?? 0) > 0 && (difference.pValue ?? 1) < 1e-5)
    #expect(difference.reference == "all others" && difference.qValue != nil)
  }

  @Test func frameShare() throws {
    let observations = (0..<30).flatMap { index in
      [
        observation(1 + index % 3, "US", index % 2 == 0 ? [0, 2] : [0]),
        observation(1 + index % 3, "US", index % 10 == 0 ? [1, 2] : [1]),
      ]
    }
    let comparison = ComparisonPlan(id: "c", kind: .frameShare, measures: [0, 1], frame: 2)
    let rows = rows(comparison, observations)
    let all = rows.filter { $0.statistic == "frame_share" && $0.period == nil }
    #expect(all.map(\.item) == ["rattled", "rivals"])
    #expect(all.map(\.value) == [0.5, 0.1] && all.map(\.n) == [30, 30])
    #expect(rows.filter { $0.period == "2019-02" }.count == 2)
    let difference = try #require(rows.first { $0.statistic == "frame_share_difference" })
    #expect(difference.item == "rivals" && difference.reference == "rattled")
    #expect(abs(difference.value + 0.4) < 1e-12 && (difference.high ?? 1) < 0)
  }

  @Test func concentration() throws {
    let observations = (0..<30).map { observation(1 + $0 % 2, "US", $0 < 24 ? [0] : [1]) }
    let comparison = ComparisonPlan(id: "c", kind: .concentration, entries: [0, 1, 7])
    let rows = rows(comparison, observations)
    let hhi = try #require(rows.first { $0.statistic == "hhi" && $0.period == nil })
    #expect(abs(hhi.value - (0.64 + 0.04)) < 1e-12 && hhi.n == 30 && hhi.item == "2 entries")
    #expect((hhi.low ?? 1) < hhi.value && (hhi.high ?? 0) > hhi.value)
    #expect(rows.map(\.statistic) == ["gini", "hhi", "gini", "hhi", "gini", "hhi"])
  }

  @Test func adoption() throws {
    func share(_ month: Int, from start: Int) -> Int { min(20, max(0, 4 * (month - start))) }
    let observations = (1...48).flatMap { month in
      (0..<40).flatMap { index in
        [
          observation(month, "US", index < share(month, from: 10) ? [0] : []),
          observation(month, "JP", index < share(month, from: 22) ? [0] : []),
        ]
      }
    }
    let rows = rows(
      ComparisonPlan(id: "c", kind: .adoptionLag, measures: [0]), observations)
    let lag = try #require(rows.first { $0.statistic == "lag_50" })
    #expect(lag.item == "JP" && lag.reference == "US" && abs(lag.value - 12) <= 1)
    #expect((lag.low ?? 99) <= 12 && (lag.high ?? 0) >= 11)
    let half = try #require(rows.first { $0.item == "US" && $0.statistic == "reach_50" })
    #expect(["2019-12", "2020-01"].contains(half.period))
    #expect(rows.contains { $0.statistic == "cross_correlation" && $0.pValue != nil })
  }

  @Test func vocabularies() throws {
    var counts = VocabularyCounts()
    for document in 0..<400 {
      let uses = (0..<20).map { KeynessCounts.Use(word: $0, occurrences: 1) }
      let extra = KeynessCounts.Use(word: document % 2 == 0 ? 30 : 31, occurrences: 10)
      counts.add(
        uses + [extra], key: UInt64(document / 2), group: document % 2 == 0 ? "US" : "JP", bin: 3)
    }
    let comparison = ComparisonPlan(id: "c", kind: .distance)
    let rows = VocabularyTable().distances(
      counts, comparison: comparison, period: .year, bins: 2..<4)
    #expect(rows.map(\.statistic) == ["distance", "distance_chance"])
    let row = try #require(rows.first)
    // A third of the words of each is disjoint: JSD 1/3.
    #expect(abs(row.value * row.value - 1.0 / 3) < 1e-9)
    #expect(row.item == "JP" && row.reference == "US" && row.n == 12_000)
    #expect(abs(rows[1].value) < 1e-9)
  }

  @Test func resonance() throws {
    let articles = (0..<100).map { index in
      VocabularyTable.Article(
        row: ResonanceRow(
          comparison: "c", documentID: "\(index)", date: nil, outlet: nil, title: "", novelty: 0,
          transience: 0, resonance: 0),
        bin: index / 50,
        words: [KeynessCounts.Use(word: index < 50 ? 1 : 2, occurrences: 3)])
    }
    let found = VocabularyTable().resonance(
      articles, comparison: ComparisonPlan(id: "c", kind: .resonance), period: .year)
    #expect(found.articles.count == 60)
    // What comes first of the new stays; what comes last of the old does not.
    let best = try #require(found.articles.max { $0.resonance < $1.resonance })
    #expect(best.documentID == "50" && best.novelty > 1 && abs(best.transience) < 1e-9)
    #expect(found.means.count == 6 && found.means.allSatisfy { $0.low != nil })
  }

  @Test func nothing() {
    for kind in ComparisonRow.Kind.allCases {
      let comparison = ComparisonPlan(
        id: "c", kind: kind, measures: [0, 1], frame: 2, entries: [0])
      #expect(rows(comparison, []) == [])
      #expect(rows(comparison, [observation(1, "US", [])]) == [])
    }
  }
}
