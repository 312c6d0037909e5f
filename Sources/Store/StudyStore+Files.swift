public import Corpus
import GRDB

extension StudyStore {
  /// The files whose records are all here, read with these options. Any other file of the archive
  /// is to be read, again if need be.
  public func filesDone(options: String) throws -> [ArchiveFile] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT path, size, modified, content_hash FROM files
          WHERE done = 1 AND options = ? ORDER BY path
          """, arguments: [options]
      ).map { ArchiveFile(path: $0[0], size: $0[1], modified: $0[2], contentHash: $0[3]) }
    }
  }

  /// Every path the store knows, in byte order, whether its file was read to the end or not.
  public func paths() throws -> [String] {
    try read { db in try String.fetchAll(db, sql: "SELECT path FROM files ORDER BY path") }
  }

  /// Begins to read a file, forgetting what an earlier reading of the same path left.
  public func begin(_ file: ArchiveFile, options: String) throws -> FileNumber {
    try write { db in
      try db.execute(sql: "DELETE FROM files WHERE path = ?", arguments: [file.path])
      try Self.forgetDuplicates(in: db)
      return FileNumber(id: try Self.insert(file, options: options, done: false, in: db))
    }
  }

  /// Adds records of a file that is being read; several batches may be added.
  public func insert(
    _ documents: [PackedDocument], rejects: [Reject], for file: FileNumber
  ) throws {
    try write { db in try Self.insert(documents, rejects, file.id, in: db) }
  }

  /// Marks a file as read to its end.
  public func finish(_ file: FileNumber) throws {
    try write { db in
      try db.execute(sql: "UPDATE files SET done = 1 WHERE id = ?", arguments: [file.id])
    }
  }

  /// Begins, fills and finishes several files at once: an archive of many small ones is written in
  /// few transactions.
  public func insert(
    _ files: [(file: ArchiveFile, documents: [PackedDocument], rejects: [Reject])], options: String
  ) throws {
    try write { db in
      for entry in files {
        try db.execute(sql: "DELETE FROM files WHERE path = ?", arguments: [entry.file.path])
        let id = try Self.insert(entry.file, options: options, done: true, in: db)
        try Self.insert(entry.documents, entry.rejects, id, in: db)
      }
      try Self.forgetDuplicates(in: db)
    }
  }

  /// Notes that a file whose time stamp changed still holds the same bytes.
  public func touch(_ file: ArchiveFile) throws {
    try write { db in
      try db.execute(
        sql: "UPDATE files SET size = ?, modified = ?, content_hash = ? WHERE path = ?",
        arguments: [file.size, file.modified, file.contentHash, file.path])
    }
  }

  /// Removes files that are no longer in the archive, with all that came from them.
  public func remove(paths: [String]) throws {
    guard !paths.isEmpty else { return }
    try write { db in
      for path in paths {
        try db.execute(sql: "DELETE FROM files WHERE path = ?", arguments: [path])
      }
      try Self.forgetDuplicates(in: db)
    }
  }

  /// Streams the rejects in the order of their sources.
  public func forEachReject(_ body: (Reject) throws -> Void) throws {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT coalesce(source, path), offset, stage, reason, detail
          FROM rejects JOIN files ON files.id = rejects.file
          ORDER BY 1, coalesce(offset, -1), stage, reason, detail
          """)
      while let row = try rows.next() {
        guard let stage = Reject.Stage(rawValue: row[2]),
          let reason = Reject.Reason(rawValue: row[3])
        else { throw StoreError.damaged(path: self.path, detail: "unknown reject reason") }
        try body(
          Reject(
            Source(path: row[0], offset: row[1]), stage: stage, reason: reason, detail: row[4]))
      }
    }
  }

  private static func insert(
    _ file: ArchiveFile, options: String, done: Bool, in db: Database
  ) throws -> Int64 {
    try db.execute(
      sql: """
        INSERT INTO files (path, size, modified, content_hash, options, done)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [file.path, file.size, file.modified, file.contentHash, options, done])
    return db.lastInsertedRowID
  }

  private static func insert(
    _ documents: [PackedDocument], _ rejects: [Reject], _ file: Int64, in db: Database
  ) throws {
    let path = try String.fetchOne(
      db, sql: "SELECT path FROM files WHERE id = ?", arguments: [file])
    for packed in documents { try insert(packed, file: file, path: path, in: db) }
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO rejects (file, source, offset, stage, reason, detail) VALUES (?, ?, ?, ?, ?, ?)
        """)
    for reject in rejects {
      try statement.execute(arguments: [
        file, reject.source.path == path ? nil : reject.source.path, reject.source.offset,
        reject.stage.rawValue, reject.reason.rawValue, reject.detail,
      ])
    }
  }
}
