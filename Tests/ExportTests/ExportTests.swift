import Corpus
import Foundation
import Testing

@testable import Export

private struct Row: TableRow {
  static let schema = TableSchema(
    name: "sample", description: "A table.",
    columns: [.init("word", .string, "A word."), .init("share", .number, "A share.")])
  var values: [Value]
}

private func line(_ values: [Value]) -> String {
  var bytes: [UInt8] = []
  CSV.append(values, to: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}

@Suite struct CSVTests {
  @Test(
    arguments: [
      ([.text("plain"), .text("")], "plain,\n"),
      ([.text("a,b"), .text("say \"no\"")], "\"a,b\",\"say \"\"no\"\"\"\n"),
      ([.text("two\nlines"), .missing], "\"two\nlines\",\n"),
      ([.integer(-3), .number(0.1), .number(2), .boolean(true)], "-3,0.1,2,true\n"),
      ([.number(1e-9), .number(1.0 / 3)], "1e-09,0.3333333333333333\n"),
      ([.optional(Double.nan), .optional(Double.infinity)], ",\n"),
    ] as [([Value], String)])
  func writesAsRFC4180Says(values: [Value], expected: String) {
    #expect(line(values) == expected)
  }
}

@Suite struct JSONTests {
  @Test func keepsOrderAndEscapes() {
    let json = JSON.object([
      ("z", .string("a\"b\\\n\u{1}é")), ("a", .array([.integer(1), .null, .bool(false)])),
      ("n", .number(.infinity)),
    ])
    var bytes: [UInt8] = []
    json.append(to: &bytes)
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == #"{"z":"a\"b\\\n\u0001é","a":[1,null,false],"n":null}"#)
  }
}

@Suite struct SHA256Tests {
  /// FIPS 180-4, the examples of NIST's Cryptographic Toolkit.
  @Test(arguments: [
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func givesPublishedValues(text: String, expected: String) {
    #expect(SHA256.hex(of: text.utf8) == expected)
  }

  @Test func doesNotDependOnPieces() {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    var hash = SHA256()
    for start in stride(from: 0, to: 1000, by: 77) {
      hash.update(bytes.span.extracting(start..<min(1000, start + 77)))
    }
    #expect(hash.finalize() == SHA256.hex(of: bytes))
  }

  @Test("The processor's own rounds come to what the steps come to")
  func processor() {
    for count in [0, 1, 63, 64, 65, 127, 128, 1000, 4096] {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 3) }
      var hash = SHA256(inSteps: ())
      hash.update(bytes.span)
      #expect(hash.finalize() == SHA256.hex(of: bytes))
    }
  }
}

@Suite struct TableFileTests {
  private func folder() throws -> String {
    let path = NSTemporaryDirectory() + "parlance-export-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  @Test func appearsOnlyWhenWhole() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    do {
      let table = try TableFile<Row>(folder: folder)
      try table.append(Row(values: [.text("lost"), .missing]))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)

    let table = try TableFile<Row>(folder: folder)
    try table.append(Row(values: [.text("kept"), .number(0.5)]))
    let published = try table.finish()
    #expect(!FileManager.default.fileExists(atPath: folder + "/sample.csv"))
    try Publication.publish([table.file])
    let text = try String(contentsOfFile: folder + "/sample.csv", encoding: .utf8)
    #expect(text == "word,share\nkept,0.5\n")
    #expect(published.rows == 1)
    #expect(published.bytes == text.utf8.count)
    #expect(published.sha256 == SHA256.hex(of: text.utf8))
  }

  @Test func filesAppearTogetherOrNotAtAll() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func publish(_ text: String, _ names: String...) throws {
      let files = try names.map { name in
        let file = try OutputFile(folder + "/" + name)
        try file.write(Array(text.utf8))
        try file.finish()
        return file
      }
      try Publication.publish(files)
    }
    func contents() throws -> [String: String] {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      return Dictionary(
        uniqueKeysWithValues: names.map { name in
          (name, (try? String(contentsOfFile: folder + "/" + name, encoding: .utf8)) ?? "folder")
        })
    }
    try publish("first", "a", "b")
    #expect(try contents() == ["a": "first", "b": "first"])
    try publish("second", "a", "b")
    #expect(try contents() == ["a": "second", "b": "second"])
    // A folder stands where the last file is to appear.
    try FileManager.default.createDirectory(
      atPath: folder + "/c/d", withIntermediateDirectories: true)
    #expect(throws: OutputFile.Failure.self) { try publish("third", "a", "new", "c") }
    #expect(try contents() == ["a": "second", "b": "second", "c": "folder"])
  }

  @Test func saysWhereItCannotWrite() {
    #expect(throws: OutputFile.Failure.self) { try OutputFile("/nonexistent/folder/file.csv") }
  }

  @Test func describesEachColumn() throws {
    let table = PublishedTable(schema: Row.schema, rows: 1, bytes: 2, sha256: "00")
    let bytes = DataPackage.json(name: "A Study!", title: "A", tables: [table]).pretty
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(object["name"] as? String == "a-study")
    let resource = try #require((object["resources"] as? [[String: Any]])?.first)
    let schema = try #require(resource["schema"] as? [String: Any])
    #expect((schema["fields"] as? [[String: String]])?.map { $0["name"] } == ["word", "share"])
  }
}
