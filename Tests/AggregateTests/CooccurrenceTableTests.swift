import Aggregate
import Corpus
import Testing

struct CooccurrenceTableTests {
  @Test func rows() throws {
    let catalogue = Catalogue(
      entries: ["b", "a", "c"].map { .init(lexicon: "l", id: $0, label: $0) }, terms: ["t"])
    var counts = CooccurrenceCounts(period: .year, units: [.sentence, .article])
    func mention(_ entry: Int32, _ sentence: Int32) -> Mention {
      Mention(
        entry: entry, term: 0, field: .body, range: TextRange(bytes: 0..<1, scalars: 0..<1),
        sentence: sentence, paragraph: 0)
    }
    for year in [2019, 2019, 2020] {
      counts.add(
        Observation(
          date: CalendarDate(year: year), outlet: nil, outletCountry: nil, language: nil,
          tokens: 50, sentences: 5,
          mentions: [mention(0, 0), mention(1, 0), mention(2, 1)]))
    }
    let rows = CooccurrenceTable(catalogue: catalogue, minimumTogether: 2).rows(counts)
    #expect(
      rows.map { "\($0.period) \($0.unit.rawValue) \($0.a) \($0.b) \($0.nAB)/\($0.n)" } == [
        "all sentence l/a l/b 3/15", "all article l/a l/b 3/3", "all article l/a l/c 3/3",
        "all article l/b l/c 3/3", "2019 sentence l/a l/b 2/10", "2019 article l/a l/b 2/2",
        "2019 article l/a l/c 2/2", "2019 article l/b l/c 2/2",
      ])
    #expect(rows[0].npmi == 1)
    #expect((rows[0].logLikelihood ?? 0) > 10)
    #expect(rows[1].logLikelihood == 0)
  }

  /// A list of entries is in none of the four counts.
  @Test func listsAreNotCounted() throws {
    let most = CooccurrenceCounts.maximumEntriesPerUnit
    let catalogue = Catalogue(
      entries: (0...most).map { .init(lexicon: "l", id: "\($0)", label: "") }, terms: ["t"])
    var counts = CooccurrenceCounts(period: .year, units: [.sentence])
    func mention(_ entry: Int, _ sentence: Int32) -> Mention {
      Mention(
        entry: Int32(entry), term: 0, field: .body, range: TextRange(bytes: 0..<1, scalars: 0..<1),
        sentence: sentence, paragraph: 0)
    }
    counts.add(
      Observation(
        date: CalendarDate(year: 2019), outlet: nil, outletCountry: nil, language: nil,
        tokens: 50, sentences: 5,
        mentions: (0...most).map { mention($0, 0) } + [mention(0, 1), mention(1, 1)]))
    let rows = CooccurrenceTable(catalogue: catalogue, minimumTogether: 1).rows(counts)
    let all = try #require(rows.first { $0.period == "all" })
    #expect(all.nAB == 1 && all.nA == 1 && all.nB == 1 && all.n == 4)
    #expect(rows.count == 2)
  }
}
