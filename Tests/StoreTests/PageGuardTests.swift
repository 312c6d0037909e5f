import Corpus
import Foundation
import GRDB
import Testing

@testable import Store

/// What a run leaves is copied while the store is open, as if the run had been killed then.
@Suite struct PageGuardTests {
  static let suffixes = ["", "-wal", "-shm", ".sums"]

  /// A store of two files of documents, the second in the log alone, as a killed run leaves it.
  static func killedStore() throws -> TemporaryFolder {
    let (source, copy) = (try TemporaryFolder(), try TemporaryFolder())
    let store = try StudyStore(path: source.store)
    try store.store((0..<40).map { .sample("a\($0)") }, in: "a")
    try store.pages.checkpoint(store.database)
    try store.store((0..<40).map { .sample("b\($0)") }, in: "b")
    for suffix in suffixes {
      try FileManager.default.copyItem(
        atPath: source.store + suffix, toPath: copy.store + suffix)
    }
    return copy
  }

  func identifiers(_ folder: TemporaryFolder) throws -> Int {
    try StudyStore(path: folder.store).identifiers().count
  }

  @Test("A killed run's store is whole")
  func killed() throws {
    let folder = try Self.killedStore()
    #expect(PageSums(path: folder.store + ".sums")?.logHeader != nil)
    #expect(try identifiers(folder) == 80)
  }

  @Test("A checkpoint that was finished and not noted is, before anything is written")
  func unnoted() throws {
    let folder = try TemporaryFolder()
    try StudyStore(path: folder.store).store([Document.sample("a")], in: "a")
    // Killed between the checkpoint and the note; and again before the next checkpoint.
    var sums = try #require(PageSums(path: folder.store + ".sums"))
    sums.unfinished = 1
    try sums.saveHeader(to: folder.store + ".sums", isSynced: false)
    let killed = try TemporaryFolder()
    do {
      let store = try StudyStore(path: folder.store)
      try store.store([Document.sample("b")], in: "b")
      for suffix in Self.suffixes {
        try FileManager.default.copyItem(
          atPath: folder.store + suffix, toPath: killed.store + suffix)
      }
    }
    #expect(try identifiers(folder) == 2)
    #expect(try identifiers(killed) == 2)
  }

  @Test("The log's pages and sums are those that SQLite puts into the database")
  func logAgrees() throws {
    let folder = try Self.killedStore()
    let log = try #require(WriteAheadLog(path: folder.store + "-wal"))
    let before = try #require(PageSums(path: folder.store + ".sums"))
    do {
      let queue = try DatabaseQueue(path: folder.store)
      try queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    }
    let after = try PageSums(scanning: folder.store, pageSize: before.pageSize)
    #expect(after.sums.count == log.pageCount)
    for (page, sum) in after.sums.enumerated() {
      #expect(sum == log.sums[page + 1] ?? before.sums[page])
    }
  }

  @Test("A log that is gone, cut, damaged or another's loses transactions, and nothing else")
  func lostLog() throws {
    let other = try Self.killedStore()
    for way in 0..<5 {
      let folder = try Self.killedStore()
      let log = URL(filePath: folder.store + "-wal")
      var data = try Data(contentsOf: log)
      switch way {
      case 0: try FileManager.default.removeItem(at: log)
      case 1: try data.prefix(data.count / 2).write(to: log)
      case 2: try Data(contentsOf: URL(filePath: other.store + "-wal")).write(to: log)
      case 3:
        data[3] ^= 1
        try data.write(to: log)
      default:
        data[data.count / 2] ^= 1
        try data.write(to: log)
      }
      #expect(try identifiers(folder) == 40, "way \(way)")
    }
  }

  /// What a run leaves that was killed in a checkpoint: sums of what is to come, and the log.
  static func interruptedCheckpoint() throws -> TemporaryFolder {
    let folder = try killedStore()
    let log = try #require(WriteAheadLog(path: folder.store + "-wal"))
    var sums = try #require(PageSums(path: folder.store + ".sums"))
    sums.sums += [UInt32](repeating: 0, count: max(0, log.pageCount - sums.sums.count))
    for (page, sum) in log.sums { sums.sums[page - 1] = sum }
    sums.unfinished = log.checksum
    try sums.save(to: folder.store + ".sums")
    return folder
  }

  @Test("A checkpoint that was interrupted is finished, wherever it was")
  func finished() throws {
    for written in [0, 1, 3, Int.max] {
      let folder = try Self.interruptedCheckpoint()
      // Some pages have been written already.
      let log = try #require(WriteAheadLog(path: folder.store + "-wal"))
      let whole = try TemporaryFolder()
      for suffix in ["", "-wal"] {
        try FileManager.default.copyItem(
          atPath: folder.store + suffix, toPath: whole.store + suffix)
      }
      do {
        let queue = try DatabaseQueue(path: whole.store)
        try queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
      }
      let after = try Data(contentsOf: URL(filePath: whole.store))
      let handle = try #require(FileHandle(forWritingAtPath: folder.store))
      let size = try #require(PageSums(path: folder.store + ".sums")).pageSize
      for page in log.sums.keys.sorted().prefix(written) {
        try handle.seek(toOffset: UInt64((page - 1) * size))
        try handle.write(contentsOf: after[((page - 1) * size)..<(page * size)])
      }
      try handle.close()
      #expect(try identifiers(folder) == 80, "\(written) pages")
    }
  }

  @Test("Without its whole log an interrupted checkpoint is damage", arguments: [true, false])
  func unfinished(_ isDeleted: Bool) throws {
    let folder = try Self.interruptedCheckpoint()
    let log = URL(filePath: folder.store + "-wal")
    if isDeleted {
      try FileManager.default.removeItem(at: log)
    } else {
      try Data(contentsOf: log).dropLast(5000).write(to: log)
    }
    #expect(throws: StoreError.self) { try identifiers(folder) }
  }

  @Test("Any byte of the database that changes is found", arguments: 0..<60)
  func flipped(_ round: Int) throws {
    let folder = try Self.killedStore()
    var data = try Data(contentsOf: URL(filePath: folder.store))
    data[(round * 7919) % data.count] ^= UInt8(1 << (round % 8))
    try data.write(to: URL(filePath: folder.store))
    #expect(throws: StoreError.self) { try identifiers(folder) }
  }

  @Test("Without sums, or with damaged ones, the store is checked by SQLite and used")
  func noSums() throws {
    for isDeleted in [true, false] {
      let folder = try Self.killedStore()
      let sums = folder.store + ".sums"
      if isDeleted {
        try FileManager.default.removeItem(atPath: sums)
      } else {
        var data = try Data(contentsOf: URL(filePath: sums))
        data[data.count - 3] ^= 8
        try data.write(to: URL(filePath: sums))
      }
      #expect(try identifiers(folder) == 80)
      #expect(PageSums(path: sums) != nil)
    }
  }

  @Test("A store is rebuilt on request; another program's database is not")
  func rebuilding() throws {
    let folder = try Self.killedStore()
    #expect(try StudyStore(path: folder.store, rebuilding: true).identifiers().isEmpty)
    let foreign = try TemporaryFolder()
    do {
      let other = try DatabaseQueue(path: foreign.store)
      try other.write { try $0.execute(sql: "CREATE TABLE bookmarks (url TEXT)") }
    }
    #expect(throws: StoreError.self) {
      try StudyStore(path: foreign.store, rebuilding: true).identifiers()
    }
  }
}
