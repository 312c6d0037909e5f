import Corpus
import Foundation
import Lexicons
import Pipeline
import TestSupport
import Testing

@Suite struct RunTests {
  static let today = CalendarDate(year: 2025, month: 6, day: 1)!

  /// Runs the study of a folder; returns the bytes of its tables.
  @discardableResult
  static func run(
    _ study: SmallStudy, jobs: Int = 2, out: String = "out", upTo stage: RunStage = .aggregate
  ) throws -> [String: [UInt8]] {
    var loaded = try Study.load(study.file)
    loaded.out = out
    let settings = RunSettings(jobs: jobs, today: today, isQuiet: true)
    _ = try Run(loaded, settings: settings).run(upTo: stage, telling: Progress(settings))
    return study.outputs(in: out)
  }

  /// Which tables differ, or are missing on either side.
  static func differences(_ a: [String: [UInt8]], _ b: [String: [UInt8]]) -> [String] {
    SmallStudy.outputs.filter { a[$0] == nil || a[$0] != b[$0] }
  }

  @Test("Tables do not depend on the number of threads")
  func jobs() throws {
    let study = try SmallStudy()
    let one = try Self.run(study, jobs: 1, out: "one")
    #expect(one.count == SmallStudy.outputs.count)
    for jobs in [2, 8] {
      // The output folder is no part of the tables.
      #expect(Self.differences(one, try Self.run(study, jobs: jobs, out: "out\(jobs)")) == [])
    }
  }

