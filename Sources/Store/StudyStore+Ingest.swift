public import Corpus
internal import GRDB

/// A file of the archive as it was when it was read.
public struct FileStamp: Sendable, Hashable {
  public var path: String
  public var size: Int
  /// Nanoseconds since 1970.
  public var modified: Int

  public init(path: String, size: Int, modified: Int) {
    self.path = path
    self.size = size
    self.modified = modified
  }
}

/// What became of some records of one file.
public struct StoredBatch: Sendable {
  public var file: FileStamp
  public var documents: [PackedDocument]
  public var rejects: [Reject]
  /// These are the file's last records.
  public var isLast: Bool

  public init(file: FileStamp, documents: [PackedDocument], rejects: [Reject], isLast: Bool) {
    self.file = file
    self.documents = documents
    self.rejects = rejects
    self.isLast = isLast
  }
}

extension StudyStore {
  /// The files whose records are all stored, by path.
  public func files() throws(StoreError) -> [String: FileStamp] {
    try read { db in
      let rows = try Row.fetchAll(db, sql: "SELECT path, size, modified FROM files")
      return Dictionary(
        uniqueKeysWithValues: rows.map {
          ($0[0], FileStamp(path: $0[0], size: $0[1], modified: $0[2]))
        })
    }
  }

  /// Forgets files with all that was read from them.
  public func remove(files paths: [String]) throws(StoreError) {
    try write { db in
      for path in paths {
        try db.execute(sql: "DELETE FROM files WHERE path = ?", arguments: [path])
      }
    }
  }

  /// Stores batches in one transaction.
  public func store(_ batches: [StoredBatch]) throws(StoreError) {
    try write { db in
      for batch in batches {
        try db.execute(
          sql: "INSERT OR IGNORE INTO files (path, size, modified, is_done) VALUES (?, ?, ?, 0)",
          arguments: [batch.file.path, batch.file.size, batch.file.modified])
        guard
          let file = try Int64.fetchOne(
            db, sql: "SELECT id FROM files WHERE path = ?", arguments: [batch.file.path])
        else { continue }
        for document in batch.documents { try Self.insert(document, file: file, db) }
        for reject in batch.rejects { try Self.insert(reject, file: file, db) }
        if batch.isLast {
          try db.execute(sql: "UPDATE files SET is_done = 1 WHERE id = ?", arguments: [file])
        }
      }
    }
  }

  /// Gives each document an identifier of its own: where several records claim one, all but the
  /// first in archive order get their source added.
  public func settleIdentifiers() throws(StoreError) {
    try write { db in
      try db.execute(sql: "UPDATE documents SET document_id = given_id WHERE document_id <> given_id")
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT documents.id, given_id, path, offset FROM documents
          JOIN files ON files.id = file_id
          WHERE given_id IN (SELECT given_id FROM documents GROUP BY given_id HAVING count(*) > 1)
          ORDER BY given_id, path, offset, documents.id
          """)
      var last: String?
      for row in rows {
        let given: String = row[1]
        if given == last {
          let source = Source(path: row[2], offset: row[3])
          try db.execute(
            sql: "UPDATE documents SET document_id = ? WHERE id = ?",
            arguments: ["\(given) (\(source))", row[0] as Int64])
        }
        last = given
      }
    }
  }

  private static func insert(_ document: PackedDocument, file: Int64, _ db: Database) throws {
    let header = document.header
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO documents (
          file_id, offset, given_id, document_id, url, authors, date, date_source, outlet,
          outlet_country, language, tokens, sentences, content_hash, signature, title)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      file, header.source.offset, header.id, header.id, header.url,
      header.authors.joined(separator: "\n"), header.date?.description,
      header.dateSource?.rawValue, header.outlet, header.outletCountry, header.language,
      header.tokens, document.sentenceCount, Int64(bitPattern: header.contentHash),
      Blob.data(header.signature), document.titleText,
    ])
    let texts = try db.cachedStatement(sql: "INSERT INTO texts VALUES (?, ?, ?, ?)")
    try texts.execute(arguments: [
      db.lastInsertedRowID, document.bodySize, Blob.data(document.sentenceStarts),
      Blob.data(document.body),
    ])
  }

  private static func insert(_ reject: Reject, file: Int64, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO rejects (file_id, source, offset, stage, reason, detail)
        VALUES (?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      file, reject.source.path, reject.source.offset, reject.stage.rawValue,
      reject.reason.rawValue, reject.detail,
    ])
  }
}
