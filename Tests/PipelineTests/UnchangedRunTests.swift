import Corpus
import Foundation
import Pipeline
import TestSupport
import Testing

/// A run that would write what is there already does nothing, and no other run does.
@Suite struct UnchangedRunTests {
  static func run(_ study: SmallStudy, upTo stage: RunStage = .aggregate) throws -> RunSummary {
    let settings = RunSettings(jobs: 2, today: RunTests.today, isQuiet: true)
    return try Run(try Study.load(study.file), settings: settings)
      .run(upTo: stage, telling: Progress(settings))
  }

  /// When each file of the results was last changed, by whomever.
  static func changes(_ study: SmallStudy) throws -> [String: Int] {
    let folder = study.folder.path + "/out"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    return Dictionary(
      uniqueKeysWithValues: names.filter { !$0.hasPrefix("study.sqlite") }.map { name in
        var info = stat()
        stat(folder + "/" + name, &info)
        #if canImport(Darwin)
          let time = info.st_ctimespec
        #else
          let time = info.st_ctim
        #endif
        return (name, Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec))
      })
  }

  @Test("A run of an unchanged study touches no result, and comes to the same")
  func nothing() throws {
    let study = try SmallStudy()
    let first = try Self.run(study)
    let before = try Self.changes(study)
    let second = try Self.run(study)
    #expect(try Self.changes(study) == before)
    #expect(second.description == first.description)
  }

  @Test("A table that was edited, damaged or deleted is written again", arguments: 0..<4)
  func tables(_ way: Int) throws {
    let study = try SmallStudy()
    _ = try Self.run(study)
    let whole = study.outputs()
    for name in SmallStudy.outputs where way > 0 || name == "series.csv" {
      switch way {
      case 0: try study.folder.write("out/\(name)", "edited")
      case 1: try study.folder.remove("out/\(name)")
      case 2: try study.folder.write("out/\(name)", try study.folder.text("out/\(name)") + "\n")
      default: try study.blank("out/\(name)")  // Size and date stay.
      }
    }
    _ = try Self.run(study)
    #expect(RunTests.differences(whole, study.outputs()) == [])
  }

  @Test("Another stage, option, lexicon or archive is a change; a comment in the study is none")
  func changes() throws {
    let study = try SmallStudy()
    _ = try Self.run(study)
    func isUnchanged(_ edit: () throws -> Void) throws -> Bool {
      try edit()
      let before = try Self.changes(study)["series.csv"]
      _ = try Self.run(study)
      return try Self.changes(study)["series.csv"] == before
    }
    #expect(try isUnchanged { try study.writeStudy("# a comment") })
    #expect(try !isUnchanged { try study.writeStudy("duplicates: documents") })
    #expect(
      try !isUnchanged { try study.folder.write("lexicon.yaml", SmallStudy.lexicon + "# x\n") })
    #expect(try !isUnchanged { try study.writePage(3, word: "wafers") })
    #expect(try !isUnchanged { try study.folder.remove("archive/pages/3/page-3.html") })
    #expect(try !isUnchanged { try study.folder.write("archive/none.txt", "") })
    #expect(try !isUnchanged { _ = try Self.run(study, upTo: .extract) })
    #expect(try isUnchanged {})
  }

  @Test("A limit of rejects is judged anew though nothing else has changed")
  func rejectLimit() throws {
    let study = try SmallStudy()
    #expect(try Self.run(study).isWithinRejectLimit)
    let file = try study.folder.text("study.yaml")
    try study.folder.write("study.yaml", file.replacing("50%", with: "0"))
    let before = try Self.changes(study)["series.csv"]
    #expect(try !Self.run(study).isWithinRejectLimit)
    #expect(try Self.changes(study)["series.csv"] == before)
  }
}
