import Corpus
internal import GRDB
import Synchronization

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
    vocabularyInUse.withLock { $0 = nil }
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
    if try Int.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM documents)") == 0 {
      try deleteVocabulary(db)
    }
  }

  /// Stores batches in one transaction.
  public func store(_ batches: [StoredBatch]) throws(StoreError) {
    // Taken out, and put back only when the transaction holds.
    let known = vocabularyInUse.withLock { vocabulary in
      defer { vocabulary = nil }
      return vocabulary
    }
    let vocabulary = try write { db in
      if batches.contains(where: { !$0.documents.isEmpty }) { try Self.unsettle(db) }
      var vocabulary = try known ?? GrowingVocabulary(db)
      let numbers = try vocabulary.numbers(ofItemsIn: batches, db)
      for (batch, numbers) in zip(batches, numbers) {
        try db.execute(
          sql: "INSERT OR IGNORE INTO files (path, size, modified, is_done) VALUES (?, ?, ?, 0)",
          arguments: [batch.file.path, batch.file.size, batch.file.modified])
        guard
          let file = try Int64.fetchOne(
            db, sql: "SELECT id FROM files WHERE path = ?", arguments: [batch.file.path])
        else { continue }
        for document in batch.documents {
          try Self.insert(document, columns: document.packed(numbers, batch.items), file: file, db)
        }
        for reject in batch.rejects { try Self.insert(reject, file: file, db) }
        if batch.isLast {
          try db.execute(sql: "UPDATE files SET is_done = 1 WHERE id = ?", arguments: [file])
        }
      }
      return vocabulary
    }
    vocabularyInUse.withLock { $0 = vocabulary }
  }

  private static func insert(
    _ document: EncodedDocument, columns: [UInt8], file: Int64, _ db: Database
  ) throws {
    let header = document.header
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO documents (
          file_id, offset, document_id, url, authors, date, date_source, outlet,
          outlet_country, language, tokens, sentences, content_hash, signature, title, checksum)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      file, header.source.offset, header.id, header.url, DocumentColumns.joined(header.authors),
      header.date?.description, header.dateSource?.rawValue, header.outlet, header.outletCountry,
      header.language, header.tokens, document.sentenceCount, Int64(bitPattern: header.contentHash),
      Blob.data(Checksum.seal(Blob.bytes(header.signature))), document.titleText,
      DocumentColumns.checksum(
        header, title: document.titleText, sentences: document.sentenceCount),
    ])
    let texts = try db.cachedStatement(sql: "INSERT INTO texts VALUES (?, ?)")
    try texts.execute(arguments: [db.lastInsertedRowID, Blob.data(columns)])
  }

  private static func insert(_ reject: Reject, file: Int64, _ db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO rejects (file_id, source, offset, stage, reason, detail, checksum)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(arguments: [
      file, reject.source.path, reject.source.offset, reject.stage.rawValue,
      reject.reason.rawValue, reject.detail, checksum(reject),
    ])
  }

  static func checksum(_ reject: Reject) -> Int64 {
    var sum = Checksum()
    for text in [reject.source.path, reject.stage.rawValue, reject.reason.rawValue, reject.detail] {
      sum.append(column: text)
    }
    sum.append(column: reject.source.offset.map(Int64.init))
    return Int64(sum.value)
  }
}
