import Corpus
import Foundation
import Store
import TestSupport
import Testing

/// The Python of docs/store.md gives the texts of a store back.
@Suite struct StoreExampleTests {
  @Test func pythonReadsTheSentences() throws {
    let page = try String(contentsOfFile: PackagePaths.root + "/docs/store.md", encoding: .utf8)
    let parts = page.components(separatedBy: "```")
    let example = try #require(parts.first { $0.hasPrefix("python\n") }).dropFirst(7)
    let folder = try TemporaryFolder()
    let long = String(repeating: "é", count: 300)
    let sentences = ["Ça va, 台湾 U.S. \(long) end.", "“Two – words.”", "Three."]
    var starts: [UInt32] = []
    var body: [UInt8] = []
    for sentence in sentences {
      starts.append(UInt32(body.count))
      body += (sentence + (sentence == sentences[1] ? "\n" : " ")).utf8
    }
    do {
      let store = try StudyStore(path: folder.path + "/study.sqlite")
      var batch = StoredBatch(
        file: FileStamp(path: "a", size: 1, modified: 1), records: 1, isLast: true)
      batch.append(
        Document(
          id: "a/996-icu-github", source: Source(path: "a"),
          title: Passage(utf8: Array("The title".utf8), sentenceStarts: [0]),
          body: Passage(utf8: body, sentenceStarts: starts)))
      try store.store([batch])
    }
    let script = example.replacing(
      "file:out/study.sqlite", with: "file:\(folder.path)/study.sqlite")
    let python = Process()
    python.executableURL = URL(filePath: "/usr/bin/env")
    python.arguments = ["python3", "-c", String(script)]
    let output = Pipe()
    python.standardOutput = output
    try python.run()
    let text = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    python.waitUntilExit()
    guard python.terminationStatus != 127 else {
      print("skipped: no python3")
      return
    }
    #expect(text == sentences.joined(separator: "\n") + "\n")
  }
}
