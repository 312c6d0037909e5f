public import Bytes
import Foundation
internal import GRDB

extension StudyStore {
  /// The items of all texts, for reading them.
  public func vocabulary() throws(StoreError) -> Vocabulary {
    try read { db in
      var vocabulary = Vocabulary()
      _ = try Self.forEachItem(db) { vocabulary.append($0, $1) }
      return vocabulary
    }
  }

  /// The fact that says how many items there are and the sum of all blocks, so that a block that
  /// is lost is missed. It changes in the transaction that adds a block.
  private static let vocabularyFact = "vocabulary"

  private static func fact(of count: Int, _ sum: Checksum) -> String { "\(count) \(sum.value)" }

  /// Calls `body` with all items in the order of their numbers; returns the sum of their blocks.
  static func forEachItem(
    _ db: Database, _ body: (ArraySlice<UInt8>, ItemKind) -> Void
  ) throws -> Checksum {
    var sum = Checksum()
    var count = 0
    let rows = try Row.fetchCursor(db, sql: "SELECT first, items FROM words ORDER BY first")
    while let row = try rows.next().map(Columns.init) {
      let sealed = try row.bytes(1)
      sum.append(sealed[...])
      guard try row.integer(0) == count + 1, let block = Checksum.open(sealed) else {
        throw Columns.Damage()
      }
      let isWhole = VocabularyCoding.unpack(block) { bytes, kind in
        count += 1
        body(bytes, kind)
      }
      guard isWhole else { throw Columns.Damage() }
    }
    let kept = try Row.fetchOne(
      db, sql: "SELECT value FROM facts WHERE name = ?", arguments: [vocabularyFact])
    guard
      try kept.map({ try Columns($0).text(0) }) ?? fact(of: 0, Checksum()) == fact(of: count, sum)
    else { throw Columns.Damage() }
    return sum
  }

  /// Adds a block of items, the first of which gets the number `first`.
  static func insert(
    _ items: [(bytes: ArraySlice<UInt8>, kind: ItemKind)], first: Int, after sum: inout Checksum,
    _ db: Database
  ) throws {
    guard !items.isEmpty else { return }
    let block = Checksum.seal(VocabularyCoding.pack(items))
    sum.append(block[...])
    try db.execute(
      sql: "INSERT INTO words VALUES (?, ?)", arguments: [first, Data(block)])
    try setFact(vocabularyFact, fact(of: first - 1 + items.count, sum), db)
  }

  /// Forgets the vocabulary, which no document needs any more.
  static func deleteVocabulary(_ db: Database) throws {
    try db.execute(sql: "DELETE FROM words")
    try setFact(vocabularyFact, nil, db)
  }
}
