public import Corpus
import Foundation
import GRDB

extension StudyStore {
  /// How many documents there are.
  public func countDocuments() throws -> Int {
    try read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM documents") ?? 0 }
  }

  /// Makes identifiers unique: where records share one, the first by source keeps it and each
  /// later one becomes `id (path#offset)`. Depends on the documents alone, not on when they came.
  public func settleIdentifiers() throws {
    try write { db in
      try db.execute(
        sql: "UPDATE documents SET document_id = given_id WHERE document_id <> given_id")
      let colliding = try Row.fetchAll(
        db,
        sql: """
          SELECT documents.id, given_id, coalesce(source, path), offset
          FROM documents JOIN files ON files.id = documents.file
          WHERE given_id IN (SELECT given_id FROM documents GROUP BY given_id HAVING count(*) > 1)
          ORDER BY given_id, 3, coalesce(offset, -1), documents.id
          """)
      var previous: String?
      for row in colliding {
        let given: String = row[1]
        defer { previous = given }
        guard given == previous else { continue }
        let number: Int64 = row[0]
        let source = Source(path: row[2], offset: row[3])
        var id = "\(given) (\(source))"
        while try Self.isTaken(id, in: db) { id += " (\(source))" }
        try db.execute(
          sql: "UPDATE documents SET document_id = ? WHERE id = ?", arguments: [id, number])
      }
    }
  }

  private static func isTaken(_ id: String, in db: Database) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM documents WHERE document_id = ?)", arguments: [id])
      ?? false
  }

  /// Whether duplicates have been looked for since the documents last changed.
  public var knowsDuplicates: Bool {
    get throws { try value(Self.duplicatesKey) != nil }
  }

  /// Replaces what is known of duplicates.
  public func replaceDuplicates(with members: [ClusterMember]) throws {
    try write { db in
      try db.execute(
        sql: "UPDATE documents SET duplicate_of = NULL, cluster_size = 1 WHERE cluster_size <> 1")
      let statement = try db.cachedStatement(
        sql: "UPDATE documents SET duplicate_of = ?, cluster_size = ? WHERE document_id = ?")
      for member in members where member.clusterSize > 1 {
        try statement.execute(arguments: [
          member.duplicateOf, member.clusterSize, member.documentID,
        ])
      }
      try Self.set(Self.duplicatesKey, to: "known", in: db)
    }
  }

  static func forgetDuplicates(in db: Database) throws {
    try set(duplicatesKey, to: nil, in: db)
  }

  private static let duplicatesKey = "duplicates"

  /// Streams all documents in the byte order of their identifiers. Without texts, bodies and
  /// sentence starts stay empty, and nothing is decompressed.
  public func forEachDocument(
    texts: Bool, _ body: (StoredDocument) throws -> Void
  ) throws {
    try read { db in
      let rows = try Row.fetchCursor(
        db, sql: DocumentRecord.select(texts: texts) + " ORDER BY document_id")
      while let row = try rows.next() {
        try body(DocumentRecord.document(row, texts: texts, path: self.path))
      }
    }
  }

  /// The next documents after `id` (all of them after `nil`) in the byte order of their
  /// identifiers, with texts: a chunk for one worker.
  public func documents(after id: String?, limit: Int) throws -> [StoredDocument] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: DocumentRecord.select(texts: true)
          + " WHERE ?1 IS NULL OR document_id > ?1 ORDER BY document_id LIMIT ?2",
        arguments: [id, limit]
      ).map { try DocumentRecord.document($0, texts: true, path: self.path) }
    }
  }

  static func insert(
    _ packed: PackedDocument, file: Int64, path: String?, in db: Database
  ) throws {
    let document = packed.document
    try db.cachedStatement(sql: DocumentRecord.insert).execute(arguments: [
      document.id, document.id, file,
      document.source.path == path ? nil : document.source.path, document.source.offset,
      document.url, document.title.text, document.authors.joined(separator: "\n"),
      document.date?.description, document.dateSource?.rawValue, document.outlet,
      document.outletCountry, document.language, document.tokens, document.sentences,
      Int64(bitPattern: document.contentHash),
    ])
    try db.cachedStatement(
      sql: """
        INSERT INTO texts (document, length, body, title_sentences, body_sentences, signature)
        VALUES (?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      db.lastInsertedRowID, packed.length, packed.body, packed.titleSentences,
      packed.bodySentences, packed.signature,
    ])
  }
}
