import Corpus
import Pipeline
import TestSupport
import Testing

/// What became of aliases that may mean other things.
@Suite struct AmbiguityToolTests {
  @Test func countsCandidatesByWhatBecameOfThem() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "study.yaml",
      "study: S\narchive: [a.jsonl]\nlexicons: [lexicon.yaml]\nperiod: year\n")
    try folder.write(
      "lexicon.yaml",
      """
      lexicon: person
      none: [Son of a gun]
      entries:
        - id: son
          label: Masayoshi Son
          terms: [Masayoshi Son, {term: Son, after: [Masayoshi Son]}, {term: Son, near: [SoftBank], unless: [daughter]}]
        - id: ann-lee
          label: Ann Lee
          terms: [Lee]
        - id: bob-lee
          label: Bob Lee
          terms: [Lee]

      """)
    let texts = [
      "Masayoshi Son spoke. Then Son left.", "The Son of the founder spoke.",
      "SoftBank and Son invest.", "Son of SoftBank has a daughter.", "A Son of a gun at SoftBank.",
      "Lee spoke.",
    ]
    try folder.write(
      "a.jsonl",
      texts.enumerated().map { number, text in
        "{\"id\":\"d\(number)\",\"date\":\"2020-01-01\",\"title\":\"T\(number)\",\"text\":\"\(text)\"}\n"
      }.joined())
    let settings = RunSettings(jobs: 2, today: RunTests.today, isQuiet: true)
    let study = try Study.load(folder.path + "/study.yaml")
    _ = try Run(study, settings: settings).run(telling: Progress(settings))
    let rows = try AmbiguityTool.rows(of: study, settings: RunSettings(jobs: 2))
    #expect(rows.map { "\($0.entry) \($0.alias)" } == ["son Son", "ann-lee Lee", "bob-lee Lee"])
    let son = try #require(rows.first)
    #expect(
      son.rules == "after (lexicon.yaml:6) or near and unless within sentence (lexicon.yaml:6)")
    // The second word of "Masayoshi Son" is no candidate.
    #expect(son.accepted == 2 && son.outranked == 1 && son.excluded == 1 && son.unlicensed == 1)
    #expect(son.candidates == 5 && son.refused == 3 && son.open == 0)
    #expect(son.samples.accepted.count == 2 && son.samples.refused.count == 3)
    #expect(son.samples.accepted[1].contains("SoftBank and [Son] invest"))
    #expect(rows[1].open == 1 && rows[1].candidates == 1)
    #expect(try AmbiguityTool.rows(of: study, settings: RunSettings(jobs: 1)) == rows)

    // The same as a table of the run, once the study asks for it.
    #expect(folder.data("out/ambiguous.csv") == nil)
    var asking = study
    asking.listsAmbiguous = true
    let summary = try Run(asking, settings: settings).run(telling: Progress(settings))
    #expect(summary.tables.contains("ambiguous.csv"))
    let table = try folder.text("out/ambiguous.csv").split(separator: "\n")
    #expect(table.count == rows.count + 1)
    #expect(table[1].hasPrefix("person,son,Son,\(son.rules),5,2,3,0,"))
    #expect(try folder.text("out/datapackage.json").contains("ambiguous.csv"))
  }
}
