import Ingest

/// The rows of a table beside what its file holds there: whether their quotes close.
///
/// A quote left open takes the rows behind it into its cell, up to the next quote.
struct TableQuotes {
  /// The line of the first row whose quotes do not close, if any.
  let firstBroken: Int?

  init(_ table: NamedTable, path: String) throws {
    let text = try DictionaryFile(path: path).text
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    firstBroken =
      (0..<table.rowCount).lazy.map { row -> (line: Int, isBroken: Bool) in
        let first = table.line(of: row)
        let next = row + 1 < table.rowCount ? table.line(of: row + 1) : lines.count + 1
        let bytes = lines[min(first - 1, lines.count)..<min(next - 1, lines.count)].joined(
          separator: [0x0A])
        let breaks = ["category", "term", "weight"].contains {
          table.cell(row, $0)?.utf8.contains(0x0A) == true
        }
        return (first, breaks || Self.isOpen(Array(bytes)))
      }.first(where: \.isBroken)?.line
  }

  /// Whether some cell begins with a quote, and one quote of the row has no other.
  private static func isOpen(_ row: [UInt8]) -> Bool {
    let quote = UInt8(ascii: "\"")
    guard row.count(where: { $0 == quote }) % 2 == 1 else { return false }
    return row.indices.contains { index in
      row[index] == quote
        && (index == 0 || [0x09, 0x0A, 0x2C, 0x3B].contains(row[index - 1]))
    }
  }
}
