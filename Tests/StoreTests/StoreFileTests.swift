import Corpus
import Foundation
import GRDB
import Testing

@testable import Store

@Suite struct StoreFileTests {
  /// The message of the error that `body` throws.
  func message(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      #expect(error is StoreError)
      return "\(error)"
    }
  }

  func expectOneLine(_ message: String?, _ parts: String...) {
    guard let message else {
      Issue.record("nothing was thrown")
      return
    }
    #expect(!message.contains("\n"), "\(message)")
    for part in parts { #expect(message.contains(part), "\(message)") }
  }

  @Test("A file's documents, rejects and mentions go with it")
  func removal() throws {
    let folder = try TemporaryFolder()
    let store = try StudyStore(path: folder.store)
    for path in ["a", "b"] {
      try store.store(
        [.sample("\(path)1"), .sample("\(path)2")],
        rejects: [Reject(Source(path: path), reason: .noText, detail: "")], in: path)
    }
    try store.tag(store.documents())
    try store.remove(files: ["a", "never stored"])
    #expect(try store.identifiers() == ["b1", "b2"])
    var rejects: [String] = []
    try store.forEachReject { rejects.append($0.source.path) }
    #expect(rejects == ["b"])
    #expect(try store.files().keys.sorted() == ["b"])
    for table in ["texts", "mentions"] {
      let count = try store.read { db in
        try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)")
      }
      #expect(count == 2)
    }
  }

  @Test("What is stored of a file that was not read to its end stays, with how far it was read")
  func unfinished() throws {
    let folder = try TemporaryFolder()
    let reject = Reject(Source(path: "c"), reason: .unreadable, detail: "")
    do {
      let store = try StudyStore(path: folder.store)
      try store.store([.sample("a")], in: "a")
      try store.store([.sample("b1"), .sample("b2")], in: "b", isLast: false)
      try store.store([.sample("b3")], in: "b", isLast: false)
      try store.store([], rejects: [reject], in: "c")
    }
    let store = try StudyStore(path: folder.store)
    #expect(try store.identifiers() == ["a", "b1", "b2", "b3"])
    let files = try store.files()
    #expect(files["a"]?.isDone == true && files["a"]?.records == 1)
    #expect(
      files["b"]
        == StoredFile(
          stamp: FileStamp(path: "b", size: 10, modified: 20), records: 3, isDone: false))
    #expect(try store.unreadableFiles() == ["c"])
  }

  @Test("Records in quarantine are kept; letting them out forgets the files that they stand in")
  func quarantine() throws {
    let folder = try TemporaryFolder()
    let record = QuarantinedRecord(
      sha256: "abc", size: 7, source: "b#3", reason: .timedOut, detail: "slow")
    do {
      let store = try StudyStore(path: folder.store)
      try store.quarantine(record)
      try store.store([.sample("a")], in: "a")
      try store.store(
        [.sample("b")], rejects: [Reject(Source(path: "b"), reason: .timedOut, detail: "slow")],
        in: "b")
    }
    let store = try StudyStore(path: folder.store)
    #expect(try store.quarantinedRecords() == [record])
    try store.clearQuarantine()
    #expect(try store.quarantinedRecords().isEmpty)
    #expect(try store.identifiers() == ["a"])
  }

  @Test("Batches of one file add up")
  func batches() throws {
    let folder = try TemporaryFolder()
    let store = try StudyStore(path: folder.store)
    try store.store([.sample("1")], in: "a", isLast: false)
    try store.store([.sample("2")], in: "a", isLast: false)
    try store.store([], in: "a", isLast: true)
    #expect(try store.identifiers() == ["1", "2"])
  }

  @Test("Facts are kept, replaced and forgotten")
  func facts() throws {
    let folder = try TemporaryFolder()
    do {
      let store = try StudyStore(path: folder.store)
      #expect(try store.fact("a") == nil)
      try store.setFact("a", "1")
      try store.setFact("a", "é\n2")
      try store.setFact("b", "3")
      try store.setFact("b", nil)
    }
    let store = try StudyStore(path: folder.store)
    #expect(try store.fact("a") == "é\n2")
    #expect(try store.fact("b") == nil)
  }

  @Test("A second run is told who holds the store, and gets it when the first ends")
  func held() throws {
    let folder = try TemporaryFolder()
    do {
      let first = try StudyStore(path: folder.store)
      expectOneLine(
        message { _ = try StudyStore(path: folder.store) }, "another run holds this study",
        folder.store)
      try first.setFact("a", "1")
    }
    #expect(message { _ = try StudyStore(path: folder.store) } == nil)
  }

  @Test("A store in a folder that does not exist is one clear line")
  func noFolder() throws {
    expectOneLine(
      message { _ = try StudyStore(path: "/nowhere/at/all/study.sqlite") }, "/nowhere/at/all",
      "No such file")
  }

  @Test(
    "A file that is no store is refused in one line and left as it is",
    arguments: [
      Data("this is no database at all, but a text of some length\n".utf8),
      Data("SQLite format 3\0".utf8) + Data(repeating: 0xAB, count: 5000),
      Data((0..<10_000).map { UInt8(truncatingIfNeeded: $0 * 7919 >> 3) }),
    ])
  func garbage(_ data: Data) throws {
    let folder = try TemporaryFolder()
    try data.write(to: URL(filePath: folder.store))
    expectOneLine(message { _ = try StudyStore(path: folder.store) }, folder.store, "delete")
    #expect(FileManager.default.contents(atPath: folder.store) == data)
  }

  @Test("Another program's database is refused and left as it is")
  func foreign() throws {
    let folder = try TemporaryFolder()
    do {
      let other = try DatabaseQueue(path: folder.store)
      try other.write { try $0.execute(sql: "CREATE TABLE bookmarks (url TEXT)") }
    }
    expectOneLine(message { _ = try StudyStore(path: folder.store) }, "another program's")
    let other = try DatabaseQueue(path: folder.store)
    let tables = try other.read { db in
      try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema")
    }
    #expect(tables == ["bookmarks"])
  }

  @Test("The store of a newer version is refused")
  func newer() throws {
    let folder = try TemporaryFolder()
    do {
      let store = try StudyStore(path: folder.store)
      try store.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99')") }
    }
    expectOneLine(message { _ = try StudyStore(path: folder.store) }, "newer version")
  }

  @Test(
    "Values that were never stored there are damage, not a trap",
    arguments: [
      "UPDATE documents SET date = 'soon'", "UPDATE documents SET tokens = 'many'",
      "UPDATE documents SET date_source = 'hearsay'", "UPDATE documents SET tokens = -1",
      "UPDATE documents SET document_id = x'FF'", "UPDATE documents SET offset = 'here'",
      "UPDATE documents SET outlet = 'Another'", "UPDATE documents SET date = '2019-03-28'",
      "UPDATE documents SET url = NULL", "UPDATE documents SET title = 'B title'",
      "UPDATE documents SET document_id = 'b'", "UPDATE documents SET content_hash = 0",
      "UPDATE documents SET given_id = document_id", "UPDATE documents SET signature = x''",
      "UPDATE documents SET signature = zeroblob(260)", "UPDATE documents SET authors = ''",
      "UPDATE texts SET columns = 'text'", "UPDATE texts SET columns = x''",
      "UPDATE texts SET columns = x'789C0001020304'",
      "UPDATE texts SET columns = substr(columns, 2)", "DELETE FROM texts",
      "UPDATE words SET items = x'00'", "UPDATE words SET first = 2", "DELETE FROM words",
      "UPDATE facts SET value = '3 0' WHERE name = 'vocabulary'",
      "UPDATE rejects SET detail = 'other'", "UPDATE rejects SET offset = 3",
      "UPDATE copies SET cluster_size = 3", "UPDATE copies SET duplicate_of = NULL",
      "UPDATE mentions SET packed = x'0900'", "UPDATE mentions SET packed = 'none'",
      "UPDATE files SET path = x'00'",
    ])
  func damagedValues(_ change: String) throws {
    let folder = try TemporaryFolder()
    let store = try StudyStore(path: folder.store)
    try store.store(
      [.sample("a")], rejects: [Reject(Source(path: "a"), reason: .noText, detail: "none")],
      in: "a")
    let documents = try store.documents()
    try store.tag(documents)
    try store.setDuplicates(
      documents.map { DuplicateMark(key: $0.key, duplicateOf: "b", clusterSize: 2) },
      recording: "1")
    try store.write { try $0.execute(sql: change) }
    expectOneLine(
      message {
        let (vocabulary, forms) = (try store.vocabulary(), try store.forms())
        for document in try store.documents() {
          _ = try document.unpack(vocabulary)
          _ = try document.mentions(forms)
        }
        try store.forEachSignature { _ in }
        try store.forEachReject { _ in }
      }, "delete")
  }

  @Test("Bytes changed anywhere in the file give the same documents or one clear line")
  func flippedBytes() throws {
    let folder = try TemporaryFolder()
    do {
      let store = try StudyStore(path: folder.store)
      try store.store((0..<20).map { .sample("\($0)") }, in: "a")
      try store.tag(store.documents())
      try store.settleIdentifiers()
    }
    let whole = try #require(FileManager.default.contents(atPath: folder.store))
    for round in 0..<60 {
      var damaged = whole
      for place in stride(from: round * 131, to: damaged.count, by: 9973) { damaged[place] ^= 0x5A }
      for suffix in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: folder.store + suffix)
      }
      try damaged.write(to: URL(filePath: folder.store))
      let text = message {
        let store = try StudyStore(path: folder.store)
        let (vocabulary, forms) = (try store.vocabulary(), try store.forms())
        for document in try store.documents() {
          _ = try document.unpack(vocabulary)
          _ = try document.mentions(forms)
        }
        try store.forEachSignature { _ in }
        try store.settleIdentifiers()
      }
      if let text { #expect(!text.contains("\n"), "\(text)") }
    }
  }

  @Test("A full disk is one clear line, and what was stored before stays")
  func fullDisk() throws {
    let folder = try TemporaryFolder()
    let store = try StudyStore(path: folder.store)
    try store.store([.sample("a")], in: "a")
    // SQLite's own limit gives the error that a full disk gives.
    try store.write { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(pages + 2)")
    }
    let noise = (0..<5000).map { "\($0 &* 7919 % 104_729) \($0 &* 31_337 % 65_521). " }
    expectOneLine(
      message {
        try store.store((0..<20).map { .sample("b\($0)", sentences: noise) }, in: "b")
      }, folder.store, "full")
    #expect(try store.identifiers() == ["a"])
  }
}
