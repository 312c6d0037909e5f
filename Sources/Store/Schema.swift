import GRDB

/// The tables of a store. SQLite keeps the comments: `.schema` in any SQLite shell shows them.
enum Schema {
  /// "PLNC", in the header of the file: tells a store from any other SQLite database.
  static let applicationID: Int32 = 0x504C_4E43

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: version1)
    }
    return migrator
  }

  private static let version1 = """
    CREATE TABLE meta (
      key TEXT PRIMARY KEY NOT NULL,
      value TEXT NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE files (
      id INTEGER PRIMARY KEY,
      path TEXT NOT NULL UNIQUE,
      size INTEGER NOT NULL,
      modified INTEGER NOT NULL,    -- nanoseconds since 1970
      content_hash TEXT,
      options TEXT NOT NULL,        -- fingerprint of the options it was read with
      done INTEGER NOT NULL         -- 0 while it is being read, 1 when all its records are here
    );

    CREATE TABLE documents (
      id INTEGER PRIMARY KEY,
      document_id TEXT NOT NULL,    -- unique once settled, as in documents.csv
      given_id TEXT NOT NULL,       -- as the record has it
      file INTEGER NOT NULL REFERENCES files(id) ON DELETE CASCADE,
      source TEXT,                  -- where it differs from the file's path
      offset INTEGER,
      url TEXT,
      title TEXT NOT NULL,
      authors TEXT NOT NULL,        -- one per line
      date TEXT,
      date_source TEXT,
      outlet TEXT,
      outlet_country TEXT,
      language TEXT,
      tokens INTEGER NOT NULL,
      sentences INTEGER NOT NULL,
      content_hash INTEGER NOT NULL,
      duplicate_of TEXT,            -- the document_id of the kept copy
      cluster_size INTEGER NOT NULL DEFAULT 1
    );
    CREATE INDEX documents_by_id ON documents(document_id);
    CREATE INDEX documents_by_given_id ON documents(given_id);
    CREATE INDEX documents_by_file ON documents(file);

    CREATE TABLE texts (
      document INTEGER PRIMARY KEY REFERENCES documents(id) ON DELETE CASCADE,
      length INTEGER NOT NULL,      -- bytes of the body as UTF-8
      body BLOB NOT NULL,           -- zlib
      title_sentences BLOB NOT NULL,-- where they begin: LEB128, each less the one before
      body_sentences BLOB NOT NULL,
      signature BLOB NOT NULL       -- MinHash values, 32 bits, little-endian
    );

    CREATE TABLE rejects (
      id INTEGER PRIMARY KEY,
      file INTEGER NOT NULL REFERENCES files(id) ON DELETE CASCADE,
      source TEXT,
      offset INTEGER,
      stage TEXT NOT NULL,
      reason TEXT NOT NULL,
      detail TEXT NOT NULL
    );
    CREATE INDEX rejects_by_file ON rejects(file);

    CREATE TABLE entries (
      id INTEGER PRIMARY KEY,
      lexicon TEXT NOT NULL,
      entry TEXT NOT NULL,
      label TEXT NOT NULL,
      parent INTEGER,
      attributes TEXT NOT NULL      -- JSON: name to list of values
    );

    CREATE TABLE terms (
      id INTEGER PRIMARY KEY,
      term TEXT NOT NULL
    );

    CREATE TABLE tagged (
      document INTEGER PRIMARY KEY REFERENCES documents(id) ON DELETE CASCADE
    );

    CREATE TABLE mentions (
      document INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,     -- in the document, from 0
      entry INTEGER NOT NULL,       -- entries.id
      term INTEGER NOT NULL,        -- terms.id
      field INTEGER NOT NULL,       -- 0 title, 1 body
      start_byte INTEGER NOT NULL,
      end_byte INTEGER NOT NULL,
      start INTEGER NOT NULL,       -- Unicode scalars
      "end" INTEGER NOT NULL,
      sentence INTEGER NOT NULL,
      paragraph INTEGER NOT NULL,
      ambiguous INTEGER NOT NULL,
      PRIMARY KEY (document, ordinal)
    ) WITHOUT ROWID;
    """
}
