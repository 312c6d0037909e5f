import Foundation
internal import GRDB

/// The tables of a study's store. A change is a new migration, never an edit of an old one.
enum Schema {
  /// Tells a store from any other SQLite file: "PARL" in ASCII.
  static let mark = Data("PARL".utf8)
  private static let applicationID: Int64 = 0x5041_524C

  /// Makes the tables in a new file, or brings those of an earlier version up to date. A file that
  /// is something else is left as it is.
  static func prepare(_ database: DatabasePool, path: String) throws {
    try database.write { db in
      let mark = try Int64.fetchOne(db, sql: "PRAGMA application_id")
      if mark == applicationID { return }
      guard mark == 0, try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0 else {
        throw StoreError.unusable(
          path: path, reason: "it is another program's, or of an old version")
      }
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    }
    if try database.read(migrator.hasBeenSuperseded) {
      throw StoreError.unusable(path: path, reason: "a newer version of Parlance made it")
    }
    try migrator.migrate(database)
  }

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    // Version 1 kept texts deflated. Version 2 makes all tables anew: the archive is read again.
    migrator.registerMigration("1") { _ in }
    migrator.registerMigration("2") { db in
      for table in ["rejects", "copies", "mentions", "texts", "documents", "files", "facts"] {
        try db.execute(sql: "DROP TABLE IF EXISTS \(table)")
      }
      try db.execute(
        sql: """
          CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
          CREATE TABLE files (
            id INTEGER PRIMARY KEY,
            path TEXT NOT NULL UNIQUE,
            size INTEGER NOT NULL,
            modified INTEGER NOT NULL,   -- nanoseconds since 1970
            is_done INTEGER NOT NULL     -- all records of the file are stored
          );
          CREATE TABLE documents (
            id INTEGER PRIMARY KEY,
            file_id INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
            offset INTEGER,
            document_id TEXT NOT NULL,   -- the record's own identifier, or its source
            given_id TEXT,               -- what document_id was before it was made unique
            url TEXT, authors TEXT NOT NULL, date TEXT, date_source TEXT, outlet TEXT,
            outlet_country TEXT, language TEXT,
            tokens INTEGER NOT NULL, sentences INTEGER NOT NULL,
            content_hash INTEGER NOT NULL, signature BLOB NOT NULL,
            title TEXT NOT NULL,
            checksum INTEGER NOT NULL    -- of all but id and file_id
          );
          CREATE TABLE texts (
            document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
            columns BLOB NOT NULL        -- as ColumnCoding packs them, then their CRC-32
          );
          CREATE TABLE words (           -- the vocabulary of all texts
            first INTEGER PRIMARY KEY,   -- the number of the block's first item
            items BLOB NOT NULL          -- as VocabularyCoding packs them, then their CRC-32
          );
          CREATE TABLE mentions (        -- no row: not tagged yet
            document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
            packed BLOB NOT NULL         -- as MentionCoding packs them, then their CRC-32
          );
          CREATE TABLE copies (          -- documents in a cluster of more than one
            document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
            duplicate_of TEXT,           -- NULL for the copy kept
            cluster_size INTEGER NOT NULL,
            checksum INTEGER NOT NULL
          );
          CREATE INDEX documents_by_id ON documents (document_id);
          CREATE INDEX documents_by_file ON documents (file_id);
          CREATE TABLE rejects (
            id INTEGER PRIMARY KEY,
            file_id INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
            source TEXT NOT NULL, offset INTEGER,
            stage TEXT NOT NULL, reason TEXT NOT NULL, detail TEXT NOT NULL,
            checksum INTEGER NOT NULL
          );
          CREATE INDEX rejects_by_file ON rejects (file_id);
          """)
    }
    migrator.registerMigration("3") { db in
      // How far a file was read was not kept before: what is not done begins again.
      try db.execute(
        sql: """
          DELETE FROM facts WHERE name = 'settled';
          DELETE FROM files WHERE is_done = 0;
          ALTER TABLE files ADD COLUMN records INTEGER NOT NULL DEFAULT 0;  -- stored so far
          CREATE TABLE quarantine (      -- records that are not read any more
            sha256 TEXT PRIMARY KEY,     -- of the record's bytes
            size INTEGER NOT NULL,
            source TEXT NOT NULL,        -- where it was met first
            reason TEXT NOT NULL, detail TEXT NOT NULL
          ) WITHOUT ROWID;
          CREATE TABLE results (         -- files published last
            name TEXT PRIMARY KEY,
            rows INTEGER,                -- of a table
            sha256 TEXT NOT NULL,
            size INTEGER NOT NULL,
            modified INTEGER NOT NULL, changed INTEGER NOT NULL  -- nanoseconds since 1970
          ) WITHOUT ROWID;
          """)
    }
    migrator.registerMigration("4") { db in
      // Mentions named entries and terms by their places in the lexicons, which any edit changed.
      try db.execute(
        sql: """
          DELETE FROM facts WHERE name IN ('lexicons', 'results');
          DELETE FROM mentions;
          CREATE TABLE lexicons (        -- that the documents were tagged with last
            name TEXT PRIMARY KEY,
            terms BLOB NOT NULL          -- as TermCoding packs them, then their CRC-32
          ) WITHOUT ROWID;
          CREATE TABLE forms (           -- what mentions look like: a term, and words of a text
            first INTEGER PRIMARY KEY,   -- the number of the block's first form
            items BLOB NOT NULL          -- as FormCoding packs them, then their CRC-32
          );
          """)
    }
    return migrator
  }
}
