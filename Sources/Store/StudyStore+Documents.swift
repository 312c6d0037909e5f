public import Corpus
import Foundation
internal import GRDB

extension StudyStore {
  public func documentCount() throws(StoreError) -> Int {
    try read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM documents") ?? 0 }
  }

  /// Documents that follow each other in the byte order of the identifiers.
  public struct Part: Sendable {
    fileprivate var first: String
    /// The first identifier behind them; `nil` at the end.
    fileprivate var end: String?
  }

  /// All documents in parts of `count` each, for many threads to read.
  public func parts(of count: Int) throws(StoreError) -> [Part] {
    try catching(pages.verify)
    let firsts = try read { db in
      var firsts: [String] = []
      var number = 0
      let rows = try Row.fetchCursor(
        db, sql: "SELECT document_id FROM documents ORDER BY document_id")
      while let row = try rows.next() {
        if number % count == 0 { firsts.append(try Columns(row).text(0)) }
        number += 1
      }
      return firsts
    }
    return firsts.indices.map { index in
      Part(first: firsts[index], end: index + 1 < firsts.count ? firsts[index + 1] : nil)
    }
  }

  /// The documents of a part with their mentions, and perhaps their texts.
  public func documents(
    in part: Part, withTexts: Bool = false
  ) throws(StoreError) -> [PackedDocument] {
    try read { db in
      let end = part.end == nil ? "" : "AND document_id < ?"
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            \(Self.select(withTexts: withTexts)) WHERE document_id >= ? \(end) ORDER BY document_id
            """), arguments: StatementArguments([part.first] + (part.end.map { [$0] } ?? [])))
      var documents: [PackedDocument] = []
      while let row = try rows.next() { documents.append(try Self.document(Columns(row))) }
      return documents
    }
  }

  /// `documents` with their texts.
  public func withTexts(_ documents: [PackedDocument]) throws(StoreError) -> [PackedDocument] {
    try read { db in
      let statement = try db.cachedStatement(sql: "SELECT columns FROM texts WHERE document = ?")
      return try documents.map { document in
        guard let row = try Row.fetchOne(statement, arguments: [document.key]) else {
          throw Columns.Damage()
        }
        var document = document
        document.packedColumns = try Columns(row).bytes(0)
        return document
      }
    }
  }

  private static func select(withTexts: Bool) -> String {
    """
    SELECT \(DocumentColumns.names), duplicate_of, cluster_size, copies.checksum,
      \(withTexts ? "columns" : "x''"), packed
    FROM documents
    LEFT JOIN files ON files.id = file_id
    \(withTexts ? "LEFT JOIN texts ON texts.document = documents.id" : "")
    LEFT JOIN copies ON copies.document = documents.id
    LEFT JOIN mentions ON mentions.document = documents.id
    """
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
