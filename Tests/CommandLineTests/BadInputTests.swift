import Foundation
import TestSupport
import Testing

/// Whatever an archive or a study holds: one clear line, a row in `rejects.csv`, and on it goes.
@Suite struct BadInputTests {
  /// A study over `archive/`, with a good article beside whatever else the test puts there.
  func study(_ fill: (TemporaryFolder) throws -> Void) throws -> SmallStudy {
    let study = try SmallStudy(pages: 1)
    try study.folder.remove("archive/broken.jsonl.gz")
    try fill(study.folder)
    return study
  }

  /// Runs a study that a record or file of the archive must not stop; returns the rejects.
  @discardableResult
  func runOn(
    _ study: SmallStudy, documents: Int = 13, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [[String: String]] {
    let outcome = try Parlance.run("run", study.file, seconds: 30)
    #expect(!outcome.wasKilled && outcome.status == 0, "\(outcome)", sourceLocation: sourceLocation)
    let rejects = try study.table("rejects").rows
    #expect(
      try study.table("documents").rows.count == documents, sourceLocation: sourceLocation)
    for reject in rejects {
      let detail = reject["detail"] ?? ""
      #expect(!detail.isEmpty && !detail.contains("\n"), sourceLocation: sourceLocation)
      let told = outcome.lines.filter { $0.contains("rejected (\(reject["reason"] ?? ""))") }
      #expect(told.count >= 1, "\(outcome.messages)", sourceLocation: sourceLocation)
    }
    return rejects
  }

