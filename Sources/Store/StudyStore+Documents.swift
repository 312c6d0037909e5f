public import Corpus
import Foundation
internal import GRDB

extension StudyStore {
  public func documentCount() throws(StoreError) -> Int {
    try read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM documents") ?? 0 }
  }

  /// The documents that have no mentions stored, not even none.
  public func untaggedCount() throws(StoreError) -> Int {
    try read { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM documents
          WHERE NOT EXISTS (SELECT 1 FROM mentions WHERE document = documents.id)
          """) ?? 0
    }
  }

  /// Calls `body` for each document, in byte order of the identifiers.
  public func forEachDocument(
    untaggedOnly: Bool = false, _ body: (PackedDocument) throws -> Void
  ) throws {
    try forEach(
      sql: """
        SELECT \(DocumentColumns.names), duplicate_of, cluster_size, copies.checksum, columns, packed
        FROM documents
        LEFT JOIN files ON files.id = file_id
        LEFT JOIN texts ON texts.document = documents.id
        LEFT JOIN copies ON copies.document = documents.id
        LEFT JOIN mentions ON mentions.document = documents.id
        \(untaggedOnly ? "WHERE packed IS NULL" : "")
        ORDER BY document_id
        """, decode: Self.document, body)
  }

  /// Stores the mentions of some documents, in one transaction.
  public func setMentions(_ batch: [PackedMentions]) throws(StoreError) {
    try write { db in
      try Self.outdateResults(db)
      let statement = try db.cachedStatement(sql: "INSERT OR REPLACE INTO mentions VALUES (?, ?)")
      for item in batch { try statement.execute(arguments: [item.key, Data(item.bytes)]) }
    }
  }

  /// Forgets all mentions, and keeps `value` as the fact `name`: what the next ones are made with.
  public func clearMentions(recording name: String, _ value: String) throws(StoreError) {
    try write { db in
      try Self.outdateResults(db)
      try db.execute(sql: "DELETE FROM mentions")
      try Self.setFact(name, value, db)
    }
  }

  /// Calls `body` for each reject, in archive order.
  public func forEachReject(_ body: (Reject) throws -> Void) throws {
    try forEach(
      sql: """
        SELECT source, offset, stage, reason, detail, checksum FROM rejects
        ORDER BY source, offset, reason, detail
        """,
      decode: { row throws(Columns.Damage) in
        guard let stage: Reject.Stage = try row.optionalWord(2),
          let reason: Reject.Reason = try row.optionalWord(3)
        else { throw Columns.Damage() }
        let reject = Reject(
          Source(path: try row.text(0), offset: try row.optionalInteger(1).map(Int.init)),
          stage: stage, reason: reason, detail: try row.text(4))
        guard try row.integer(5) == Self.checksum(reject) else { throw Columns.Damage() }
        return reject
      }, body)
  }

  static func document(_ row: Columns) throws(Columns.Damage) -> PackedDocument {
    let document = try DocumentColumns(row)
    let next = DocumentColumns.count
    let mark = DuplicateMark(
      key: document.key, duplicateOf: try row.optionalText(next),
      clusterSize: try row.optionalInteger(next + 1).map(Int.init) ?? 1)
    if let sum = try row.optionalInteger(next + 2), sum != mark.checksum { throw Columns.Damage() }
    return PackedDocument(
      key: document.key, header: document.header, titleText: document.title,
      sentences: document.sentences, duplicateOf: mark.duplicateOf, clusterSize: mark.clusterSize,
      packedColumns: try row.bytes(next + 3), packedMentions: try row.optionalBytes(next + 4))
  }
}
