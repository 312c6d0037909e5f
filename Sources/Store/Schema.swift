internal import GRDB

/// The tables of a study's store. A change is a new migration, never an edit of an old one.
enum Schema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
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
            given_id TEXT NOT NULL,      -- the record's own identifier, or its source
            document_id TEXT NOT NULL,   -- given_id, made unique
            url TEXT, authors TEXT NOT NULL, date TEXT, date_source TEXT, outlet TEXT,
            outlet_country TEXT, language TEXT,
            tokens INTEGER NOT NULL, sentences INTEGER NOT NULL,
            content_hash INTEGER NOT NULL, signature BLOB NOT NULL,
            title TEXT NOT NULL
          );
          -- Apart from documents, so that a change of one never rewrites the other.
          CREATE TABLE texts (
            document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
            body_size INTEGER NOT NULL,  -- bytes before deflating
            sentence_starts BLOB NOT NULL,
            body BLOB NOT NULL           -- deflated UTF-8
          );
          CREATE TABLE mentions (        -- no row: not tagged yet
            document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
            packed BLOB NOT NULL         -- as MentionCoding packs them
          );
          CREATE TABLE copies (          -- documents in a cluster of more than one
            document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
            duplicate_of TEXT,           -- NULL for the copy kept
            cluster_size INTEGER NOT NULL
          );
          CREATE INDEX documents_by_id ON documents (document_id);
          CREATE INDEX documents_by_file ON documents (file_id);
          CREATE TABLE rejects (
            id INTEGER PRIMARY KEY,
            file_id INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
            source TEXT NOT NULL, offset INTEGER,
            stage TEXT NOT NULL, reason TEXT NOT NULL, detail TEXT NOT NULL
          );
          CREATE INDEX rejects_by_file ON rejects (file_id);
          """)
    }
    return migrator
  }
}
