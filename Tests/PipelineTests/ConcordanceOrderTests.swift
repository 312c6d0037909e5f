import Pipeline
import TestSupport
import Testing

/// The orders and samples of a concordance, and the words near its matches.
@Suite struct ConcordanceOrderTests {
  private func study(
    _ texts: [String] = [
      "We drink green tea daily.", "They drink black tea weekly.", "You sip green tea alone.",
      "The cat sleeps and the dog sleeps daily.",
    ]
  ) throws -> (TemporaryFolder, Study) {
    let folder = try TemporaryFolder()
    try folder.write(
      "study.yaml", "study: S\narchive: [a.jsonl]\nlexicons: [lexicon.yaml]\nperiod: year\n")
    try folder.write(
      "lexicon.yaml", "lexicon: x\nentries:\n  - {id: a, label: A, terms: [tea]}\n")
    try folder.write(
      "a.jsonl",
      texts.enumerated().map { number, text in
        "{\"id\":\"d\(number)\",\"date\":\"202\(3 - number)-01-01\",\"title\":\"T\(number)\",\"text\":\"\(text)\"}\n"
      }.joined())
    let settings = RunSettings(jobs: 2, today: RunTests.today, isQuiet: true)
    let study = try Study.load(folder.path + "/study.yaml")
    _ = try Run(study, settings: settings).run(telling: Progress(settings))
    return (folder, study)
  }

  @Test func sortsAndDraws() throws {
    let (folder, study) = try study()
    defer { _ = folder }
    let tool = try ConcordanceTool(
      study: study, query: "tea", width: 40, settings: RunSettings(jobs: 2))
    func documents(_ order: ConcordanceOrder, sample: Int? = nil, seed: UInt64 = 1) throws
      -> [String]
    {
      try tool.rows(order, sample: sample, seed: seed).rows.map(\.documentID)
    }
    #expect(try documents(.document) == ["d0", "d1", "d2"])
    #expect(try documents(.date) == ["d2", "d1", "d0"])
    // black; green drink; green sip.
    #expect(try documents(.left) == ["d1", "d0", "d2"])
    // alone; daily; weekly.
    #expect(try documents(.right) == ["d2", "d0", "d1"])
    #expect(try tool.rows(.document, sample: 2).matches == 3)
    let drawn = try documents(.document, sample: 2)
    #expect(drawn.count == 2 && drawn == drawn.sorted())
    #expect(try documents(.document, sample: 2) == drawn)
    let others = try (2..<20).map { try documents(.document, sample: 2, seed: $0) }
    #expect(others.contains { $0 != drawn })
  }

  @Test func countsTheWordsNearMatches() throws {
    let (folder, study) = try study()
    defer { _ = folder }
    let rows = try CollocatesTool(
      study: study, query: "tea", window: 1, settings: RunSettings(jobs: 2)
    ).collocates(minimum: 1).rows
    #expect(rows.first?.word == "green" && rows.first?.near == 2 && rows.first?.total == 2)
    #expect(rows.first { $0.word == "daily" }?.total == 2)
    #expect(!rows.contains { ["drink", "sleeps", "tea"].contains($0.word) })
  }

  /// Windows that overlap count a word once, and the words of the matches are neither near nor far.
  @Test(arguments: [1, 3])
  func countsEachWordOnce(jobs: Int) throws {
    let (folder, study) = try study(["Tea tea one tea Two three four five one."])
    defer { _ = folder }
    let found = try CollocatesTool(
      study: study, query: "tea", window: 2, settings: RunSettings(jobs: jobs)
    ).collocates(minimum: 1)
    // The title has one word, far from any match.
    #expect(found.matches == 3 && found.near == 3 && found.words == 7)
    #expect(Set(found.rows.map(\.word)) == ["one", "two", "three"])
    let one = try #require(found.rows.first { $0.word == "one" })
    #expect(one.near == 1 && one.total == 2)
    // ln(1·7 / (3·2)) / ln 7, and 2 Σ O ln(O/E) of 1, 2, 1, 3.
    #expect(abs((one.npmi ?? 0) - 0.0792178) < 1e-6)
    #expect(abs((one.logLikelihood ?? 0) - 0.0580081) < 1e-6)
  }

  @Test func endsWindowsWithTheText() throws {
    let (folder, study) = try study(["Green tea. Black\\n\\nmilk now then later."])
    defer { _ = folder }
    func near(_ query: String) throws -> Int {
      try CollocatesTool(
        study: study, query: query, window: 25, settings: RunSettings(jobs: 1)
      ).collocates(minimum: 1).near
    }
    // Not the headline, and all sentences and paragraphs of the body.
    #expect(try near("tea") == 6 && near("T0") == 0 && near("green NEAR/3 black") == 4)
    #expect(try near("absent") == 0)
  }
}
