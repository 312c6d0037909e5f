public import Corpus
internal import GRDB

/// A record that ended the run that read it, and is not read any more.
public struct QuarantinedRecord: Sendable, Hashable {
  /// Of its bytes, in lower-case hexadecimal.
  public var sha256: String
  /// In bytes.
  public var size: Int
  /// Where it was met first.
  public var source: String
  public var reason: Reject.Reason
  public var detail: String

  public init(sha256: String, size: Int, source: String, reason: Reject.Reason, detail: String) {
    self.sha256 = sha256
    self.size = size
    self.source = source
    self.reason = reason
    self.detail = detail
  }
}

extension StudyStore {
  public func quarantinedRecords() throws(StoreError) -> [QuarantinedRecord] {
    try read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT sha256, size, source, reason, detail FROM quarantine")
      return try rows.map(Columns.init).map { row in
        guard let reason: Reject.Reason = try row.optionalWord(3) else { throw Columns.Damage() }
        return QuarantinedRecord(
          sha256: try row.text(0), size: try row.count(1), source: try row.text(2),
          reason: reason, detail: try row.text(4))
      }
    }
  }

  public func quarantine(_ record: QuarantinedRecord) throws(StoreError) {
    try write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO quarantine VALUES (?, ?, ?, ?, ?)",
        arguments: [
          record.sha256, record.size, record.source, record.reason.rawValue, record.detail,
        ])
    }
  }

  /// Lets all records out, and forgets the files that hold one of them, so that they are read again.
  public func clearQuarantine() throws(StoreError) {
    try write { db in
      guard try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM quarantine)") == true else {
        return
      }
      try Self.unsettle(db)
      try Self.outdateResults(db)
      try db.execute(
        sql: """
          DELETE FROM files WHERE id IN (
            SELECT file_id FROM rejects WHERE reason IN (SELECT reason FROM quarantine));
          DELETE FROM quarantine
          """)
    }
  }
}
