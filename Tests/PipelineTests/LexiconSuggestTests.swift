import Pipeline
import TestSupport
import Testing

/// What an archive suggests for an entry.
@Suite struct LexiconSuggestTests {
  /// 40 articles: 10 with overtime in a sentence that says "late shift", 10 with that alone in half
  /// of them, and chips in all with overtime; one spells it overtiem.
  private func study() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "study.yaml",
      "study: S\narchive: [a.jsonl]\nlexicons: [lexicon.yaml]\nperiod: year\n")
    try folder.write(
      "lexicon.yaml",
      "lexicon: theme\nentries:\n  - {id: work, label: W, terms: [overtime]}\n"
        + "  - {id: chips, label: C, terms: [wafer]}\n")
    let texts = (0..<40).map { number in
      let head = "Article number\(number) of the paper tells of matters."
      return switch number {
      case 0..<10:
        "\(head) The late shift means overtime for all of plant\(number). The wafer waits."
      case 10..<15: "\(head) The late shift at plant\(number) is over."
      case 15: "\(head) They call it overtiem here, wrongly."
      default: "\(head) Nothing of note in plant\(number) for all of us."
      }
    }
    try folder.write(
      "a.jsonl",
      texts.enumerated().map { number, text in
        "{\"id\":\"d\(number)\",\"date\":\"2020-01-01\",\"title\":\"T\(number)\",\"text\":\"\(text)\"}\n"
      }.joined())
    return folder
  }

  private func suggestions(_ folder: TemporaryFolder, _ entry: String, jobs: Int = 2) throws
    -> [SuggestionRow]
  {
    try LexiconSuggestTool(
      study: Study.load(folder.path + "/study.yaml"), entry: entry, limit: 20,
      settings: RunSettings(jobs: jobs)
    ).rows()
  }

  @Test func countsWhatGoesWithTheEntry() throws {
    let folder = try study()
    let settings = RunSettings(jobs: 2, today: RunTests.today, isQuiet: true)
    _ = try Run(Study.load(folder.path + "/study.yaml"), settings: settings)
      .run(telling: Progress(settings))
    let rows = try suggestions(folder, "theme/work")
    #expect(try suggestions(folder, "theme/work", jobs: 1) == rows)
    let shift = try #require(
      rows.first { $0.kind == .context && $0.candidate == "late shift" })
    #expect(shift.documents == 15 && shift.documentsWithEntry == 10)
    #expect(shift.share == 10.0 / 15)
    #expect(shift.sample?.contains("late shift at plant1") == true)
    let spelling = try #require(rows.first { $0.kind == .spelling })
    #expect(spelling.candidate == "overtiem" && spelling.documents == 1)
    let entry = try #require(rows.first { $0.kind == .entry })
    #expect(entry.candidate == "theme/chips" && entry.documentsWithEntry == 10 && entry.share == 1)
    // Words of every sentence say nothing, and terms of the entry are there already.
    #expect(!rows.contains { ["the", "all", "overtime"].contains($0.candidate) })
    #expect(throws: RunError.self) { try suggestions(folder, "theme/wrok") }
  }
}
