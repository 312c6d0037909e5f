import Foundation
internal import GRDB

/// A published file, as it was when it was published.
public struct StoredResult: Sendable, Hashable {
  public var name: String
  /// Of a table.
  public var rows: Int?
  public var sha256: String
  public var size: Int
  /// When the content was changed last, and when the file itself was, in nanoseconds since 1970.
  /// Every write shows in the latter, whoever made it.
  public var modified: Int
  public var changed: Int

  public init(
    name: String, rows: Int? = nil, sha256: String, size: Int = 0, modified: Int = 0,
    changed: Int = 0
  ) {
    self.name = name
    self.rows = rows
    self.sha256 = sha256
    self.size = size
    self.modified = modified
    self.changed = changed
  }
}

extension StudyStore {
  /// The fact what the results were made with. Whatever changes documents, rejects, copies or
  /// mentions takes it away, in the same transaction.
  private static let made = "results"

  static func outdateResults(_ db: Database) throws { try setFact(made, nil, db) }

  /// What was published last, if it was made with `fingerprint` and nothing that it was made of has
  /// changed since.
  public func results(madeWith fingerprint: String) throws(StoreError) -> [StoredResult] {
    guard try fact(Self.made) == fingerprint else { return [] }
    return try read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT name, rows, sha256, size, modified, changed FROM results")
      return try rows.map(Columns.init).map { row in
        StoredResult(
          name: try row.text(0), rows: try row.optionalInteger(1).map(Int.init),
          sha256: try row.text(2), size: Int(try row.integer(3)),
          modified: Int(try row.integer(4)), changed: Int(try row.integer(5)))
      }
    }
  }

  public func setResults(
    _ results: [StoredResult], madeWith fingerprint: String
  ) throws(StoreError) {
    try write { db in
      try db.execute(sql: "DELETE FROM results")
      for result in results {
        try db.execute(
          sql: "INSERT INTO results VALUES (?, ?, ?, ?, ?, ?)",
          arguments: [
            result.name, result.rows, result.sha256, result.size, result.modified, result.changed,
          ])
      }
      try Self.setFact(Self.made, fingerprint, db)
    }
  }
}
