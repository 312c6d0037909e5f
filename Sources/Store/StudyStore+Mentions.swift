public import Corpus
import Foundation
import GRDB

extension StudyStore {
  /// Begins to tag with the lexicons of `catalogue`.
  ///
  /// Mentions made with other lexicons (another fingerprint) are dropped; those made with the same
  /// ones stay, so that an interrupted or extended study only tags what is left. Returns how many
  /// documents that is.
  @discardableResult
  public func beginTagging(_ catalogue: Catalogue, fingerprint: String) throws -> Int {
    try write { db in
      let known = try String.fetchOne(
        db, sql: "SELECT value FROM meta WHERE key = ?", arguments: [Self.lexiconsKey])
      if known != fingerprint {
        try db.execute(sql: "DELETE FROM mentions; DELETE FROM tagged")
        try Self.replace(catalogue, in: db)
        try Self.set(Self.lexiconsKey, to: fingerprint, in: db)
      }
      return try Self.countUntagged(in: db)
    }
  }

  /// Fingerprint of the lexicons that the mentions were made with.
  public var lexiconFingerprint: String? {
    get throws { try value(Self.lexiconsKey) }
  }

  private static let lexiconsKey = "lexicons"

  /// How many documents have not been tagged yet. The mentions are whole when it is 0.
  public func countUntagged() throws -> Int {
    try read(Self.countUntagged)
  }

  private static func countUntagged(in db: Database) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT (SELECT count(*) FROM documents) - (SELECT count(*) FROM tagged)") ?? 0
  }

  /// The next documents after `number` (all of them after `nil`) that have not been tagged yet,
  /// with texts, in the order of the store: a chunk for one worker.
  public func untagged(after number: Int64?, limit: Int) throws -> [StoredDocument] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: DocumentRecord.select(texts: true) + """
           WHERE documents.id > ? AND documents.id NOT IN (SELECT document FROM tagged)
          ORDER BY documents.id LIMIT ?
          """, arguments: [number ?? 0, limit]
      ).map { try DocumentRecord.document($0, texts: true, path: self.path) }
    }
  }

  /// Writes the mentions of tagged documents, in any order; each list in the order it is to be
  /// read back. A document is tagged once: a list given again replaces the former.
  public func insert(_ tagged: [(document: Int64, mentions: [Mention])]) throws {
    try write { db in
      let mark = try db.cachedStatement(sql: "INSERT OR IGNORE INTO tagged (document) VALUES (?)")
      let clear = try db.cachedStatement(sql: "DELETE FROM mentions WHERE document = ?")
      let insert = try db.cachedStatement(
        sql: "INSERT INTO mentions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      for (document, mentions) in tagged {
        try mark.execute(arguments: [document])
        if db.changesCount == 0 { try clear.execute(arguments: [document]) }
        for (ordinal, mention) in mentions.enumerated() {
          insert.setUncheckedArguments([
            document, ordinal, mention.entry, mention.term, Int(mention.field.rawValue),
            mention.range.bytes.lowerBound, mention.range.bytes.upperBound,
            mention.range.scalars.lowerBound, mention.range.scalars.upperBound,
            mention.sentence, mention.paragraph, mention.ambiguous,
          ])
          try insert.execute()
        }
      }
    }
  }

  /// Streams all documents with their mentions, in the byte order of the documents' identifiers.
  /// Throws `StoreError.untagged` unless every document has been tagged.
  public func forEachTagged(
    texts: Bool, _ body: (StoredDocument, [Mention]) throws -> Void
  ) throws {
    try read { db in
      let left = try Self.countUntagged(in: db)
      guard left == 0 else { throw StoreError.untagged(documents: left) }
      let mentions = try db.cachedStatement(
        sql: """
          SELECT entry, term, field, start_byte, end_byte, start, "end", sentence, paragraph,
            ambiguous
          FROM mentions WHERE document = ? ORDER BY ordinal
          """)
      let rows = try Row.fetchCursor(
        db, sql: DocumentRecord.select(texts: texts) + " ORDER BY document_id")
      while let row = try rows.next() {
        let document = try DocumentRecord.document(row, texts: texts, path: self.path)
        var found: [Mention] = []
        let cursor = try Row.fetchCursor(mentions, arguments: [document.number])
        while let row = try cursor.next() { found.append(try self.mention(row)) }
        try body(document, found)
      }
    }
  }

  private func mention(_ row: Row) throws -> Mention {
    let (startByte, endByte): (Int32, Int32) = (row[3], row[4])
    let (start, end): (Int32, Int32) = (row[5], row[6])
    guard let field = Field(rawValue: row[2]), startByte <= endByte, start <= end else {
      throw StoreError.damaged(path: path, detail: "a mention without a span")
    }
    return Mention(
      entry: row[0], term: row[1], field: field,
      range: TextRange(bytes: startByte..<endByte, scalars: start..<end),
      sentence: row[7], paragraph: row[8], ambiguous: row[9])
  }
}
