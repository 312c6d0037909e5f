import Bytes
internal import GRDB

/// The forms as the one who stores mentions keeps them: that of id n in the table has number n + 1.
struct GrowingForms: Sendable {
  /// Of forms, as bytes.
  private var table = WordTable()
  private var sum = Checksum()

  /// All forms of the store.
  init(_ db: Database) throws {
    var table = table
    sum = try BlockTable.forms.forEachBlock(db) { block in
      var reader = VariableLengthReader(block)
      var packed: [UInt8] = []
      var count = 0
      while !reader.isAtEnd {
        guard let parts = FormCoding.next(&reader) else { return nil }
        packed.removeAll(keepingCapacity: true)
        FormCoding.pack(term: parts.term, text: parts.text, into: &packed)
        _ = table.number(of: packed.span)
        count += 1
      }
      return count
    }
    self.table = table
  }

  /// The numbers of the forms of a batch, 0 for those that are to be spelt out. Forms seen for the
  /// first time are added to the store.
  mutating func numbers(of forms: WordTable, _ db: Database) throws -> [Int32] {
    let first = table.count + 1
    var block: [UInt8] = []
    let numbers = (0..<Int32(forms.count)).map { local -> Int32 in
      let form = forms.word(local)
      if let known = table.knownNumber(of: form.span) { return known + 1 }
      guard table.count < Forms.maximumCount - 1 else { return 0 }
      block += form
      return table.number(of: form.span) + 1
    }
    try BlockTable.forms.insert(
      block, of: table.count + 1 - first, first: first, after: &sum, db)
    return numbers
  }
}
