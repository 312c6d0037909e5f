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
      try SampleTool(study: loaded, options: options, settings: RunSettings(jobs: jobs)).rows()
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
      let isMention = mentions.rows.contains {
        $0["document_id"] == row.context.documentID && $0["start"] == "\(place.start)"
          && $0["text"] == row.context.match && $0["entry"] ?? "" == entry
      }
      #expect(isMention)
    }
    let blind = try rows(2, options(isBlind: true))
    #expect(Set(blind.map(\.item)) == Set(open.map(\.item)))
    #expect(blind.allSatisfy { $0.place == nil && $0.values[9] == .missing })
    let chips = try rows(2, options(entries: ["theme/chips"]))
    #expect(!chips.isEmpty && chips.allSatisfy { $0.entry == "theme/chips" })
    #expect(throws: RunError.self) { try rows(2, options(entries: ["theme/chip"])) }
  }

  @Test func refusesAStudyWhoseLexiconsHaveChanged() throws {
    let study = try SmallStudy()
    _ = try UnchangedRunTests.run(study)
    try study.folder.write("lexicon.yaml", SmallStudy.lexicon + "# more\n")
    #expect(throws: RunError.self) {
      try SampleTool(
        study: Study.load(study.file), options: options(), settings: RunSettings(jobs: 1)
      ).rows()
    }
  }

  @Test func scoresSheetsOfTwoCoders() throws {
    let study = try SmallStudy()
    _ = try UnchangedRunTests.run(study)
    let rows = try SampleTool(
      study: Study.load(study.file), options: options(size: 8), settings: RunSettings(jobs: 1)
    ).rows()
    try study.folder.write("a.csv", sheet(rows) { ["yes", "no", "?", ""][$0 % 4] })
    try study.folder.write("b.csv", sheet(rows) { ["1", "1", "0", ""][$0 % 4] })
    let paths = ["a.csv", "b.csv"].map { study.folder.path + "/" + $0 }
    let scores = try ScoreTool(sheets: paths).rows()
    // yes+yes: right; no+yes: undecided; ?+no: wrong; nothing: undecided.
    let precision = try #require(value(scores, "all", "precision"))
    #expect(precision.n == 4 && precision.value == 0.5)
    let wilson = try #require(wilsonInterval(successes: 2, trials: 4))
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

  @Test func comparesMentionsWithAGoldCoding() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "gold.csv",
      "document_id,entry\na,x/one\na,x/two\nb,x/one\nc,\nd,x/one\n")
    try folder.write(
      "mentions.csv",
      "document_id,lexicon,entry\na,x,one\na,x,one\nb,x,two\nc,x,one\nd,x,one\nelse,x,one\na,y,three\n"
    )
    let tool = ScoreTool(
      sheets: [], gold: (folder.path + "/gold.csv", folder.path + "/mentions.csv"))
    let rows = try tool.rows()
    // x/one: gold a b d, found a c d. x/two: gold a, found b.
    #expect(value(rows, "x/one", "precision")?.value == 2.0 / 3)
    #expect(value(rows, "x/one", "recall")?.value == 2.0 / 3)
    #expect(value(rows, "x/one", "specificity")?.value == 0)
    #expect(value(rows, "x/two", "specificity")?.value == 2.0 / 3)
    #expect(value(rows, "all", "precision")?.value == 0.5)
    #expect(value(rows, "all", "recall")?.n == 4)
    #expect(value(rows, "y/three", "precision") == nil)
  }

  @Test func comparesSpansWhereTheGoldCodingHasThem() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "gold.csv",
      "document_id,entry,field,start,end\na,x/one,body,5,9\na,x/one,body,20,24\na,x/one,title,0,4\n"
    )
    try folder.write(
      "mentions.csv",
      "document_id,lexicon,entry,field,start,end\na,x,one,body,4,9\na,x,one,body,30,34\n")
    let rows = try ScoreTool(
      sheets: [], gold: (folder.path + "/gold.csv", folder.path + "/mentions.csv")
    ).rows()
    #expect(value(rows, "x/one", "precision")?.value == 0.5)
    #expect(value(rows, "x/one", "recall")?.value == 1.0 / 3)
  }

  @Test func correctsSeriesByWhatTheGoldCodingShows() throws {
    let folder = try TemporaryFolder()
    // 50 with, of which 45 found; 100 without, of which 5 found.
    let gold = (0..<150).map { "d\($0),\($0 < 50 ? "x/one" : "")\n" }.joined()
    try folder.write("gold.csv", "document_id,entry\n" + gold)
    let found = (0..<50).map { "d\($0 < 45 ? $0 : $0 + 5),x,one\n" }.joined()
    try folder.write("mentions.csv", "document_id,lexicon,entry\n" + found)
    try folder.write(
      "series.csv",
      """
      measure,period,group,group_value,documents,documents_hit
      x/one,2020,all,all,200,60
      x/one,2021,all,all,,
      x/two,2020,all,all,200,60

      """)
    let rows = try ScoreTool(
      sheets: [], gold: (folder.path + "/gold.csv", folder.path + "/mentions.csv")
    ).corrected(series: folder.path + "/series.csv")
    #expect(rows.count == 2)
    #expect(abs((rows[0].corrected ?? 0) - 0.25 / 0.85) < 1e-12)
    #expect(abs((rows[0].low ?? 0) - 0.2068888893557777) < 1e-9)
    #expect(rows[1].corrected == nil && rows[1].low == nil)
  }

  @Test(arguments: [
    ("item,note\n1,a\n", "there is no column 'code'"),
    ("item,code\n1,yes\n1,no\n", "is there twice"),
  ])
  func saysWhatIsWrongWithASheet(_ text: String, _ message: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("sheet.csv", text)
    let error = #expect(throws: (any Error).self) {
      try ScoreTool(sheets: [folder.path + "/sheet.csv"]).rows()
    }
    #expect("\(try #require(error))".contains(message))
  }
}

extension [String] {
  /// Each run of equal elements once.
  fileprivate func chunked() -> [String] {
    reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
