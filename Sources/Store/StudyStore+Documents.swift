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
            outlet_country, language, tokens, sentences, content_hash, title, body_size,
            sentence_starts, body, duplicate_of, cluster_size, packed
          FROM documents
          JOIN files ON files.id = file_id
          JOIN texts ON texts.document = documents.id
          LEFT JOIN copies ON copies.document = documents.id
          LEFT JOIN mentions ON mentions.document = documents.id
          \(untaggedOnly ? "WHERE packed IS NULL" : "")
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
      try db.execute(sql: "DELETE FROM copies")
      let statement = try db.cachedStatement(sql: "INSERT INTO copies VALUES (?, ?, ?)")
      for mark in marks {
        try statement.execute(arguments: [mark.key, mark.duplicateOf, mark.clusterSize])
      }
    }
  }

  /// Stores the mentions of some documents, in one transaction.
  public func setMentions(_ batch: [PackedMentions]) throws(StoreError) {
    try write { db in
      let statement = try db.cachedStatement(sql: "INSERT OR REPLACE INTO mentions VALUES (?, ?)")
      for item in batch { try statement.execute(arguments: [item.key, Data(item.bytes)]) }
    }
  }

  /// Forgets all mentions, and keeps `value` as the fact `name`: what the next ones are made with.
  public func clearMentions(recording name: String, _ value: String) throws(StoreError) {
    try write { db in
      try db.execute(sql: "DELETE FROM mentions")
      try db.execute(sql: "INSERT OR REPLACE INTO facts VALUES (?, ?)", arguments: [name, value])
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
      clusterSize: row[19] ?? 1, title: Array(title.utf8), body: Blob.bytes(row, 17),
      bodySize: row[15], sentenceStarts: Blob.bytes(row, 16), sentenceCount: row[12],
      packedMentions: (row[20] as Data?).map(Array.init))
  }
}
