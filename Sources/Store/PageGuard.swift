import Foundation
internal import GRDB
import Synchronization

/// Tells damage of a store's file from what SQLite wrote to it, in whatever state a run left it.
///
/// SQLite writes the database at checkpoints alone. So that it is known what it must look like,
/// checkpoints happen here alone, and each keeps the sums of the pages that it writes (`PageSums`).
/// - Between checkpoints all pages are as their sums say, and nothing of the log is in the database:
///   a log that is cut, damaged or lost has lost transactions, which the run does again; one that is
///   not the database's own is thrown away.
/// - A checkpoint that was interrupted is finished from its log, which must be whole then.
/// - Without the sums, or when they are damaged themselves, SQLite's own check must do.
final class PageGuard: Sendable {
  /// A log grows no longer than about this before a checkpoint.
  private static let logLimit = 32 << 20

  private struct State {
    var sums: PageSums?
    var isVerified = false
    /// The database was there when it was opened, and there are no sums of it.
    var needsCheck = false
  }

  private let path: String
  private let state: Mutex<State>
  private var logPath: String { path + "-wal" }
  private var sumsPath: String { Self.sumsPath(path) }

  static func sumsPath(_ path: String) -> String { path + ".sums" }

  /// Judges what lies at `path` before SQLite sees it.
  init(path: String) throws {
    self.path = path
    let size = Self.size(path)
    guard size > 0 else {
      // There is no store, or one of no bytes: what lies beside it is of one that was deleted.
      for name in [Self.sumsPath(path), path + "-wal", path + "-shm"] { unlink(name) }
      state = Mutex(State())
      return
    }
    guard var sums = PageSums(path: Self.sumsPath(path)) else {
      state = Mutex(State(needsCheck: true))
      return
    }
    let log = path + "-wal"
    if let unfinished = sums.unfinished {
      if Self.size(log) == 0 {
        // It was finished, and not noted: what is written from now on is of a new log.
        sums.unfinished = nil
        sums.logHeader = nil
        state = Mutex(State(sums: sums))
        try verify()
        try sums.saveHeader(to: sumsPath, isSynced: true)
        return
      }
      state = Mutex(State(sums: sums))
      guard WriteAheadLog(path: log)?.checksum == unfinished else {
        throw damage("the log of an interrupted checkpoint is not whole")
      }
    } else {
      state = Mutex(State(sums: sums))
      guard size == sums.sums.count * sums.pageSize else { throw damage("its size has changed") }
      if let header = WriteAheadLog.header(at: log), header != sums.logHeader {
        for name in [log, path + "-shm"] { unlink(name) }
      }
    }
  }

  /// Deletes the store at `path` with all that belongs to it, unless it is another program's.
  static func removeStore(at path: String) throws {
    if let head = FileHandle(forReadingAtPath: path)?.readData(ofLength: 100), head.count == 100,
      head.starts(with: Data("SQLite format 3\0".utf8)), head[68..<72] != Schema.mark
    {
      throw StoreError.unusable(path: path, reason: "it is another program's; move it away")
    }
    for suffix in ["", "-wal", "-shm", ".sums", ".inflight"] { unlink(path + suffix) }
  }

  /// Looks for damage where there are no sums to tell it.
  func check(_ database: DatabasePool) throws {
    guard state.withLock(\.needsCheck) else { return }
    let found = try database.read { try String.fetchOne($0, sql: "PRAGMA integrity_check(1)") }
    guard found == "ok" else { throw damage(found ?? "no answer") }
  }

  /// Completes an interrupted checkpoint, before anything is added to its log.
  func finish(_ database: DatabasePool) throws {
    if state.withLock({ $0.sums?.unfinished != nil }) { try checkpoint(database) }
  }

  /// Takes the first sums, once the database is known to be a store.
  func begin(_ database: DatabasePool) throws {
    if state.withLock({ $0.sums == nil }) { try checkpoint(database) }
    noteLog()
  }

  /// Throws if any page is not as it was left. Done once: before anything is told of what it holds.
  func verify() throws {
    try state.withLock { state in
      guard !state.isVerified, let sums = state.sums else { return }
      if let page = try sums.firstDamage(in: path) { throw damage("page \(page)") }
      state.isVerified = true
    }
  }

  /// After a transaction: notes which log is the database's, when it is new.
  func noteLog() {
    state.withLock { state in
      guard let sums = state.sums, sums.logHeader == nil,
        let header = WriteAheadLog.header(at: logPath)
      else { return }
      state.sums?.logHeader = header
      // Unnoted, the log is thrown away if this run dies: its transactions are done again then.
      try? state.sums?.saveHeader(to: sumsPath, isSynced: false)
    }
  }

  /// Whether the log is long enough for a checkpoint.
  var isDue: Bool { Self.size(logPath) > Self.logLimit }

  /// Moves the log into the database. Nobody may be reading.
  func checkpoint(_ database: DatabasePool) throws {
    try database.barrierWriteWithoutTransaction { db in
      try state.withLock { state in
        do {
          try prepare(&state)
          _ = try db.checkpoint(.truncate)
          if state.sums == nil {
            let pageSize = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 4096
            state.sums = try PageSums(scanning: path, pageSize: pageSize)
            try state.sums?.save(to: sumsPath)
          } else {
            state.sums?.unfinished = nil
            state.sums?.logHeader = nil
            try state.sums?.saveHeader(to: sumsPath, isSynced: true)
          }
        } catch let error as StoreError {
          throw error
        } catch {
          // What is in the database now is not known: SQLite's check must do, next time.
          state.sums = nil
          unlink(sumsPath)
          throw error
        }
      }
    }
  }

  /// Puts the sums of the pages that the log holds on the disk, before a checkpoint writes them.
  private func prepare(_ state: inout State) throws {
    guard var sums = state.sums, sums.unfinished == nil, let log = WriteAheadLog(path: logPath)
    else { return }
    // Over damage nothing is written: it would look whole.
    if let page = try sums.firstDamage(in: path, among: log.sums.keys) {
      throw damage("page \(page)")
    }
    let kept = sums.sums.prefix(log.pageCount)
    sums.sums = kept + [UInt32](repeating: 0, count: log.pageCount - kept.count)
    for (page, sum) in log.sums where page <= log.pageCount { sums.sums[page - 1] = sum }
    sums.unfinished = log.checksum
    try sums.save(to: sumsPath)
    state.sums = sums
  }

  private func damage(_ what: String) -> StoreError {
    .unusable(path: path, reason: "it is damaged (\(what))")
  }

  private static func size(_ path: String) -> Int {
    var info = stat()
    return stat(path, &info) == 0 ? Int(info.st_size) : 0
  }
}
