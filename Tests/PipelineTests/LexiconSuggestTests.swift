import Pipeline
import TestSupport
import Testing

/// What an archive suggests for an entry.
@Suite struct LexiconSuggestTests {
  /// 40 articles: 10 with overtime in a sentence that says "late shift", 10 with that alone in half
  /// of them, and chips in all with overtime; one spells it overtiem.
  private func study() throws -> TemporaryFolder {
    try study(
      (0..<40).map { number in
        let head = "Article number\(number) of the paper tells of matters."
        return switch number {
        case 0..<10:
          "\(head) The late shift means overtime for all of plant\(number). The wafer waits."
        case 10..<15: "\(head) The late shift at plant\(number) is over."
        case 15: "\(head) They call it overtiem here, wrongly."
        default: "\(head) Nothing of note in plant\(number) for all of us."
        }
      })
  }

  private func study(_ texts: [String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "study.yaml",
      "study: S\narchive: [a.jsonl]\nlexicons: [lexicon.yaml]\nperiod: year\n")
    try folder.write(
      "lexicon.yaml",
      "lexicon: theme\nentries:\n  - {id: work, label: W, terms: [overtime]}\n"
        + "  - {id: chips, label: C, terms: [wafer]}\n"
        + "  - {id: never, label: N, terms: [zeppelins]}\n")
    try folder.write(
      "a.jsonl",
      texts.enumerated().map { number, text in
        "{\"id\":\"d\(number)\",\"date\":\"2020-01-01\",\"title\":\"T\(number)\",\"text\":\"\(text)\"}\n"
      }.joined())
    let settings = RunSettings(jobs: 2, today: RunTests.today, isQuiet: true)
    _ = try Run(Study.load(folder.path + "/study.yaml"), settings: settings)
      .run(telling: Progress(settings))
    return folder
  }

  private func suggestions(_ folder: TemporaryFolder, _ entry: String, jobs: Int = 2) throws
    -> [SuggestionRow]
  {
    try LexiconSuggestTool(
      study: Study.load(folder.path + "/study.yaml"), entry: entry, limit: 20,
      settings: RunSettings(jobs: jobs)
    ).suggestions().rows
  }

  @Test func countsWhatGoesWithTheEntry() throws {
    let folder = try study()
    let rows = try suggestions(folder, "theme/work")
    #expect(try suggestions(folder, "theme/work", jobs: 1) == rows)
    let shift = try #require(
      rows.first { $0.kind == .context && $0.candidate == "late shift" })
    #expect(shift.documents == 15 && shift.documentsWithEntry == 10)
    #expect(shift.share == 10.0 / 15)
    #expect(shift.sample?.contains("The [late shift] at plant1") == true)
    let spelling = try #require(rows.first { $0.kind == .spelling })
    #expect(spelling.candidate == "overtiem" && spelling.documents == 1)
    let entry = try #require(rows.first { $0.kind == .entry })
    #expect(entry.candidate == "theme/chips" && entry.documentsWithEntry == 10 && entry.share == 1)
    #expect(entry.sample?.contains("The [wafer] waits.") == true)
    // Words of every sentence say nothing, and terms of the entry are there already.
    #expect(!rows.contains { ["the", "all", "overtime"].contains($0.candidate) })
    #expect(throws: RunError.self) { try suggestions(folder, "theme/wrok") }
  }

  /// A candidate's documents are those that a term of its words finds, and it is listed once.
  @Test func countsAsTermsFind() throws {
    let folder = try study(
      (0..<40).map { number in
        switch number {
        case 0..<5: "Overtime at Acme-Works ends for plant\(number)."
        case 5..<10:
          "Acme Works\u{2019} staff and Acme Works\u{2019}s bosses: overtime for plant\(number)."
        case 10..<14: "The stokers of plant\(number) are on overtime."
        case 14..<18: "A stoker\u{2019}s overtime in plant\(number)."
        case 18: "ACME WORKS FIRES STOKERS"
        default: "Nothing of note in plant\(number)."
        }
      })
    let rows = try suggestions(folder, "theme/work").filter { $0.kind == .context }
    let works = try #require(rows.first { $0.candidate == "acme works" })
    #expect(works.documents == 11 && works.documentsWithEntry == 10)
    let stoker = try #require(rows.first { $0.candidate == "stoker" })
    #expect(stoker.documents == 9 && stoker.documentsWithEntry == 8)
    #expect(!rows.contains { $0.candidate == "stokers" || $0.candidate.contains("\u{2019}") })
  }

  /// A sentence that every page repeats is said once, and so is no context of three sentences.
  @Test func countsDifferentSentences() throws {
    let folder = try study(
      (0..<40).map { number in
        number < 9
          ? "Plant\(number) knows. Read next: why overtime haunts managers. Stokers\(number) shun overtime."
          : "Nothing of note in plant\(number)."
      })
    let rows = try suggestions(folder, "theme/work").filter { $0.kind == .context }
    #expect(rows.contains { $0.candidate == "shun" }, "\(rows.map(\.candidate))")
    #expect(!rows.contains { $0.candidate.contains("managers") || $0.candidate.contains("next") })
  }

  /// What the entry takes already is no candidate, and an entry that is not mentioned is told.
  @Test func leavesOutWhatTheEntryFinds() throws {
    let folder = try study(
      (0..<40).map { number in
        switch number {
        case 0..<8:
          "Overtime, overtime again: paid overtime in plant\(number), unpaid overtime\u{2019}s bane."
        default: "Nothing of note in plant\(number)."
        }
      })
    let rows = try suggestions(folder, "theme/work")
    #expect(!rows.contains { $0.candidate.contains("overtime") }, "\(rows.map(\.candidate))")
    #expect(rows.contains { $0.candidate == "paid" || $0.candidate == "unpaid" })
    let none = try LexiconSuggestTool(
      study: Study.load(folder.path + "/study.yaml"), entry: "theme/never", limit: 20,
      settings: RunSettings(jobs: 1)
    ).suggestions()
    #expect(none.documentsWithEntry == 0 && none.rows.isEmpty)
  }
}
