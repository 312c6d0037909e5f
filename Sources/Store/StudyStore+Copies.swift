public import Corpus
internal import GRDB

/// What finding duplicates needs to know of a stored document.
public struct DocumentSignature: Sendable {
  public var key: Int64
  public var documentID: String
  public var date: CalendarDate?
  public var outlet: String?
  public var contentHash: UInt64
  public var tokens: Int
  public var signature: [UInt32]
}

/// How a document stands among its copies.
public struct DuplicateMark: Sendable {
  public var key: Int64
  public var duplicateOf: String?
  public var clusterSize: Int

  public init(key: Int64, duplicateOf: String?, clusterSize: Int) {
    self.key = key
    self.duplicateOf = duplicateOf
    self.clusterSize = clusterSize
  }

  var checksum: Int64 {
    var sum = Checksum()
    sum.append(column: key)
    sum.append(column: duplicateOf)
    sum.append(column: Int64(clusterSize))
    return Int64(sum.value)
  }
}

extension StudyStore {
  /// The fact that identifiers and copies are settled; any change of the documents unsettles them,
  /// in the same transaction.
  private static let settled = "settled"

  /// What `setDuplicates` recorded, unless documents came or went since.
  public func settledBy() throws(StoreError) -> String? { try fact(Self.settled) }

  static func unsettle(_ db: Database) throws { try setFact(settled, nil, db) }

  /// Gives each document an identifier of its own: where several records claim one, all but the
  /// first in archive order get their source added, and a number where that is taken too.
  public func settleIdentifiers() throws(StoreError) {
    try write { db in
      try Self.outdateResults(db)
      try db.execute(
        sql: """
          UPDATE documents SET document_id = given_id, given_id = NULL WHERE given_id IS NOT NULL
          """)
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT documents.id, document_id, path, offset FROM documents
          JOIN files ON files.id = file_id
          WHERE document_id IN (
            SELECT document_id FROM documents GROUP BY document_id HAVING count(*) > 1)
          ORDER BY document_id, path, offset, documents.id
          """)
      var last: String?
      for row in rows.map(Columns.init) {
        let given = try row.text(1)
        if given == last {
          let source = Source(
            path: try row.text(2), offset: try row.optionalInteger(3).map(Int.init))
          try db.execute(
            sql: "UPDATE documents SET document_id = ?, given_id = ? WHERE id = ?",
            arguments: [try Self.free("\(given) (\(source))", db), given, try row.integer(0)])
        }
        last = given
      }
    }
  }

  /// `identifier` itself, or with the first number that makes it unique.
  private static func free(_ identifier: String, _ db: Database) throws -> String {
    var candidate = identifier
    var number = 1
    while try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM documents WHERE document_id = ?)",
      arguments: [candidate]) == true
    {
      number += 1
      candidate = "\(identifier) \(number)"
    }
    return candidate
  }

  public func forEachSignature(_ body: (DocumentSignature) throws -> Void) throws {
    try forEach(
      sql: """
        SELECT \(DocumentColumns.names), signature FROM documents
        LEFT JOIN files ON files.id = file_id
        ORDER BY document_id
        """,
      decode: { row throws(Columns.Damage) in
        let document = try DocumentColumns(row)
        guard let signature = Checksum.open(try row.bytes(DocumentColumns.count)) else {
          throw Columns.Damage()
        }
        let header = document.header
        return DocumentSignature(
          key: document.key, documentID: header.id, date: header.date, outlet: header.outlet,
          contentHash: header.contentHash, tokens: header.tokens,
          signature: Blob.numbers(signature))
      }, body)
  }

  /// Of each set of copies the first in every outlet other than that of the document kept, by the
  /// byte order of the identifiers.
  public func firstCopies() throws(StoreError) -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT min(documents.document_id) FROM copies
          JOIN documents ON documents.id = copies.document
          JOIN documents AS kept ON kept.document_id = copies.duplicate_of
          WHERE documents.outlet IS NOT NULL AND documents.outlet IS NOT kept.outlet
          GROUP BY copies.duplicate_of, documents.outlet
          ORDER BY 1
          """)
    }
  }

  /// Replaces all marks of duplicates, and records what found them.
  public func setDuplicates(
    _ marks: [DuplicateMark], recording finder: String
  ) throws(StoreError) {
    try write { db in
      try Self.outdateResults(db)
      try db.execute(sql: "DELETE FROM copies")
      let statement = try db.cachedStatement(sql: "INSERT INTO copies VALUES (?, ?, ?, ?)")
      for mark in marks {
        try statement.execute(arguments: [
          mark.key, mark.duplicateOf, mark.clusterSize, mark.checksum,
        ])
      }
      try Self.setFact(Self.settled, finder, db)
    }
  }
}
