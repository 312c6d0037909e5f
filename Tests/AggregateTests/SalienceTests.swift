import Aggregate
import Corpus
import Testing

@Suite struct SalienceTests {
  private func mention(
    _ field: Field = .body, sentence: Int32 = 9, isInDateline: Bool = false, entry: Int32 = 0
  ) -> Mention {
    Mention(
      entry: entry, term: 0, field: field, range: TextRange(bytes: 0..<1, scalars: 0..<1),
      sentence: sentence, paragraph: 0, isInDateline: isInDateline)
  }

  @Test func givesPointsByPlaceAndNumber() {
    #expect(Salience(of: [mention()]).points == 0.5)
    #expect(Salience(of: [mention(sentence: 1)]).points == 1.5)
    #expect(Salience(of: [mention(sentence: 1), mention()]).points == 2)
    #expect(Salience(of: [mention(.title)]).points == 2)
    #expect(Salience(of: [mention(sentence: 0, isInDateline: true)]).points == 2)
    #expect(Salience(of: (0..<9).map { _ in mention() }).points == 2)
    let all =
      [mention(.title), mention(isInDateline: true), mention(sentence: 0)]
      + (0..<9).map { _ in mention() }
    #expect(Salience(of: all).points == Salience.most)
    #expect(!Salience(of: []).isAbout && !Salience(of: [mention(sentence: 0)]).isAbout)
    #expect(Salience(of: [mention(.title)]).isAbout)
  }

  @Test func keepsEntriesApart() {
    let found = Salience.byEntry([mention(.title, entry: 1), mention(entry: 2), mention(entry: 1)])
    #expect(found[1]?.points == 2.5 && found[2]?.points == 0.5 && found.count == 2)
  }

  @Test func aMeasureMayCountOnlyWhatADocumentIsAbout() {
    let mentions = [mention(.title, entry: 1), mention(entry: 2), mention(entry: 1)]
    #expect(Measure(id: "a", entries: [1], isAbout: true).hits(among: mentions).count == 2)
    #expect(Measure(id: "b", entries: [2], isAbout: true).hits(among: mentions).isEmpty)
    // A branch is taken as one.
    #expect(Measure(id: "c", entries: [1, 2], isAbout: true).hits(among: mentions).count == 3)
    let plan = CountingPlan(
      measures: [Measure(id: "b", entries: [2], isAbout: true), Measure(id: "b2", entries: [2])],
      period: .year, groups: [])
    var counts = SeriesCounts(period: .year, measureCount: 2)
    counts.add(
      Observation(
        date: CalendarDate(iso: "2019-03-01"), outlet: nil, outletCountry: nil, language: nil,
        tokens: 10, sentences: 2, mentions: mentions), plan: plan)
    #expect(counts.hits[0].isEmpty && counts.hits[1].count == 1)
  }
}