  @Test(
    "A path of the archive that is not there is an error with its place; the store stays as it is")
  func missingArchive() throws {
    let study = try study { _ in }
    try runOn(study)
    let before = study.outputs()
    try study.folder.remove("archive")
    let missing = try Parlance.run("run", study.file)
    #expect(missing.status == 2 && missing.lines.count == 1, "\(missing)")
    #expect(
      missing.messages.contains(
        "study.yaml:2:11: error: 'archive' names 'archive', which does not exist"), "\(missing)")
    #expect(study.outputs() == before)
    let concordance = try Parlance.run("concordance", "overtime", "--study", study.file)
    #expect(concordance.status == 0 && concordance.output.contains("overtime"))
  }

  @Test("So is one of several that is not there, and a pattern that matches nothing is a row")
  func missingPart() throws {
    let study = try study { _ in }
    let text = try study.folder.text("study.yaml")
    func write(_ archive: String) throws {
      try study.folder.write("study.yaml", text.replacing("[archive]", with: archive))
    }
    try write("[archive, gone, \"none/*.html\"]")
    let missing = try Parlance.run("run", study.file)
    #expect(missing.status == 2 && missing.lines.count == 1)
    #expect(missing.messages.contains("study.yaml:2:20: error: 'archive' names 'gone'"))
    try write("[archive, \"none/*.html\"]")
    #expect(try runOn(study).map { $0["source"] } == ["none/*.html"])
    try write("\"none/*.html\"")
    let empty = try Parlance.run("run", study.file)
    #expect(empty.status == 2 && empty.lines.count == 1, "\(empty)")
    #expect(empty.messages.contains("holds no file (none/*.html: rejected (unreadable): no file"))
  }

  @Test("An empty folder is one line, and never a success")
  func emptyFolder() throws {
    let study = try study { folder in
      try folder.remove("archive")
      try FileManager.default.createDirectory(
        atPath: folder.path + "/archive", withIntermediateDirectories: true)
    }
    let outcome = try Parlance.run("run", study.file)
    #expect(outcome.status == 2 && outcome.lines.count == 1, "\(outcome)")
    #expect(outcome.messages.contains("archive: rejected (empty): the folder holds no files"))
  }

  @Test("A file without the right to read it is rejected, and read once it may be")
  func unreadable() throws {
    let study = try study { folder in
      let path = try folder.write("archive/locked.txt", "Locked\n\nA text behind a lock.\n")
      try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    }
    let path = study.folder.path + "/archive/locked.txt"
    // The superuser reads everything.
    guard !FileManager.default.isReadableFile(atPath: path) else { return }
    #expect(try runOn(study).map { $0["reason"] } == ["unreadable"])
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    #expect(try runOn(study, documents: 14).isEmpty)
  }

  @Test("Records of all kinds of damage are rejected, each with its reason")
  func records() throws {
    let study = try study { folder in
      try folder.write(
        "archive/a-cut.jsonl", "{\"title\":\"t\",\"text\":\"x\"}\n{\"title\":\"cut sh")
      try folder.write("archive/b-empty.html", "")
      try folder.write("archive/c-blank.txt", "  \n\n ")
      try folder.write(
        "archive/d-image.html", Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
      try folder.write("archive/e-cut.html.gz", Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0x4B]))
      try folder.write(
        "archive/f-binary.txt", Data([1, 0, 2, 0, 0xFF, 0, 9, 0, 200, 0, 0, 0, 0, 7]))
      try folder.write(
        "archive/g-deep.jsonl", "{\"title\":\"t\",\"x\":" + String(repeating: "[", count: 100_000))
      try folder.write(
        "archive/h-bytes.jsonl",
        Data("{\"title\":\"".utf8) + Data([0xFF, 0xFE]) + Data("\"}\n".utf8))
      try folder.write("archive/i-open.csv", "title,date,text\n\"never closed,2019-01-01,x\n")
      try folder.write("archive/j-cut.xml", "<?xml version=\"1.0\"?><rss><channel><item><title>t")
      try folder.write("archive/k-foreign.xml", "<?xml version=\"1.0\"?><svg/>")
    }
    let reasons = try runOn(study, documents: 14).reduce(into: [:]) { reasons, row in
      reasons[row["source"]?.dropFirst(8).prefix(1) ?? "", default: ""] = row["reason"] ?? ""
    }
    #expect(
      reasons == [
        "a": "malformed", "b": "empty", "c": "empty", "d": "unknown-format", "e": "truncated",
        "f": "unknown-format", "g": "malformed", "h": "encoding", "i": "malformed",
        "j": "truncated", "k": "unknown-format",
      ])
  }

  @Test("Markup nested 100,000 deep is read or rejected, not a crash")
  func depth() throws {
    let study = try study { folder in
      for tag in ["div", "b", "table><tr><td"] {
        let open = String(repeating: "<\(tag)>", count: 100_000)
        try folder.write(
          "archive/\(tag.prefix(3)).html", "<!DOCTYPE html>\(open)A text at the end.")
      }
      let open = String(repeating: "<a>", count: 100_000)
      try folder.write("archive/deep.xml", "<?xml version=\"1.0\"?>\(open)x")
      try folder.write(
        "archive/feed2.xml",
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><item><title>Deep</title><description>\(open)"
      )
    }
    let outcome = try Parlance.run("run", study.file, seconds: 60)
    #expect(!outcome.wasKilled && [0, 3].contains(outcome.status), "\(outcome)")
    let files = try study.table("documents").rows + study.table("rejects").rows
    for name in ["div.html", "b.html", "tab.html", "deep.xml", "feed2.xml"] {
      #expect(files.contains { $0["source"]?.hasSuffix(name) == true }, "\(name)")
    }
  }

  @Test("Pages in the wrong encoding lose no letter that can be saved")
  func encodings() throws {
    let study = try study { folder in
      let page =
        "<html><head><meta charset=utf-8><title>Caf\u{E9}</title></head><body><p>Un caf\u{E9} \u{E0} Paris, et un th\u{E9} pour la dame qui attend l\u{E0}-bas.</p></body></html>"
      try folder.write("archive/latin.html", Data(page.unicodeScalars.map { UInt8($0.value) }))
    }
    _ = try Parlance.run("run", study.file)
    let row = try study.table("documents").rows.first { $0["source"] == "archive/latin.html" }
    #expect(row?["title"] == "Caf\u{E9}")
  }

  @Test("Loops of links, pipes and odd names are handled, each with one line")
  func names() throws {
    let study = try study { folder in
      let archive = folder.path + "/archive"
      try FileManager.default.createSymbolicLink(
        atPath: archive + "/loop", withDestinationPath: ".")
      try FileManager.default.createSymbolicLink(
        atPath: archive + "/self", withDestinationPath: "self")
      try FileManager.default.createSymbolicLink(
        atPath: archive + "/dangling", withDestinationPath: "nowhere")
      #expect(mkfifo(archive + "/pipe.html", 0o644) == 0)
      try FileManager.default.createDirectory(
        atPath: archive + "/folder.gz", withIntermediateDirectories: true)
      let text = "A title of its own, number"
      try folder.write("archive/new\nline, \"quoted\".txt", "\(text) one\n\nA first text.\n")
      try folder.write("archive/=cmd.txt", "\(text) two\n\nA second text.\n")
      try folder.write("archive/.hidden.txt", "Hidden\n\nText.\n")
      let bytes = Array("\(archive)/bad-".utf8) + [0xFF, 0xC3, 0x28] + Array(".txt\0".utf8)
      let file = bytes.withUnsafeBytes {
        open($0.bindMemory(to: CChar.self).baseAddress!, O_CREAT | O_WRONLY, 0o644)
      }
      // Not every file system takes such a name.
      if file >= 0 {
        _ = Array("\(text) three\n\nA third text.\n".utf8).withUnsafeBytes {
          Foundation.write(file, $0.baseAddress, $0.count)
        }
        close(file)
      }
    }
    let rejects = try runOn(study, documents: 16)
    let reasons = Dictionary(
      uniqueKeysWithValues: rejects.map { ($0["source"] ?? "", $0["reason"] ?? "") })
    #expect(reasons["archive/loop"] == "link-loop")
    #expect(reasons["archive/self"] == "link-loop")
    #expect(reasons["archive/dangling"] == "unreadable")
    #expect(reasons["archive/pipe.html"] == "not-a-file")
    let sources = try study.table("documents").rows.map { $0["source"] ?? "" }
    #expect(sources.contains("archive/new\nline, \"quoted\".txt"))
    #expect(sources.contains("archive/bad-%FF%C3(.txt"))
  }

  @Test("A name with a line break stays on one line of the messages")
  func lineBreak() throws {
    let folder = try TemporaryFolder()
    try folder.write("a\nb.html", "")
    let outcome = try Parlance.run("parse", folder.path)
    #expect(
      outcome.lines.count == 1 && outcome.messages.contains("a\\nb.html: rejected"), "\(outcome)")
  }

  @Test(
    "A lexicon that cannot be used ends the run with its line and what is wrong",
    arguments: [
      ("lexicon: t\nentries:\n\t- id: a\n", "lexicon.yaml:3:", "tab"),
      (
        "lexicon: t\nentries:\n  - {id: a, terms: [xx], tersm: [yy]}\n", "lexicon.yaml:3:",
        "did you mean 'terms'?"
      ),
      (
        "lexicon: t\nentries:\n  - {id: a, terms: [xx]}\n  - {id: a, terms: [yy]}\n",
        "lexicon.yaml:4:", "a"
      ),
      (
        "lexicon: t\nentries:\n  - {id: a, terms: [\"/(unclosed/\"]}\n", "lexicon.yaml:3:",
        "regular expression"
      ),
      (
        "lexicon: t\nentries:\n  - {id: a, terms: [{term: xx, from: 2019-02-30}]}\n",
        "lexicon.yaml:3:", "2019-02-30"
      ),
      ("", "lexicon.yaml", "empty"),
    ])
  func lexicon(_ text: String, _ place: String, _ message: String) throws {
    let study = try study { try $0.write("lexicon.yaml", text) }
    for command in [
      ["run", study.file], ["lexicon", "check", study.folder.path + "/lexicon.yaml"],
    ] {
      let outcome = try Parlance.run(command)
      #expect(outcome.status == 2, "\(outcome)")
      #expect(outcome.lines.count == 1, "\(outcome.messages)")
      #expect(
        outcome.messages.contains(place) && outcome.messages.contains(message),
        "\(outcome.messages)")
      #expect(outcome.output.isEmpty)
    }
  }

  @Test("An impossible date in the sidecar is told by its line; the others count")
  func sidecar() throws {
    let study = try study {
      try $0.write(
        "metadata.csv",
        "path,date\narchive/feed.xml,2019-02-30\narchive/pages/0/page-0.html,2018-12-24\n")
    }
    try study.writeStudy("metadata: metadata.csv")
    let outcome = try Parlance.run("run", study.file)
    #expect(outcome.status == 0)
    #expect(
      outcome.lines.count { $0.contains("metadata.csv:2: '2019-02-30' is no date") } == 1,
      "\(outcome)")
    let dates = try study.table("documents").rows.reduce(into: [:]) {
      $0[$1["source"] ?? ""] = $1["date"]
    }
    #expect(dates["archive/pages/0/page-0.html"] == "2018-12-24")
  }

  @Test("A sidecar without a path column is a study error")
  func noSidecar() throws {
    let study = try study { try $0.write("metadata.csv", "file,date\nx,2019\n") }
    try study.writeStudy("metadata: metadata.csv")
    let outcome = try Parlance.run("run", study.file, "--quiet")
    #expect(outcome.status == 2)
    #expect(
      outcome.lines.count == 1
        && outcome.messages.contains("metadata.csv:1: no column is called path"))
  }

  @Test("An output folder that cannot be made or written is one line")
  func out() throws {
    let study = try study { try $0.write("file", "not a folder") }
    for out in [study.folder.path + "/file/out", "/proc/parlance"] {
      let outcome = try Parlance.run("run", study.file, "--quiet", "--out", out)
      #expect(outcome.status == 2 && outcome.lines.count == 1, "\(outcome)")
      #expect(outcome.messages.contains(out))
    }
  }

  @Test("A study that is not there or has a wrong key is one line with its place")
  func studyFile() throws {
    let study = try study { _ in }
    let missing = try Parlance.run("run", study.folder.path + "/nope.yaml")
    #expect(missing.status == 2 && missing.lines.count == 1)
    #expect(missing.messages.contains("nope.yaml: error: no such study file"))
    try study.writeStudy("measurs: []")
    let wrong = try Parlance.run("run", study.file)
    #expect(wrong.status == 2 && wrong.lines.count == 1)
    #expect(
      wrong.messages.contains(
        "study.yaml:8:1: error: unknown key 'measurs' in a study; did you mean 'measures'?"),
      "\(wrong)")
  }

  @Test("Tools tell what they could not read, go on, and end with status 1 where a path is no file")
  func tools() throws {
    let study = try study { _ in }
    let lexicon = study.folder.path + "/lexicon.yaml"
    let page = study.folder.path + "/archive/pages/0/page-0.html"
    for command in [["parse"], ["tag", "--lexicons", lexicon]] {
      let outcome = try Parlance.run(command + [study.folder.path + "/nowhere", page])
      #expect(outcome.status == 1, "\(outcome)")
      #expect(
        outcome.lines.count == 1
          && outcome.messages.contains("nowhere: rejected (unreadable): No such file"))
      #expect(outcome.output.contains("overtime"))
    }
    let concordance = try Parlance.run("concordance", "overtime", "--study", study.file)
    #expect(concordance.status == 2 && concordance.lines.count == 1)
    #expect(concordance.messages.contains("has not been run yet"))
  }
}
