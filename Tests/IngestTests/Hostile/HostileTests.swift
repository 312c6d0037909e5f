import Corpus
import Foundation
import Testing

@testable import Ingest

/// Files that are made to break readers, against what their manifest expects of each. Containers
/// and bombs have tests of their own.
@Suite(.enabled(if: SharedData.has("hostile/make.py"), "no hostile files: set PARLANCE_DATA"))
struct HostileTests {
  /// A feed of 100,000 sound entries takes a debug build longer than all other files together.
  static let slow = ["xml/items_100k.xml"]

  @Test func givesWhatTheManifestSays() throws {
    let folder = try TemporaryFolder()
    let script = SharedData.root + "/hostile/make.py"
    try #require(SharedData.run("python3", script, folder.path))
    let manifest = try String(contentsOfFile: folder.path + "/manifest.jsonl", encoding: .utf8)
    let entries = try manifest.split(separator: "\n").map {
      try JSONDecoder().decode(HostileExpectation.Entry.self, from: Data($0.utf8))
    }
    // The port that the files' external entities name.
    let listener = try #require(LocalListener(port: 8399))
    var seen = 0
    var slowest = (path: "", time: Duration.zero)
    for entry in entries where !entry.path.hasPrefix("warc/") && !entry.path.hasPrefix("names/") {
      if Self.slow.contains(entry.path) { continue }
      let expectation = HostileExpectation(entry: entry)
      var result: (articles: [Article], rejects: [Reject]) = ([], [])
      let time = ContinuousClock().measure {
        result = read(entry.path, below: folder, charset: expectation.charset)
      }
      if time > slowest.time { slowest = (entry.path, time) }
      let failure = expectation.failure(articles: result.articles, rejects: result.rejects)
      #expect(failure == nil, "\(entry.path) (\(entry.expect)): \(failure ?? "")")
      seen += 1
    }
    print("hostile: \(seen) files; slowest \(slowest.path), \(slowest.time)")
    #expect(seen > 120)
    #expect(!listener.wasCalled, "an external entity was fetched")
  }

  /// - Parameter charset: the encoding that the container of the file declares.
  private func read(
    _ path: String, below folder: TemporaryFolder, charset: String?
  ) -> (articles: [Article], rejects: [Reject]) {
    let listing = Archive(root: folder.path, patterns: [path]).list()
    var articles: [Article] = []
    var rejects = listing.rejects
    let parser = ArticleParser(today: today)
    for file in listing.files {
      RecordReader().forEachRecord(in: file) { record in
        let record = record.map { record in
          var record = record
          record.charset = charset ?? record.charset
          return record
        }
        for result in parser.parse(record) {
          switch result {
          case .success(let article): articles.append(article)
          case .failure(let reject): rejects.append(reject)
          }
        }
      }
    }
    return (articles, rejects)
  }
}
