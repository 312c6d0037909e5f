import Foundation
import TestSupport
import Testing

/// A run may die at any instant; the next one goes on, and nothing shows in the tables.
@Suite(.serialized) struct InterruptionTests {
  static func differences(_ a: [String: [UInt8]], _ b: [String: [UInt8]]) -> [String] {
    SmallStudy.outputs.filter { a[$0] == nil || a[$0] != b[$0] }
  }

  @Test("Killed at many instants, a study comes out byte for byte the same")
  func kills() throws {
    let study = try SmallStudy(pages: 600)
    let began = Date()
    #expect(try Parlance.run("run", study.file, "--quiet").status == 0)
    let duration = Date().timeIntervalSince(began)
    let expected = study.outputs()
    #expect(expected.count == SmallStudy.outputs.count)

    for share in [0.15, 0.3, 0.45, 0.6, 0.7, 0.8, 0.9, 0.97] {
      try study.folder.remove("out")
      // Killed on the way, and again on the way from there.
      for delay in [duration * share, duration * share / 2] {
        let process = try Parlance.start(["run", study.file, "--quiet"])
        usleep(UInt32(delay * 1_000_000))
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
      }
      let outcome = try Parlance.run("run", study.file, "--quiet")
      #expect(outcome.status == 0, "\(outcome)")
      #expect(Self.differences(expected, study.outputs()) == [], "killed after \(share)")
    }
  }

  @Test("A file that was half read is gone on with, from where it was left")
  func middleOfFile() throws {
    let study = try SmallStudy(pages: 2)
    let total = 6000
    let lines = (0..<total).map { number in
      """
      {"id":"n\(number % 5990)","title":"Number \(number)","date":"2019-0\(number % 9 + 1)-03",\
      "text":"They made semiconductor \(number) in overtime, and \(number * 7) more wafers."}

      """
    }
    // A record that is none, and one that no reader understands, count as records too.
    try study.folder.write(
      "archive/many.jsonl", lines[..<3000].joined() + "no JSON\n\n{}\n" + lines[3000...].joined())
    let began = Date()
    #expect(try Parlance.run("run", study.file, "--quiet").status == 0)
    let duration = Date().timeIntervalSince(began)
    let expected = study.outputs()
    var added: [Int] = []
    for share in [0.2, 0.3, 0.4, 0.5] {
      try study.folder.remove("out")
      let process = try Parlance.start(["run", study.file, "--quiet"])
      usleep(UInt32(duration * share * 1_000_000))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let outcome = try Parlance.run("run", study.file)
      #expect(outcome.status == 0, "\(outcome)")
      #expect(Self.differences(expected, study.outputs()) == [], "killed after \(share)")
      // "reading: 6 files, 1 of them new; 487 documents and …"
      let line = outcome.lines.first { $0.hasPrefix("reading: ") } ?? ""
      added.append(line.split(separator: " ").dropLast(6).compactMap { Int($0) }.last ?? -1)
    }
    #expect(added.contains { $0 > 0 && $0 < total }, "\(added)")
  }

  @Test("Killed while files come and go, the tables are those of a fresh run")
  func killedEdits() throws {
    let study = try SmallStudy(pages: 200)
    #expect(try Parlance.run("run", study.file, "--quiet").status == 0)
    for number in 0..<40 {
      try study.folder.remove("archive/pages/\(number % 4)/page-\(number).html")
    }
    for number in 200..<400 { try study.writePage(number, word: "wafers") }
    // Two copies of what is stored already: identifiers and copies must be settled anew.
    try study.folder.write("archive/zz.jsonl", try study.folder.text("archive/lines.jsonl"))
    for delay in [0.05, 0.1, 0.2, 0.3] {
      let process = try Parlance.start(["run", study.file, "--quiet"])
      usleep(UInt32(delay * 1_000_000))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    #expect(try Parlance.run("run", study.file, "--quiet").status == 0)
    let resumed = study.outputs()
    #expect(
      try Parlance.run("run", study.file, "--quiet", "--out", study.folder.path + "/fresh").status
        == 0)
    #expect(Self.differences(study.outputs(in: "fresh"), resumed) == [])
  }

  @Test("A stage that ends early leaves the rest for the next run")
  func stages() throws {
    let study = try SmallStudy(pages: 20)
    #expect(try Parlance.run("ingest", study.file, "--quiet").status == 0)
    #expect(study.outputs().isEmpty)
    #expect(try Parlance.run("extract", study.file, "--quiet").status == 0)
    #expect(study.outputs()["mentions.csv"] != nil && study.outputs()["series.csv"] == nil)
    #expect(try Parlance.run("run", study.file, "--quiet").status == 0)
    let staged = study.outputs()
    try study.folder.remove("out")
    #expect(try Parlance.run("run", study.file, "--quiet").status == 0)
    #expect(Self.differences(study.outputs(), staged) == [])
  }
}
