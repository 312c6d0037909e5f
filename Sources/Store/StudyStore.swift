import Bytes
internal import GRDB
import Synchronization

/// The state of one study in one SQLite file: what was read, what it became, what was found in it.
///
/// Every change is a transaction, so that a run which is stopped at any instant leaves a store that
/// the next run goes on from. The schema is in `Schema.swift` and in `docs/store.md`.
public final class StudyStore: Sendable {
  let database: DatabasePool
  let pages: PageGuard
  private let path: String
  private let lock: StoreLock
  /// The vocabulary as of the last transaction of this run; `nil`: to be read again.
  let vocabularyInUse = Mutex<GrowingVocabulary?>(nil)
  /// The vocabulary that was read last, and the fact that tells it from any other.
  let vocabularyForReading = Mutex<(version: String?, vocabulary: Vocabulary)?>(nil)
  /// The forms as of the last transaction of this run; `nil`: to be read again.
  let formsInUse = Mutex<GrowingForms?>(nil)

  /// Opens the store at `path`, creating it if need be, and holds it against other runs.
  ///
  /// - Parameter rebuilding: whether to throw away the store that is there, damaged or not.
  public init(path: String, rebuilding: Bool = false) throws(StoreError) {
    self.path = path
    lock = try StoreLock(path: path + ".lock")
    do {
      if rebuilding { try PageGuard.removeStore(at: path) }
      pages = try PageGuard(path: path)
      var configuration = Configuration()
      configuration.foreignKeysEnabled = true
      configuration.prepareDatabase { db in
        // Texts of a few thousand bytes fill large pages better. Takes effect in a new file.
        try db.execute(sql: "PRAGMA page_size = 16384")
        // Checkpoints are the guard's.
        try db.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0")
      }
      database = try DatabasePool(path: path, configuration: configuration)
      try pages.check(database)
      try pages.finish(database)
      try Schema.prepare(database, path: path)
      try pages.begin(database)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// The next start has less to do after a checkpoint; it needs none.
  deinit { try? pages.checkpoint(database) }

  func write<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    do {
      defer { pages.noteLog() }
      return try database.write(body)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  func read<T>(_ body: (Database) throws -> T) throws(StoreError) -> T {
    do { return try database.read(body) } catch { throw StoreError(error, path: path) }
  }

  /// Calls `body` with what `decode` makes of each row, once the file has been found undamaged. An
  /// error of `body` passes as it is.
  func forEach<Value>(
    sql: String, decode: (Columns) throws(Columns.Damage) -> Value, _ body: (Value) throws -> Void
  ) throws {
    try catching(pages.verify)
    try database.read { db in
      let rows = try catching { try Row.fetchCursor(db, sql: sql) }
      while let value = try catching({ try rows.next().map { try decode(Columns($0)) } }) {
        try body(value)
      }
    }
  }

  func catching<T>(_ body: () throws -> T) throws(StoreError) -> T {
    do { return try body() } catch { throw StoreError(error, path: path) }
  }

  // MARK: Facts about the last run

  /// A value kept under a name, such as the fingerprint of the lexicons last tagged with.
  public func fact(_ name: String) throws(StoreError) -> String? {
    try read { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT value FROM facts WHERE name = ?", arguments: [name])
      return try row.map { try Columns($0).text(0) }
    }
  }

  public func setFact(_ name: String, _ value: String?) throws(StoreError) {
    try write { db in try Self.setFact(name, value, db) }
  }

  static func setFact(_ name: String, _ value: String?, _ db: Database) throws {
    guard let value else {
      return try db.execute(sql: "DELETE FROM facts WHERE name = ?", arguments: [name])
    }
    // What is so already is not written again.
    try db.execute(
      sql: """
        INSERT INTO facts VALUES (?, ?)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE value <> excluded.value
        """, arguments: [name, value])
  }
}
