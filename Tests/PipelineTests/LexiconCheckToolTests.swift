import Pipeline
import TestSupport
import Testing

/// What an archive says against the lexicons.
@Suite struct LexiconCheckToolTests {
  @Test func findsWhatIsDoubtful() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "study.yaml",
      "study: S\narchive: [a.jsonl]\nlexicons: [lexicon.yaml]\nperiod: year\n")
    try folder.write(
      "lexicon.yaml",
      """
      lexicon: fund
      entries:
        - id: a
          label: A
          terms: [Acorn, Acorn Fund, nowhere, {term: Bolt, near: [venture]}, {term: Fund, after: [Acorn Fund]}]
        - id: b
          label: B
          terms: [Birch, acorn]
        - id: c
          label: C
          terms: [{term: paper, unless: [tells]}, UK]
        - id: d
          label: D
          terms: [Zzz]

      """)
    let texts = (0..<30).map { number in
      // The first form of a name to be read need not be the frequent one.
      let last =
        number == 0 ? "At firm.co dot uk, a Bolt fell. The Acorn Fund paid the UK, the UK." : ""
      return number < 25
        ? "The paper tells that Acorn rose. The birch was green and the birch tall. A Birch too. \(last)"
        : "Nothing of note."
    }
    try folder.write(
      "a.jsonl",
      texts.enumerated().map { number, text in
        "{\"id\":\"d\(number)\",\"date\":\"2020-01-01\",\"title\":\"T\(number)\",\"text\":\"\(text)\"}\n"
      }.joined())
    let settings = RunSettings(jobs: 2, today: RunTests.today, isQuiet: true)
    let study = try Study.load(folder.path + "/study.yaml")
    _ = try Run(study, settings: settings).run(telling: Progress(settings))
    let tool = try LexiconTool(paths: [folder.path + "/lexicon.yaml"])
    let (findings, unmentioned) = try LexiconCheckTool(
      study: study, lexicons: tool, settings: RunSettings(jobs: 3)
    ).run()
    let said = findings.map { "\($0.line) \($0.kind.rawValue) \($0.message)" }
    func isSaid(_ kind: LexiconFinding.Kind, _ words: String) -> Bool {
      findings.contains { $0.kind == kind && $0.message.contains(words) }
    }
    #expect(isSaid(.dead, "'nowhere'"), "\(said)")
    #expect(isSaid(.refused, "'Bolt' stands 1 times and never counts: 1 unlicensed"), "\(said)")
    #expect(isSaid(.refused, "'paper' stands 25 times and never counts: 25 excluded"), "\(said)")
    #expect(
      isSaid(.overlap, "'Acorn' of fund/a and 'acorn' of fund/b claim the same words"), "\(said)")
    #expect(isSaid(.dominant, "'Acorn' makes up"), "\(said)")
    #expect(isSaid(.ambiguous, "'Birch' is mostly written without a capital"), "\(said)")
    #expect(!isSaid(.ambiguous, "'UK'"), "\(said)")
    #expect(isSaid(.inseparable, "fund/a, fund/b"), "\(said)")
    #expect(unmentioned == 1)
    #expect(
      try LexiconCheckTool(study: study, lexicons: tool, settings: RunSettings(jobs: 1)).run()
        .findings == findings)
  }
}
