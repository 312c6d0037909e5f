import Foundation
internal import GRDB

/// A table of things that are numbered from 1 in the order in which they were added, in sealed
/// blocks.
struct BlockTable {
  let name: String
  /// The fact that says how many things there are and the sum of all blocks, so that a block that
  /// is lost is missed. It changes in the transaction that adds a block.
  let fact: String

  /// The vocabulary of all texts.
  static let words = BlockTable(name: "words", fact: "vocabulary")
  /// What mentions look like.
  static let forms = BlockTable(name: "forms", fact: "forms")

  private static func value(_ count: Int, _ sum: Checksum) -> String { "\(count) \(sum.value)" }

  /// Calls `body` with each block, without its seal; it returns how many things it found there, or
  /// `nil` for damage. Returns the sum of the blocks.
  func forEachBlock(_ db: Database, _ body: (ArraySlice<UInt8>) -> Int?) throws -> Checksum {
    var sum = Checksum()
    var count = 0
    let rows = try Row.fetchCursor(db, sql: "SELECT first, items FROM \(name) ORDER BY first")
    while let row = try rows.next().map(Columns.init) {
      let sealed = try row.bytes(1)
      sum.append(sealed[...])
      guard try row.integer(0) == count + 1, let block = Checksum.open(sealed),
        let found = body(block)
      else { throw Columns.Damage() }
      count += found
    }
    let kept = try Row.fetchOne(
      db, sql: "SELECT value FROM facts WHERE name = ?", arguments: [fact])
    guard
      try kept.map({ try Columns($0).text(0) }) ?? Self.value(0, Checksum())
        == Self.value(count, sum)
    else { throw Columns.Damage() }
    return sum
  }

  /// Adds a block of `count` things, the first of which gets the number `first`.
  func insert(
    _ block: [UInt8], of count: Int, first: Int, after sum: inout Checksum, _ db: Database
  ) throws {
    guard count > 0 else { return }
    let sealed = Checksum.seal(block)
    sum.append(sealed[...])
    try db.execute(
      sql: "INSERT INTO \(name) VALUES (?, ?)", arguments: [first, Data(sealed)])
    try StudyStore.setFact(fact, Self.value(first - 1 + count, sum), db)
  }

  func removeAll(_ db: Database) throws {
    try db.execute(sql: "DELETE FROM \(name)")
    try StudyStore.setFact(fact, nil, db)
  }
}
