public import Bytes
import Foundation
internal import GRDB

extension StudyStore {
  /// The keys of all documents, in parts of about the same number for so many threads.
  public func documentKeys(parts: Int) throws(StoreError) -> [ClosedRange<Int64>] {
    try read { db in
      guard
        // Each by itself: asked for both at once, SQLite reads the whole table.
        let row = try Row.fetchOne(
          db,
          sql: "SELECT (SELECT min(document) FROM texts), (SELECT max(document) FROM texts)"),
        let first = try Columns(row).optionalInteger(0),
        let last = try Columns(row).optionalInteger(1), first <= last
      else { return [] }
      let step = (last - first) / Int64(max(1, parts)) + 1
      return stride(from: first, through: last, by: Int(step)).map {
        $0...min(last, $0 + step - 1)
      }
    }
  }

  /// The keys within `range` of the documents in whose texts `query` is met, and of those in which
  /// items are spelt out. The columns are read where they lie, and those of all documents checked.
  public func keys(
    in range: ClosedRange<Int64>, meeting query: ItemQuery
  ) throws(StoreError) -> [Int64] {
    try read { db in
      var found: [Int64] = []
      let rows = try Row.fetchCursor(
        db, sql: "SELECT document, columns FROM texts WHERE document BETWEEN ? AND ?",
        arguments: [range.lowerBound, range.upperBound])
      while let row = try rows.next() {
        let isFound = try row.withUnsafeData(atIndex: 1) { data in
          guard let data else { throw Columns.Damage() }
          return try data.withUnsafeBytes { bytes in
            guard let columns = Checksum.open(bytes)?.span,
              let codes = ColumnCoding.codes(columns)
            else { throw Columns.Damage() }
            return codes.hasSpellings || query.isMet(in: columns.extracting(codes.range))
          }
        }
        if isFound { found.append(try Columns(row).integer(0)) }
      }
      return found
    }
  }

  /// Sorts keys in the order of the tables: the byte order of the documents' identifiers.
  public func sorted(_ keys: [Int64]) throws(StoreError) -> [Int64] {
    try read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT document_id FROM documents WHERE id = ?")
      let identified = try keys.map { key in
        guard let row = try Row.fetchOne(statement, arguments: [key]) else {
          throw Columns.Damage()
        }
        return (try Columns(row).text(0), key)
      }
      return identified.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }.map(\.1)
    }
  }

  /// The documents with these keys, in their order, without their mentions.
  public func documents(_ keys: some Sequence<Int64>) throws(StoreError) -> [PackedDocument] {
    try read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT \(DocumentColumns.names), NULL, NULL, NULL, columns, NULL FROM documents
          LEFT JOIN files ON files.id = file_id
          LEFT JOIN texts ON texts.document = documents.id
          WHERE documents.id = ?
          """)
      return try keys.map { key in
        guard let row = try Row.fetchOne(statement, arguments: [key]) else {
          throw Columns.Damage()
        }
        return try Self.document(Columns(row))
      }
    }
  }
}
