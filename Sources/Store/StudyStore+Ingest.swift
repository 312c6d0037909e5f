import Corpus
import Foundation
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

/// How far a file of the archive has been read.
public struct StoredFile: Sendable, Hashable {
  public var stamp: FileStamp
  /// Records, from the first, that became documents or rejects of the store.
  public var records: Int
  /// These are all.
  public var isDone: Bool

  public init(stamp: FileStamp, records: Int, isDone: Bool) {
    self.stamp = stamp
    self.records = records
    self.isDone = isDone
  }
}

extension StudyStore {
  /// The files that have been read, wholly or in part, by path.
  public func files() throws(StoreError) -> [String: StoredFile] {
    try read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT path, size, modified, records, is_done FROM files")
      var files: [String: StoredFile] = [:]
      for row in rows.map(Columns.init) {
        let path = try row.text(0)
        files[path] = StoredFile(
          stamp: FileStamp(
            path: path, size: Int(try row.integer(1)), modified: Int(try row.integer(2))),
          records: try row.count(3), isDone: try row.integer(4) != 0)
      }
      return files
    }
  }

  /// The files of which something could not be read.
  public func unreadableFiles() throws(StoreError) -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT path FROM files JOIN rejects ON file_id = files.id
          WHERE reason = 'unreadable'
          """)
    }
  }

  /// Forgets files with all that was read from them.
  public func remove(files paths: [String]) throws(StoreError) {
    guard !paths.isEmpty else { return }
    vocabularyInUse.withLock { $0 = nil }
    formsInUse.withLock { $0 = nil }
    try write { db in
      try Self.outdateResults(db)
      for path in paths {
        let hasDocuments = try Bool.fetchOne(
          db,
          sql: """
            SELECT EXISTS (
              SELECT 1 FROM documents WHERE file_id = (SELECT id FROM files WHERE path = ?))
            """, arguments: [path])
        if hasDocuments == true { try Self.unsettle(db) }
        try db.execute(sql: "DELETE FROM files WHERE path = ?", arguments: [path])
      }
      if try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM documents)") == false {
        try BlockTable.words.removeAll(db)
        try BlockTable.forms.removeAll(db)
      }
    }
  }

  /// Stores batches in one transaction.
  public func store(_ batches: [StoredBatch]) throws(StoreError) {
    guard !batches.isEmpty else { return }
    // Taken out, and put back only when the transaction holds.
    let known = vocabularyInUse.withLock { vocabulary in
      defer { vocabulary = nil }
      return vocabulary
    }
    let vocabulary = try write { db in
      try Self.outdateResults(db)
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
        try db.execute(
          sql: "UPDATE files SET records = records + ?, is_done = ? WHERE id = ?",
          arguments: [batch.records, batch.isLast, file])
      }
      return vocabulary
    }
    vocabularyInUse.withLock { $0 = vocabulary }
    if pages.isDue { try catching { try pages.checkpoint(database) } }
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
      Data(Checksum.seal(Blob.bytes(header.signature))), document.titleText,
      DocumentColumns.checksum(
        header, title: document.titleText, sentences: document.sentenceCount),
    ])
    let texts = try db.cachedStatement(sql: "INSERT INTO texts VALUES (?, ?)")
    try texts.execute(arguments: [db.lastInsertedRowID, Data(columns)])
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
