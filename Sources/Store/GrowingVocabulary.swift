import Bytes
internal import GRDB

/// The vocabulary as the one who stores documents keeps it: item n of the table has number n + 1.
struct GrowingVocabulary: Sendable {
  private var table = ItemTable(minimumCapacity: 1 << 14)
  private var sum = Checksum()

  /// All items of the store.
  init(_ db: Database) throws {
    var table = table
    sum = try StudyStore.forEachItem(db) { table.number(of: $0, $1) }
    self.table = table
  }

  /// For each batch the numbers of its items, 0 for those that are to be spelt out. Items seen for
  /// the first time are added to the store, frequent ones first, so that these get short codes.
  mutating func numbers(ofItemsIn batches: [StoredBatch], _ db: Database) throws -> [[Int32]] {
    var newcomers = ItemTable()
    var uses: [Int] = []
    var numbers = batches.map { batch in
      let usesInBatch = batch.usesOfItems()
      return usesInBatch.indices.map { local in
        let item = batch.items.item(Int32(local))
        if let known = table.knownNumber(of: item.bytes, item.kind) { return known + 1 }
        guard item.bytes.count <= Vocabulary.maximumLength else { return 0 }
        let newcomer = newcomers.number(of: item.bytes, item.kind)
        if Int(newcomer) == uses.count { uses.append(0) }
        uses[Int(newcomer)] += usesInBatch[local]
        return -1 - newcomer
      }
    }
    let added = try add(newcomers, uses, db)
    for batch in numbers.indices {
      for local in numbers[batch].indices where numbers[batch][local] < 0 {
        numbers[batch][local] = added[Int(-1 - numbers[batch][local])]
      }
    }
    return numbers
  }

  /// The numbers that new items get.
  private mutating func add(
    _ newcomers: ItemTable, _ uses: [Int], _ db: Database
  ) throws -> [Int32] {
    var numbers = [Int32](repeating: 0, count: uses.count)
    let first = table.count + 1
    let order = uses.indices.sorted { (-uses[$0], $0) < (-uses[$1], $1) }
    let items = order.prefix(Vocabulary.maximumCount - first).map { newcomer in
      let item = newcomers.item(Int32(newcomer))
      numbers[newcomer] = table.number(of: item.bytes, item.kind) + 1
      return item
    }
    try BlockTable.words.insert(
      VocabularyCoding.pack(items), of: items.count, first: first, after: &sum, db)
    return numbers
  }
}
