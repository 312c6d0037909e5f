import Foundation
internal import GRDB
import Synchronization

extension StudyStore {
  /// The keys of the documents that have no mentions stored, not even none, ascending.
  public func untaggedKeys() throws(StoreError) -> [Int64] {
    try catching(pages.verify)
    return try read { db in
      try Int64.fetchAll(
        db,
        sql: """
          SELECT id FROM documents
          WHERE NOT EXISTS (SELECT 1 FROM mentions WHERE document = documents.id) ORDER BY id
          """)
    }
  }

  /// Stores the mentions of some documents, in one transaction.
  public func setMentions(_ batch: TaggedBatch) throws(StoreError) {
    // Taken out, and put back only when the transaction holds.
    let known = formsInUse.withLock { forms in
      defer { forms = nil }
      return forms
    }
    let forms = try write { db in
      try Self.outdateResults(db)
      var forms = try known ?? GrowingForms(db)
      let numbers = try forms.numbers(of: batch.forms, db)
      let statement = try db.cachedStatement(sql: "INSERT OR REPLACE INTO mentions VALUES (?, ?)")
      for (key, bytes) in batch.packed(numbers) {
        try statement.execute(arguments: [key, Data(bytes)])
      }
      return forms
    }
    formsInUse.withLock { $0 = forms }
  }

  /// What mentions look like, for reading them.
  public func forms(_ places: TermPlaces) throws(StoreError) -> Forms {
    try read { db in
      var forms = Forms(places: places)
      _ = try BlockTable.forms.forEachBlock(db) { block in
        var reader = VariableLengthReader(block)
        let before = forms.count
        while !reader.isAtEnd {
          guard let parts = FormCoding.next(&reader) else { return nil }
          forms.append(parts)
        }
        return forms.count - before
      }
      return forms
    }
  }

  // MARK: Terms

  private static let nextTerm = "terms"

  /// The terms that documents were tagged with last.
  public func terms() throws(StoreError) -> StoredTerms {
    let next = try fact(Self.nextTerm)
    return try read { db in
      var terms = StoredTerms()
      guard let number = Int32(next ?? "0") else { throw Columns.Damage() }
      terms.next = number
      for row in try Row.fetchAll(db, sql: "SELECT name, terms FROM lexicons").map(Columns.init) {
        guard let packed = Checksum.open(try row.bytes(1)), let found = TermCoding.unpack(packed),
          found.allSatisfy({ $0.number < number })
        else { throw Columns.Damage() }
        terms.lexicons[try row.text(0)] = found
      }
      return terms
    }
  }

  /// Takes `terms` for those that documents are tagged with, and keeps `value` as the fact `name`,
  /// which says so. What was found in the documents of `keys` is forgotten, so that they are tagged
  /// again; `nil`: in all, and what it looked like.
  public func retag(
    _ keys: [Int64]?, with terms: StoredTerms, recording name: String, _ value: String
  ) throws(StoreError) {
    formsInUse.withLock { $0 = nil }
    try write { db in
      try Self.outdateResults(db)
      if let keys {
        let statement = try db.cachedStatement(sql: "DELETE FROM mentions WHERE document = ?")
        for key in keys { try statement.execute(arguments: [key]) }
      } else {
        try db.execute(sql: "DELETE FROM mentions")
        try BlockTable.forms.removeAll(db)
      }
      try db.execute(sql: "DELETE FROM lexicons")
      for (name, terms) in terms.lexicons.sorted(by: { $0.key < $1.key }) {
        try db.execute(
          sql: "INSERT INTO lexicons VALUES (?, ?)",
          arguments: [name, Data(Checksum.seal(TermCoding.pack(terms)))])
      }
      try Self.setFact(Self.nextTerm, "\(terms.next)", db)
      try Self.setFact(name, value, db)
    }
  }
}
