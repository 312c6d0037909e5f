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
      var files: [String: FileStamp] = [:]
      for row in rows.map(Columns.init) {
        let path = try row.text(0)
        files[path] = FileStamp(
          path: path, size: Int(try row.integer(1)), modified: Int(try row.integer(2)))
      }
      return files
    }
  }

  /// Forgets files with all that was read from them.
  public func remove(files paths: [String]) throws(StoreError) {
    try write { db in
      for path in paths { try Self.deleteFiles("path = ?", [path], db) }
    }
  }

  /// Deletes the files of which `condition` holds, with all that was read from them.
  static func deleteFiles(
    _ condition: String, _ arguments: StatementArguments, _ db: Database
  ) throws {
    let documents = "FROM documents WHERE file_id IN (SELECT id FROM files WHERE \(condition))"
    let count = try Int.fetchOne(db, sql: "SELECT count(*) \(documents)", arguments: arguments)
    if count != 0 { try unsettle(db) }
    try db.execute(sql: "DELETE FROM files WHERE \(condition)", arguments: arguments)
  }

  /// Stores batches in one transaction.
  public func store(_ batches: [StoredBatch]) throws(StoreError) {
    try write { db in
      if batches.contains(where: { !$0.documents.isEmpty }) { try Self.unsettle(db) }
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
