import Foundation
internal import GRDB

/// The state of one study in one SQLite file: what was read, what it became, what was found in it.
///
/// Every change is a transaction, so that a run which is stopped at any instant leaves a store that
/// the next run goes on from. The schema is in `Schema.swift` and in `docs/store.md`.
public final class StudyStore: Sendable {
  let database: DatabasePool
  private let lock: StoreLock

  /// Opens the store at `path`, creating it if need be, and holds it against other runs.
  public init(path: String) throws(StoreError) {
    lock = try StoreLock(path: path + ".lock")
    do {
      var configuration = Configuration()
      configuration.foreignKeysEnabled = true
      configuration.prepareDatabase { db in
        try db.execute(sql: "PRAGMA synchronous = NORMAL")
      }
      database = try DatabasePool(path: path, configuration: configuration)
      try Schema.migrator.migrate(database)
      // A file whose records were not all stored is read again from its start.
      try database.write { db in try db.execute(sql: "DELETE FROM files WHERE is_done = 0") }
    } catch {
      throw StoreError.unusable(path: path, reason: "\(error)")
    }
  }

  func write<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    do { return try database.write(body) } catch { throw StoreError.failed("\(error)") }
  }

  func read<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    do { return try database.read(body) } catch { throw StoreError.failed("\(error)") }
  }

  // MARK: Facts about the last run

  /// A value kept under a name, such as the fingerprint of the lexicons last tagged with.
  public func fact(_ name: String) throws(StoreError) -> String? {
    try read { db in
      try String.fetchOne(db, sql: "SELECT value FROM facts WHERE name = ?", arguments: [name])
    }
  }

  public func setFact(_ name: String, _ value: String?) throws(StoreError) {
    try write { db in
      try db.execute(sql: "DELETE FROM facts WHERE name = ?", arguments: [name])
      guard let value else { return }
      try db.execute(sql: "INSERT INTO facts VALUES (?, ?)", arguments: [name, value])
    }
  }
}

/// Why a store cannot be used.
public enum StoreError: Error, Sendable, CustomStringConvertible {
  case held(path: String)
  case unusable(path: String, reason: String)
  case failed(String)

  public var description: String {
    switch self {
    case .held(let path):
      "another run holds this study (\(path)); wait for it, or name another folder with --out"
    case .unusable(let path, let reason):
      "\(path): the study's store cannot be used: \(reason); delete the file to read the archive again"
    case .failed(let reason): "the study's store failed: \(reason)"
    }
  }
}
