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
        SELECT documents.id, path, offset, document_id, url, authors, date, date_source, outlet,
          outlet_country, language, tokens, sentences, content_hash, title, body_size,
          sentence_starts, body, duplicate_of, cluster_size, packed
        FROM documents
        JOIN files ON files.id = file_id
        JOIN texts ON texts.document = documents.id
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
      try db.execute(sql: "INSERT OR REPLACE INTO facts VALUES (?, ?)", arguments: [name, value])
    }
  }

  /// Calls `body` for each reject, in archive order.
  public func forEachReject(_ body: (Reject) throws -> Void) throws {
    try forEach(
      sql: """
        SELECT source, offset, stage, reason, detail FROM rejects
        ORDER BY source, offset, reason, detail
        """,
      decode: { row throws(Columns.Damage) in
        guard let stage: Reject.Stage = try row.optionalWord(2),
          let reason: Reject.Reason = try row.optionalWord(3)
        else { throw Columns.Damage() }
        return Reject(
          Source(path: try row.text(0), offset: try row.optionalInteger(1).map(Int.init)),
          stage: stage, reason: reason, detail: try row.text(4))
      }, body)
  }

  private static func document(_ row: Columns) throws(Columns.Damage) -> PackedDocument {
    let id = try row.text(3)
    let authors = try row.text(5)
    let header = Document(
      id: id,
      source: Source(path: try row.text(1), offset: try row.optionalInteger(2).map(Int.init)),
      url: try row.optionalText(4),
      authors: authors.isEmpty
        ? [] : authors.split(separator: "\n", omittingEmptySubsequences: false).map(String.init),
      date: try row.optionalDate(6), dateSource: try row.optionalWord(7),
      outlet: try row.optionalText(8), outletCountry: try row.optionalText(9),
      language: try row.optionalText(10), title: .empty, body: .empty,
      tokens: try row.count(11), contentHash: UInt64(bitPattern: try row.integer(13)))
    let isCopy = try row.optionalInteger(19) != nil
    return PackedDocument(
      key: try row.integer(0), header: header, documentID: id,
      duplicateOf: try row.optionalText(18), clusterSize: isCopy ? try row.count(19) : 1,
      title: Array(try row.text(14).utf8), body: try row.bytes(17), bodySize: try row.count(15),
      sentenceStarts: try row.bytes(16), sentenceCount: try row.count(12),
      packedMentions: try row.optionalBytes(20))
  }
}
