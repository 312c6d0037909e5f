/// How the cells of a table are parted, told from its header.
struct TableDialect: Sendable, Hashable {
  let separator: UInt8

  init(separator: UInt8) {
    self.separator = separator
  }

  /// The dialect of a file whose first line is a header that Parlance can use: one that names a
  /// title or a text and at least one thing more. A file called `.csv` or `.tsv` is a table
  /// whatever its header says.
  init?(head: ArraySlice<UInt8>, isTable: Bool, fields: FieldMapping) {
    let line = Array(head.prefix { $0 != 0x0A && $0 != 0x0D })
    let separators = [",", "\t", ";"].map { (text: Unicode.Scalar) in UInt8(ascii: text) }
    let ranked = separators.map { separator in
      (separator, cells: TableDialect(separator: separator).cells(of: line))
    }
    guard let best = ranked.max(by: { $0.cells.count < $1.cells.count }) else { return nil }
    let header = TableHeader(best.cells, dialect: TableDialect(separator: best.0))
    guard isTable || (best.cells.count > 1 && header.namesArticles(fields)) else { return nil }
    separator = best.0
  }

  /// The cells of a row, without their quotes.
  func cells(of row: [UInt8]) -> [String] {
    var cells: [String] = []
    var start = 0
    let end = row.last == 0x0D ? row.count - 1 : row.count
    while true {
      let (text, next) = cell(of: row, from: start, to: end)
      cells.append(text)
      guard next < end, row[next] == separator else { return cells }
      start = next + 1
    }
  }

  private func cell(of row: [UInt8], from start: Int, to end: Int) -> (String, next: Int) {
    guard start < end, row[start] == UInt8(ascii: "\"") else {
      let next = row[start..<end].firstIndex(of: separator) ?? end
      return (String(decoding: row[start..<next], as: UTF8.self), next)
    }
    var text: [UInt8] = []
    var index = start + 1
    while index < end {
      let stop = row[index..<end].firstIndex(of: UInt8(ascii: "\"")) ?? end
      text += row[index..<stop]
      index = stop + 1
      guard index < end, row[index] == UInt8(ascii: "\"") else { break }
      text.append(UInt8(ascii: "\""))
      index += 1
    }
    // What stands between a closing quote and the separator belongs to the cell.
    let next = index < end ? row[index..<end].firstIndex(of: separator) ?? end : end
    if index < next { text += row[index..<next] }
    return (String(decoding: text, as: UTF8.self), next)
  }
}

/// The first row of a table: which column holds what.
public struct TableHeader: Sendable {
  let names: [String]
  let dialect: TableDialect

  init(_ names: [String], dialect: TableDialect) {
    self.names = names.map { $0.trimmed }
    self.dialect = dialect
  }

  /// Whether some column holds a title or a text.
  func namesArticles(_ fields: FieldMapping) -> Bool {
    names.contains { name in
      [.title, .text].contains(FieldName(alias: name)) || fields.names(.title, column: name)
        || fields.names(.text, column: name)
    }
  }
}