  @Test("Tables do not depend on the order in which the archive is listed")
  func shuffled() throws {
    let study = try SmallStudy()
    let before = try Self.run(study)
    let documents = try study.table("documents")
    let file = try study.folder.text("study.yaml")
    let folders = ["archive/pages/3", "archive/lines.jsonl", "archive/pages/1", "archive"]
    try study.folder.write(
      "study.yaml",
      file.replacing("[archive]", with: "[\(folders.joined(separator: ", "))]"))
    let after = try Self.run(study, out: "shuffled")
    // The manifest lists the archive as the study does.
    #expect(Self.differences(before, after) == ["manifest.json"])
    #expect(
      documents.rows.map { $0["document_id"] ?? "" }
        == documents.rows.map { $0["document_id"] ?? "" }.sorted())
  }

  @Test("Tables do not depend on what was stored first")
  func growing() throws {
    let study = try SmallStudy()
    let whole = try Self.run(study, out: "whole")
    let other = try SmallStudy(pages: 0)
    for name in ["lines.jsonl", "feed.xml", "broken.jsonl.gz"] {
      try other.folder.remove("archive/\(name)")
    }
    try other.writePage(29)
    for number in (0..<29).reversed() where number % 3 == 0 { try other.writePage(number) }
    try Self.run(other)
    for name in ["feed.xml", "broken.jsonl.gz", "lines.jsonl"] {
      try other.folder.write("archive/\(name)", try study.folder.text("archive/\(name)"))
    }
    for number in 0..<29 where number % 3 != 0 { try other.writePage(number) }
    #expect(Self.differences(whole, try Self.run(other)) == [])
  }

  @Test("An unchanged study reads nothing again")
  func unchanged() throws {
    let study = try SmallStudy()
    let first = try Self.run(study)
    // What is read again would be missed: the pages keep size and date, but say nothing now.
    try study.blank("archive/pages/0/page-0.html")
    #expect(Self.differences(first, try Self.run(study)) == [])
  }

  @Test("Stage by stage gives what one run gives")
  func stages() throws {
    let study = try SmallStudy()
    let whole = try Self.run(study, out: "whole")
    for stage in RunStage.allCases { try Self.run(study, upTo: stage) }
    #expect(Self.differences(whole, study.outputs()) == [])
  }

  @Test("Files that come, change and go leave what a fresh run gives")
  func edits() throws {
    let study = try SmallStudy()
    try Self.run(study)
    try study.folder.remove("archive/pages/1/page-1.html")
    try study.folder.remove("archive/lines.jsonl")
    try study.writePage(2, word: "wafers and semiconductor tools")
    try study.writePage(77)
    try study.folder.write("archive/new/note.txt", "A note\n\nOn overtime, nine to six.\n")
    let edited = try Self.run(study)
    let documents = try study.table("documents")
    #expect(!documents.rows.contains { $0["source"] == "archive/lines.jsonl" })
    #expect(documents.rows.contains { $0["source"] == "archive/new/note.txt" })
    #expect(Self.differences(edited, try Self.run(study, out: "fresh")) == [])
  }

  @Test("A new lexicon is tagged with from the store, without a page")
  func lexiconEdit() throws {
    let study = try SmallStudy()
    try Self.run(study)
    let lexicon = SmallStudy.lexicon.replacing("overtime", with: "harbour")
    try study.folder.write("lexicon.yaml", lexicon)
    let fresh = try Self.run(study, out: "fresh")
    try study.blank("archive/pages/0/page-0.html")
    let retagged = try Self.run(study)
    #expect(Self.differences(fresh, retagged) == [])
    #expect(try study.table("mentions").rows.contains { $0["text"] == "harbour" })
  }

  @Test("A change of measures needs no page and no tagging")
  func measureEdit() throws {
    let study = try SmallStudy()
    try Self.run(study)
    try study.writeStudy(
      "measures: [{id: w, count: theme/work, with: theme/chips, within: article}]")
    let fresh = try Self.run(study, out: "fresh")
    try study.blank("archive/pages/0/page-0.html")
    #expect(Self.differences(fresh, try Self.run(study)) == [])
    #expect(Set(try study.table("series").rows.map { $0["measure"] }) == ["w"])
  }

  @Test("Every record is a document or a reject, and the manifest says how many")
  func balance() throws {
    let study = try SmallStudy()
    let loaded = try Study.load(study.file)
    let settings = RunSettings(jobs: 2, today: Self.today, isQuiet: true)
    let summary = try Run(loaded, settings: settings).run(telling: Progress(settings))
    // 30 pages, 10 lines, 2 entries of the feed; one broken file.
    #expect(summary.census.documents == 42)
    #expect(summary.census.rejects == 1)
    #expect(try study.table("documents").rows.count == 42)
    #expect(try study.table("rejects").rows.map { $0["reason"] } == ["malformed"])
    let manifest = try study.folder.text("out/manifest.json")
    #expect(manifest.contains("\"records\": 43"))
    let ids = try study.table("documents").rows.map { $0["document_id"] }
    #expect(Set(ids).count == 42)
  }

  @Test("Mentions point at the words that they name")
  func offsets() throws {
    let study = try SmallStudy(pages: 6)
    try study.folder.write(
      "archive/uni.jsonl",
      "{\"title\":\"🎈 overtime\",\"text\":\"Caf\\u00e9 \\ud83c\\udf88: overtime, 996!\",\"date\":\"2019-05-05\"}\n"
    )
    try Self.run(study)
    let rows = try study.table("mentions").rows.filter {
      $0["document_id"]?.hasPrefix("archive/uni") == true
    }
    let fields = ["title": "🎈 overtime", "body": "Café 🎈: overtime, 996!"]
    #expect(rows.count == 3)
    for row in rows {
      let scalars = Array(try #require(fields[row["field"] ?? ""]).unicodeScalars)
      let start = try #require(Int(row["start"] ?? ""))
      let end = try #require(Int(row["end"] ?? ""))
      #expect(String(String.UnicodeScalarView(scalars[start..<end])) == row["text"])
    }
  }

  @Test("An archive that is gone does not empty the store")
  func archiveGone() throws {
    let study = try SmallStudy(pages: 3)
    let before = try Self.run(study)
    try FileManager.default.moveItem(
      atPath: study.folder.path + "/archive", toPath: study.folder.path + "/elsewhere")
    #expect(throws: LexiconError.self) { try Self.run(study) }
    try FileManager.default.moveItem(
      atPath: study.folder.path + "/elsewhere", toPath: study.folder.path + "/archive")
    #expect(Self.differences(before, try Self.run(study)) == [])
  }

  @Test("The study says which keys hold a title and a text; another mapping reads the archive anew")
  func fields() throws {
    let study = try SmallStudy(pages: 0)
    try study.folder.write(
      "archive/krant.csv", "kop,datum,inhoud\nOverwerk,2018-05-05,Er was overtime en 996.\n")
    try Self.run(study)
    func titles() throws -> [String?] {
      try study.table("documents").rows.filter { $0["source"] == "archive/krant.csv" }
        .map { $0["title"] }
    }
    #expect(try titles() == [])
    let file = try study.folder.text("study.yaml")
    try study.folder.write(
      "study.yaml", file + "fields: {title: kop, text: inhoud, date: datum}\n")
    try Self.run(study)
    #expect(try titles() == ["Overwerk"])
  }

  @Test("A study's limits count, and other limits read the archive anew")
  func limits() throws {
    let study = try SmallStudy(pages: 1)
    let text = String(repeating: "Er was overtime en 996. ", count: 100)
    try study.folder.write("archive/long.csv", "title,date,text\nLang,2018-05-05,\(text)\n")
    try study.writeStudy("limits: {record_bytes: 2 KB}")
    try Self.run(study)
    func reasons() throws -> [String?] {
      try study.table("rejects").rows.filter { $0["source"] == "archive/long.csv" }
        .map { $0["reason"] }
    }
    #expect(try reasons() == ["too-large"])
    #expect(try study.folder.text("out/manifest.json").contains("\"record_bytes\": 2048"))
    try study.writeStudy("limits: {record_bytes: 3 KB}")
    try Self.run(study)
    #expect(try reasons() == [])
  }

  @Test("The study's own files are no articles, wherever they lie")
  func ownFiles() throws {
    let study = try SmallStudy(pages: 2)
    try study.folder.write("metadata.csv", "path,date\narchive/pages/0/page-0.html,2018-05-05\n")
    try study.folder.write("outlets.csv", "match,outlet,country\nCourier 0,The Courier,GB\n")
    let file = try study.folder.text("study.yaml").replacing("[archive]", with: "[.]")
    try study.folder.write("study.yaml", file + "metadata: metadata.csv\noutlets: outlets.csv\n")
    try Self.run(study, out: study.folder.path + "/tables")
    try Self.run(study, out: study.folder.path + "/tables")
    let documents = try study.table("documents", in: "tables")
    #expect(documents.rows.allSatisfy { $0["source"]?.hasPrefix("archive/") == true })
    #expect(documents.rows.count == 14)
    let page = documents.rows.first { $0["source"] == "archive/pages/0/page-0.html" }
    #expect(page?["date"] == "2018-05-05" && page?["date_source"] == "sidecar")
    #expect(page?["outlet"] == "The Courier" && page?["outlet_country"] == "GB")
  }
}

extension SmallStudy {
  /// Overwrites a file with blanks, in a way that its size and date do not show.
  func blank(_ name: String) throws {
    let path = folder.path + "/" + name
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    let size = try #require(attributes[.size] as? Int)
    var times = stat()
    stat(path, &times)
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.write(contentsOf: Data(repeating: 0x20, count: size))
    try handle.close()
    #if canImport(Darwin)
      var old = [times.st_atimespec, times.st_mtimespec]
    #else
      var old = [times.st_atim, times.st_mtim]
    #endif
    #expect(utimensat(AT_FDCWD, path, &old, 0) == 0)
  }
}
