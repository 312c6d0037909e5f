import Corpus
import Export
import Foundation
import Pipeline
import Statistics
import TestSupport
import Testing

/// From mentions to a sheet, and from filled sheets and gold codings to figures.
@Suite struct CodingTests {
  private func options(
    size: Int = 9, seed: UInt64 = 1, entries: [String] = [], isBlind: Bool = false
  ) -> SampleTool.Options {
    SampleTool.Options(
      size: size, seed: seed, entries: entries, isProportional: false, isBlind: isBlind, width: 40)
  }

  private func sheet(_ rows: [CodingRow], code: (Int) -> String) -> String {
    var bytes: [UInt8] = []
    CSV.append(CSV.header(of: CodingRow.schema), to: &bytes)
    for (index, row) in rows.enumerated() {
      var values = row.values
      values[6] = .text(code(index))
      CSV.append(values, to: &bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func value(_ rows: [ScoreRow], _ entry: String, _ measure: String) -> ScoreRow? {
    rows.first { $0.entry == entry && $0.measure == measure }
  }

  @Test func drawsTheSameSheetOnAnyNumberOfThreads() throws {
    let study = try SmallStudy()
    _ = try UnchangedRunTests.run(study)
    let loaded = try Study.load(study.file)
    func rows(_ jobs: Int, _ options: SampleTool.Options) throws -> [CodingRow] {
      try SampleTool(study: loaded, options: options, settings: RunSettings(jobs: jobs)).sheet()
        .rows
    }
    let open = try rows(1, options())
    #expect(open.count == 9)
    #expect(try rows(3, options()) == open)
    #expect(open.map(\.entry).chunked() == ["theme/work", "theme/work-996", "theme/chips"])
    let mentions = try CSVTable(
      String(contentsOfFile: study.folder.path + "/out/mentions.csv", encoding: .utf8))
    for row in open {
      let place = try #require(row.place)
      let entry = row.entry.dropFirst("theme/".count)
      #expect(row.item.hasPrefix("m") && row.item.count == 17)
      let isMention = mentions.rows.contains {
        $0["document_id"] == row.context.documentID && $0["start"] == "\(place.start)"
          && $0["text"] == row.context.match && $0["entry"] ?? "" == entry
      }
      #expect(isMention)
    }
    let blind = try rows(2, options(isBlind: true))
    #expect(Set(blind.map(\.item)) == Set(open.map(\.item)))
    #expect(blind.allSatisfy { $0.place == nil && $0.values[10] == .missing })
    let chips = try rows(2, options(entries: ["theme/chips"]))
    #expect(!chips.isEmpty && chips.allSatisfy { $0.entry == "theme/chips" })
    #expect(throws: RunError.self) { try rows(2, options(entries: ["theme/chip"])) }
  }

  @Test func saysWhatASheetStandsFor() throws {
    let study = try SmallStudy()
    _ = try UnchangedRunTests.run(study)
    let loaded = try Study.load(study.file)
    func coverage(_ options: SampleTool.Options) throws -> SampleCoverage {
      try SampleTool(study: loaded, options: options, settings: RunSettings(jobs: 1)).sheet()
        .coverage
    }
    let all = try coverage(options())
    #expect(all.entries == 3 && all.mentions == all.studyMentions && all.entriesLeftOut == 0)
    let two = try coverage(options(size: 2))
    #expect(two.entries == 2 && two.entriesLeftOut == 1)
    #expect(two.mentions + two.mentionsLeftOut == two.studyMentions)
    #expect(two.lines(rows: 2).count == 2)
    let chips = try coverage(options(entries: ["theme/chips"]))
    #expect(chips.entries == 1 && chips.mentions < all.mentions)
  }

  @Test func keepsTextsFromBeingFormulas() throws {
    let study = try SmallStudy()
    _ = try UnchangedRunTests.run(study)
    let sheet = try SampleTool(
      study: Study.load(study.file), options: options(size: 1), settings: RunSettings(jobs: 1)
    ).sheet()
    var row = try #require(sheet.rows.first)
    row.label = "=Y"
    row.context.left = "+1"
    row.context.match = "-x"
    row.context.right = "@y"
    #expect(row.values[2...5] == [.text("'=Y"), .text("'+1"), .text("'-x"), .text("'@y")])
    row.context.right = "y'"
    #expect(row.values[5] == .text("y'"))
  }

  @Test func refusesAStudyWhoseLexiconsHaveChanged() throws {
    let study = try SmallStudy()
    _ = try UnchangedRunTests.run(study)
    try study.folder.write("lexicon.yaml", SmallStudy.lexicon + "# more\n")
    #expect(throws: RunError.self) {
      try SampleTool(
        study: Study.load(study.file), options: options(), settings: RunSettings(jobs: 1)
      ).sheet()
    }
  }

  @Test func scoresSheetsOfTwoCoders() throws {
    let study = try SmallStudy()
    _ = try UnchangedRunTests.run(study)
    let rows = try SampleTool(
      study: Study.load(study.file), options: options(size: 8), settings: RunSettings(jobs: 1)
    ).sheet().rows
    try study.folder.write("a.csv", sheet(rows) { ["yes", "no", "?", ""][$0 % 4] })
    try study.folder.write("b.csv", sheet(rows) { ["1", "1", "0", ""][$0 % 4] })
    let paths = ["a.csv", "b.csv"].map { study.folder.path + "/" + $0 }
    let scores = try ScoreTool(sheets: paths).rows()
    // yes+yes: right; no+yes: half right; ?+no: wrong; nothing: undecided.
    let precision = try #require(value(scores, "all", "precision"))
    #expect(precision.n == 6 && precision.value == 0.5)
    let wilson = try #require(wilsonInterval(successes: 3, trials: 6))
    #expect(precision.low == wilson.low && precision.high == wilson.high)
    #expect(value(scores, "all", "kappa")?.n == 4)
    #expect(value(scores, "all", "kappa")?.value == 0)
    #expect(value(scores, "all", "alpha_nominal")?.value != nil)
    #expect(throws: RunError.self) { try ScoreTool(sheets: paths, scale: .ratio).rows() }
  }

  /// statistics-from-python.json: Krippendorff's and Wikipedia's examples, by PyPI `krippendorff`.
  @Test func reproducesPublishedAlphas() throws {
    let shared =
      ProcessInfo.processInfo.environment["PARLANCE_DATA"] ?? PackagePaths.root + "/../shared"
    let path = shared + "/reference/statistics-from-python.json"
    guard let data = FileManager.default.contents(atPath: path) else {
      print("skipped: \(path) is not there; set PARLANCE_DATA")
      return
    }
    let values = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let examples = try #require(values["krippendorff"] as? [[String: Any]])
    let folder = try TemporaryFolder()
    for example in examples {
      let coders = try #require(example["data"] as? [[Any]]).map { $0.map { $0 as? Double } }
      let header = coders.indices.map { "code_\($0)" }.joined(separator: ",")
      let lines = (coders.first ?? []).indices.map { unit in
        coders.map { $0[unit].map { "\(Int($0))" } ?? "" }.joined(separator: ",")
      }
      try folder.write(
        "codes.csv",
        "item,\(header)\n"
          + lines.enumerated().map { "\($0.offset),\($0.element)\n" }.joined())
      for scale in CodeScale.allCases {
        let rows = try ScoreTool(sheets: [folder.path + "/codes.csv"], scale: scale).rows()
        let expected = try #require(example[scale.rawValue] as? Double)
        let alpha = try #require(value(rows, "all", "alpha_\(scale.rawValue)")?.value)
        #expect(abs(alpha - expected) < 5e-7)
      }
    }
  }
}

extension [String] {
  /// Each run of equal elements once.
  fileprivate func chunked() -> [String] {
    reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
