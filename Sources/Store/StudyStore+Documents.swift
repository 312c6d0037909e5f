import Foundation
public import Corpus
internal import GRDB

/// What finding duplicates needs to know of a stored document.
public struct DocumentSignature: Sendable {
  public var key: Int64
  public var documentID: String
  public var date: CalendarDate?
  public var outlet: String?
  public var contentHash: UInt64
  public var tokens: Int
  public var signature: [UInt32]
}

/// How a document stands among its copies.
public struct DuplicateMark: Sendable {
  public var key: Int64
  public var duplicateOf: String?
  public var clusterSize: Int

  public init(key: Int64, duplicateOf: String?, clusterSize: Int) {
    self.key = key
    self.duplicateOf = duplicateOf
    self.clusterSize = clusterSize
  }
}

extension StudyStore {
  public func documentCount() throws(StoreError) -> Int {
    try read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM documents") ?? 0 }
  }

  /// Calls `body` for each document, in byte order of the identifiers.
  public func forEachDocument(
    untaggedOnly: Bool = false, _ body: (PackedDocument) throws -> Void
  ) throws {
    try database.read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT documents.id, path, offset, document_id, url, authors, date, date_source, outlet,
            outlet_country, language, tokens, sentences, content_hash, title, body, body_size,
            sentence_starts, duplicate_of, cluster_size, mentions
          FROM documents JOIN files ON files.id = file_id
          \(untaggedOnly ? "WHERE mentions IS NULL" : "")
          ORDER BY document_id
          """)
      while let row = try rows.next() { try body(Self.document(row)) }
    }
  }

  public func forEachSignature(_ body: (DocumentSignature) throws -> Void) throws {
    try database.read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT id, document_id, date, outlet, content_hash, tokens, signature FROM documents
          ORDER BY document_id
          """)
      while let row = try rows.next() {
        try body(
          DocumentSignature(
            key: row[0], documentID: row[1],
            date: (row[2] as String?).flatMap { CalendarDate(iso: $0) }, outlet: row[3],
            contentHash: UInt64(bitPattern: row[4] as Int64), tokens: row[5],
            signature: Blob.numbers(Blob.bytes(row, 6))))
      }
    }
  }

  /// Replaces all marks of duplicates, in one transaction.
  public func setDuplicates(_ marks: [DuplicateMark]) throws(StoreError) {
    try write { db in
      try db.execute(
        sql: """
          UPDATE documents SET duplicate_of = NULL, cluster_size = 1
          WHERE cluster_size <> 1 OR duplicate_of IS NOT NULL
          """)
      for mark in marks {
        try db.execute(
          sql: "UPDATE documents SET duplicate_of = ?, cluster_size = ? WHERE id = ?",
          arguments: [mark.duplicateOf, mark.clusterSize, mark.key])
      }
    }
  }

  /// Stores the mentions of some documents, in one transaction.
  public func setMentions(_ batch: [PackedMentions]) throws(StoreError) {
    try write { db in
      let statement = try db.cachedStatement(sql: "UPDATE documents SET mentions = ? WHERE id = ?")
      for item in batch { try statement.execute(arguments: [Data(item.bytes), item.key]) }
    }
  }

  /// Forgets all mentions: the lexicons have changed.
  public func clearMentions() throws(StoreError) {
    try write { db in
      try db.execute(sql: "UPDATE documents SET mentions = NULL WHERE mentions IS NOT NULL")
    }
  }

  /// Calls `body` for each reject, in archive order.
  public func forEachReject(_ body: (Reject) throws -> Void) throws {
    try database.read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT source, offset, stage, reason, detail FROM rejects
          ORDER BY source, offset, reason, detail
          """)
      while let row = try rows.next() {
        guard let stage = Reject.Stage(rawValue: row[2]), let reason = Reject.Reason(rawValue: row[3])
        else { continue }
        try body(
          Reject(
            Source(path: row[0], offset: row[1]), stage: stage, reason: reason, detail: row[4]))
      }
    }
  }

  private static func document(_ row: Row) -> PackedDocument {
    let authors: String = row[5]
    let header = Document(
      id: row[3], source: Source(path: row[1], offset: row[2]), url: row[4],
      authors: authors.isEmpty
        ? [] : authors.split(separator: "\n", omittingEmptySubsequences: false).map(String.init),
      date: (row[6] as String?).flatMap { CalendarDate(iso: $0) },
      dateSource: (row[7] as String?).flatMap { DateSource(rawValue: $0) }, outlet: row[8],
      outletCountry: row[9], language: row[10], title: .empty, body: .empty, tokens: row[11],
      contentHash: UInt64(bitPattern: row[13] as Int64))
    let title: String = row[14]
    return PackedDocument(
      key: row[0], header: header, documentID: row[3], duplicateOf: row[18],
      clusterSize: row[19], title: Array(title.utf8), body: Blob.bytes(row, 15),
      bodySize: row[16], sentenceStarts: Blob.bytes(row, 17), sentenceCount: row[12],
      packedMentions: (row[20] as Data?).map(Array.init))
  }
}
