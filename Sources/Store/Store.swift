import Foundation
import GRDB

/// The state of a study, in one SQLite file: the files read so far, documents, rejects, duplicates
/// and mentions.
///
/// Every method is one transaction: a run that is killed at any instant leaves the store as it was
/// after the last one. One process holds a study at a time; its threads may share the store, many
/// reading while one writes.
public final class StudyStore: Sendable {
  public let path: String
  let pool: DatabasePool
  private let lock: StudyLock

  /// Opens the store of the study whose results go to `folder`, creating both if need be.
  public init(folder: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw StoreError.unwritable(path: folder, detail: "no folder can be made there")
    }
    let path = folder + "/study.sqlite"
    self.path = path
    lock = try StudyLock(folder: folder)
    do {
      try Self.recognize(path)
      var configuration = Configuration()
      configuration.prepareDatabase { db in
        try db.execute(sql: "PRAGMA synchronous = NORMAL")
      }
      pool = try DatabasePool(path: path, configuration: configuration)
      let migrator = Schema.migrator
      if try pool.read(migrator.hasBeenSuperseded) { throw StoreError.newer(path: path) }
      try migrator.migrate(pool)
    } catch {
      throw StoreError.from(error, path: path)
    }
  }

  /// Refuses a file that is no store before anything in it is changed.
  private static func recognize(_ path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw StoreError.unwritable(path: path, detail: "it cannot be opened")
    }
    let header = try handle.read(upToCount: 16) ?? Data()
    try handle.close()
    guard header.isEmpty || header == Data("SQLite format 3\0".utf8) else {
      throw StoreError.foreign(path: path)
    }
    // A queue, unlike a pool, leaves the journal mode of the file alone.
    let (id, tables) = try DatabaseQueue(path: path).read { db in
      (
        try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
        try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      )
    }
    guard id == Schema.applicationID || (id == 0 && tables == 0) else {
      throw StoreError.foreign(path: path)
    }
  }

  /// Reads the whole store for damage; throws `StoreError.damaged` with what was found first.
  public func check() throws {
    try read { db in
      let found = try String.fetchOne(db, sql: "PRAGMA integrity_check(1)") ?? "no answer"
      guard found == "ok" else {
        let line = found.split(separator: "\n").joined(separator: " ")
        throw StoreError.damaged(path: self.path, detail: line)
      }
      guard try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") == nil else {
        throw StoreError.damaged(path: self.path, detail: "rows without their document")
      }
    }
  }

  /// What was remembered under `key`, such as the fingerprint of the options of a stage.
  public func value(_ key: String) throws -> String? {
    try read { db in
      try String.fetchOne(db, sql: "SELECT value FROM meta WHERE key = ?", arguments: [key])
    }
  }

  /// Remembers `value` under `key`; `nil` forgets it.
  public func set(_ key: String, to value: String?) throws {
    try write { db in try Self.set(key, to: value, in: db) }
  }

  static func set(_ key: String, to value: String?, in db: Database) throws {
    if let value {
      try db.execute(
        sql: "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", arguments: [key, value])
    } else {
      try db.execute(sql: "DELETE FROM meta WHERE key = ?", arguments: [key])
    }
  }

  func read<T>(_ body: (Database) throws -> T) throws -> T {
    do {
      return try pool.read(body)
    } catch {
      throw StoreError.from(error, path: path)
    }
  }

  func write<T>(_ body: (Database) throws -> T) throws -> T {
    do {
      return try pool.write(body)
    } catch {
      throw StoreError.from(error, path: path)
    }
  }
}
