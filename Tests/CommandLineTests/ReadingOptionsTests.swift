import Foundation
import TestSupport
import Testing

/// What the command line says of how articles are read.
@Suite struct ReadingOptionsTests {
  @Test("A limit of the command line counts")
  func limit() throws {
    let folder = try TemporaryFolder()
    let text = String(repeating: "A long text. ", count: 200)
    let file = try folder.write("a.jsonl", "{\"title\":\"t\",\"text\":\"\(text)\"}\n")
    #expect(try Parlance.run("parse", file).output.contains("A long text."))
    for command in [["parse"], ["parse", "--explain"]] {
      let outcome = try Parlance.run(command + [file, "--limit", "record_bytes=2kb"])
      #expect(outcome.status == 0 && outcome.output.isEmpty)
      #expect(outcome.messages.contains("rejected (too-large)"), "\(outcome)")
    }
  }

  @Test(
    "A limit that is none is wrong usage, with the nearest name",
    arguments: [
      ("record_byts=1", "did you mean 'record_bytes'?"), ("record_bytes", "'record_bytes' is no"),
      ("record_bytes=1 MO", "the units are B, KB, MB"), ("nesting_depth=99", "from 0 to 32"),
    ])
  func wrongLimit(_ limit: String, _ message: String) throws {
    for command in ["parse", "tag"] {
      let outcome = try Parlance.run(command, "-", "--limit", limit)
      #expect(outcome.status == 2 && outcome.messages.contains(message), "\(outcome)")
    }
  }

  @Test("A study lends its names of fields and its limits; a flag beats it")
  func study() throws {
    let study = try SmallStudy(pages: 0)
    let lexicon = study.folder.path + "/lexicon.yaml"
    try study.writeStudy("fields: {title: kop, text: inhoud}\nlimits: {record_bytes: 1 KB}")
    let text = String(repeating: "Er was overtime. ", count: 100)
    let file = try study.folder.write(
      "krant.csv", "kop,datum,inhoud\nKort,2018-05-05,overtime\nLang,2018-05-05,\(text)\n")
    let parsed = try Parlance.run("parse", file, "--study", study.file)
    #expect(parsed.output.contains("\"title\":\"Kort\"") && !parsed.output.contains("Lang"))
    #expect(parsed.lines.count == 1 && parsed.messages.contains("too-large"), "\(parsed)")
    let all = try Parlance.run(
      "parse", file, "--study", study.file, "--limit", "record_bytes=1MB")
    #expect(all.output.contains("Kort") && all.output.contains("Lang") && all.messages.isEmpty)
    let tagged = try Parlance.run("tag", file, "--study", study.file, "--lexicons", lexicon)
    #expect(tagged.output.split(separator: "\n").count == 2, "\(tagged)")
  }
}
