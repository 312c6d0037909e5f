import Corpus
import Foundation
import GRDB
import Testing

@testable import Store

@Test func keepsWhatItIsGiven() throws {
  let folder = try TemporaryFolder()
  let documents = [sample("b"), bare("a", "b.txt", 7)]
  do {
    let store = try StudyStore(folder: folder.path + "/deep/out")
    try store.insert(documents)
    try store.set("k", to: "v")
  }
  let store = try StudyStore(folder: folder.path + "/deep/out")
  try store.check()
  var read: [StoredDocument] = []
  try store.forEachDocument(texts: true) { read.append($0) }
  #expect(read.map(\.document) == [documents[1], documents[0]])
  #expect(read.map(\.sentences) == [1, 4])
  #expect(read.map(\.clusterSize) == [1, 1])
  #expect(try store.value("k") == "v")
  try store.set("k", to: nil)
  #expect(try store.value("k") == nil)

  try store.forEachDocument(texts: false) { stored in
    #expect(stored.document.body == .empty)
    #expect(stored.document.signature == documents.first { $0.id == stored.document.id }?.signature)
  }
  let row = read[1].row
  #expect(row.title == "Über b")
  #expect(row.sentences == 4)
  #expect(row.authors == ["Ann Lee", "O’Neil, Bo"])
}

@Test func readsInChunksByIdentifierBytes() throws {
  let folder = try TemporaryFolder()
  let store = try StudyStore(folder: folder.path)
  let ids = ["é", "z", "a", "B", "a b", "Z", "日"]
  try store.insert(ids.enumerated().map { bare($1, "\($0)") })
  let sorted = ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  #expect(try store.identifiers == sorted)
  #expect(try store.countDocuments() == 7)
  var last: String?
  var chunks: [[String]] = []
  while case let chunk = try store.documents(after: last, limit: 3), !chunk.isEmpty {
    chunks.append(chunk.map(\.document.id))
    last = chunk.last?.document.id
  }
  #expect(chunks == [Array(sorted[0..<3]), Array(sorted[3..<6]), Array(sorted[6...])])
}

@Test func aSecondRunIsTold() throws {
  let folder = try TemporaryFolder()
  let first = try StudyStore(folder: folder.path)
  #expect(throws: StoreError.busy(folder: folder.path, process: "\(getpid())")) {
    try StudyStore(folder: folder.path)
  }
  withExtendedLifetime(first) {}
}

@Test func opensAgainAfterTheFirstRunEnds() throws {
  let folder = try TemporaryFolder()
  do { _ = try StudyStore(folder: folder.path) }
  do { _ = try StudyStore(folder: folder.path) }
}

@Test func refusesAForeignFileAndLeavesItAlone() throws {
  let folder = try TemporaryFolder()
  let path = folder.path + "/study.sqlite"
  let note = Data("Notes of mine, not a database at all.".utf8)
  try note.write(to: URL(fileURLWithPath: path))
  #expect(throws: StoreError.foreign(path: path)) { try StudyStore(folder: folder.path) }
  #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == note)

  try FileManager.default.removeItem(atPath: path)
  do {
    let other = try DatabaseQueue(path: path)
    try other.write { try $0.execute(sql: "CREATE TABLE mine (a)") }
    try other.close()
  }
  let before = try Data(contentsOf: URL(fileURLWithPath: path))
  #expect(throws: StoreError.foreign(path: path)) { try StudyStore(folder: folder.path) }
  #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
}

@Test func startsAfreshInAnEmptyFile() throws {
  let folder = try TemporaryFolder()
  try Data().write(to: URL(fileURLWithPath: folder.path + "/study.sqlite"))
  #expect(try StudyStore(folder: folder.path).countDocuments() == 0)
}

@Test func refusesALaterVersion() throws {
  let folder = try TemporaryFolder()
  let path = folder.path + "/study.sqlite"
  do { _ = try StudyStore(folder: folder.path) }
  try DatabaseQueue(path: path).write {
    try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('2')")
  }
  #expect(throws: StoreError.newer(path: path)) { try StudyStore(folder: folder.path) }
}

@Test func findsDamage() throws {
  let folder = try TemporaryFolder()
  let path = folder.path + "/study.sqlite"
  do {
    let store = try StudyStore(folder: folder.path)
    try store.insert((0..<200).map { sample("d\($0)", "f\($0)") })
    try store.pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
  }
  let whole = try Data(contentsOf: URL(fileURLWithPath: path))
  // Pages of rubbish in the middle; then a file cut short.
  var spoiled = whole
  spoiled.replaceSubrange(
    8_192..<whole.count / 2, with: Data(repeating: 0xA5, count: whole.count / 2 - 8_192))
  for bytes in [spoiled, whole.prefix(whole.count / 2 + 100)] {
    for ending in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + ending)
    }
    try bytes.write(to: URL(fileURLWithPath: path))
    do {
      let store = try StudyStore(folder: folder.path)
      try store.check()
      try store.forEachDocument(texts: true) { _ in }
      Issue.record("the damage went unseen")
    } catch let error as StoreError {
      guard case .damaged(path, _) = error else {
        Issue.record("\(error)")
        continue
      }
      #expect(!error.description.contains("\n"))
    }
  }
}

@Test func saysWhenTheFolderCannotBeWritten() throws {
  let folder = try TemporaryFolder()
  try Data().write(to: URL(fileURLWithPath: folder.path + "/file"))
  #expect(throws: StoreError.self) { try StudyStore(folder: folder.path + "/file/out") }
  do {
    _ = try StudyStore(folder: folder.path + "/file/out")
  } catch let error as StoreError {
    guard case .unwritable = error else {
      Issue.record("\(error)")
      return
    }
  }
}

/// A copy of the files of a store while it is open is what a killed process leaves behind.
@Test func aKilledRunLeavesWholeTransactions() throws {
  let folder = try TemporaryFolder()
  let left = try TemporaryFolder()
  let store = try StudyStore(folder: folder.path)
  try store.insert([sample("a", "1"), sample("b", "2")])
  let number = try store.begin(file("3"), options: "o")
  try store.insert([PackedDocument(sample("c", "3"))], rejects: [], for: number)
  for ending in ["", "-wal"] {
    try FileManager.default.copyItem(
      atPath: folder.path + "/study.sqlite" + ending, toPath: left.path + "/study.sqlite" + ending)
  }
  // Half a record at the end of the log, as of a write that was cut off.
  let log = try FileHandle(forUpdating: URL(fileURLWithPath: left.path + "/study.sqlite-wal"))
  try log.truncate(atOffset: try log.seekToEnd() - 1_000)
  try log.close()

  let again = try StudyStore(folder: left.path)
  try again.check()
  #expect(try again.filesDone(options: "o").map(\.path) == ["1", "2"])
  // The file that was being read is read again, and counted once.
  try again.insert([sample("c", "3")])
  #expect(try again.identifiers == ["a", "b", "c"])
  withExtendedLifetime(store) {}
}
