import Foundation
import Pipeline
import TestSupport
import Testing

/// What a change of lexicons does, told before it is made.
@Suite struct LexiconDiffTests {
  private func diff(_ study: SmallStudy, _ new: String, jobs: Int = 2) throws
    -> LexiconDiffTool.Result
  {
    try study.folder.write("new.yaml", new)
    return try LexiconDiffTool(
      study: Study.load(study.file), old: [study.folder.path + "/lexicon.yaml"],
      new: [study.folder.path + "/new.yaml"], samples: 2, width: 30,
      settings: RunSettings(jobs: jobs)
    ).run()
  }

  @Test func tellsNothingOfTheSameLexicons() throws {
    let study = try SmallStudy()
    _ = try UnchangedRunTests.run(study)
    let result = try diff(study, SmallStudy.lexicon + "# a remark\n")
    #expect(result.rows.isEmpty && result.largest == nil)
  }

  /// The counts are those that two runs, with the one and the other, give.
  @Test func foretellsTheTablesOfTheNextRun() throws {
    let study = try SmallStudy()
    _ = try UnchangedRunTests.run(study)
    let before = try mentions(study)
    let new = SmallStudy.lexicon
      .replacing("[overtime]", with: "[the, late]").replacing("wafer*, ", with: "")
    let result = try diff(study, new)
    #expect(try diff(study, new, jobs: 1).rows == result.rows)
    try study.folder.write("lexicon.yaml", new)
    _ = try UnchangedRunTests.run(study)
    let after = try mentions(study)
    for entry in ["work", "work-996", "chips"] {
      let (old, new) = (before.filter { $0.entry == entry }, after.filter { $0.entry == entry })
      guard old != new else {
        #expect(!result.rows.contains { $0.entry == "theme/\(entry)" })
        continue
      }
      let row = try #require(result.rows.first { $0.entry == "theme/\(entry)" })
      #expect(row.mentionsBefore == old.count && row.mentionsAfter == new.count)
      #expect(row.mentionsGained == new.subtracting(old).count)
      #expect(row.mentionsLost == old.subtracting(new).count)
      let (oldIDs, newIDs) = (Set(old.map(\.document)), Set(new.map(\.document)))
      #expect(row.documentsGained == newIDs.subtracting(oldIDs).count)
      #expect(row.documentsLost == oldIDs.subtracting(newIDs).count)
      #expect(row.samplesGained.count == min(2, row.mentionsGained))
      #expect(row.samplesLost.count == min(2, row.mentionsLost))
    }
    #expect(result.rows.contains { $0.entry == "theme/work" && $0.mentionsGained > 0 })
  }

  @Test func tellsOfEntriesThatAreNewAndGone() throws {
    let study = try SmallStudy()
    _ = try UnchangedRunTests.run(study)
    let count = try mentions(study).count { $0.entry == "work" }
    let result = try diff(
      study, "lexicon: theme\nentries:\n  - {id: hours, label: H, terms: [overtime]}\n")
    #expect(result.rows.first { $0.entry == "theme/hours" }?.mentionsGained == count)
    #expect(result.rows.first { $0.entry == "theme/work" }?.mentionsLost == count)
  }

  @Test func tellsTheLargestChangeOfAPublishedSeries() throws {
    let study = try SmallStudy(pages: 60)
    try study.writeStudy("measures: [{id: hours, count: theme/work}]\nperiod: year")
    #expect(throws: (any Error).self) { try diff(study, SmallStudy.lexicon) }
    try study.folder.write(
      "study.yaml",
      """
      study: Small
      archive: [archive]
      lexicons: [lexicon.yaml]
      period: year
      max_rejected: 50%
      measures: [{id: hours, count: theme/work}]
      """)
    _ = try UnchangedRunTests.run(study)
    let new = SmallStudy.lexicon.replacing("[overtime]", with: "[zzz]")
    let largest = try #require(try diff(study, new).largest)
    #expect(largest.measure == "hours" && largest.hitAfter < largest.hitBefore)
    #expect(largest.documents >= 10)
  }

  private struct Mention: Hashable {
    var document: String
    var entry: String
    var place: String
  }

  private func mentions(_ study: SmallStudy) throws -> Set<Mention> {
    let table = try CSVTable(
      String(contentsOfFile: study.folder.path + "/out/mentions.csv", encoding: .utf8))
    return Set(
      table.rows.map {
        Mention(
          document: $0["document_id"] ?? "", entry: $0["entry"] ?? "",
          place: "\($0["field"] ?? "") \($0["start"] ?? "") \($0["end"] ?? "")")
      })
  }
}
