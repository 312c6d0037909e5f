public import Corpus

/// A published table being written: rows in, `name.csv` out.
public final class TableFile<Row: TableRow> {
  public private(set) var rowCount = 0
  public let file: OutputFile

  public init(folder: String, byteOrderMark: Bool = false) throws(OutputFile.Failure) {
    file = try OutputFile("\(folder)/\(Row.schema.name).csv")
    try file.write { bytes in
      if byteOrderMark { bytes += [0xEF, 0xBB, 0xBF] }
      CSV.append(CSV.header(of: Row.schema), to: &bytes)
    }
  }

  public func append(_ row: Row) throws(OutputFile.Failure) {
    try file.write { CSV.append(row.values, to: &$0) }
    rowCount += 1
  }

  /// Appends rows that `RenderedRows` made, perhaps on another thread.
  public func append(_ rows: RenderedRows<Row>) throws(OutputFile.Failure) {
    try file.write(rows.bytes)
    rowCount += rows.count
  }

  /// Ends the writing. The table appears when `file` is published.
  public func finish() throws(OutputFile.Failure) -> PublishedTable {
    let hash = try file.finish()
    return PublishedTable(
      schema: Row.schema, rows: rowCount, bytes: file.byteCount, sha256: hash)
  }
}

/// Rows as the bytes of a CSV file, so that many threads can share the work of writing them.
public struct RenderedRows<Row: TableRow>: Sendable {
  fileprivate var bytes: [UInt8] = []
  public private(set) var count = 0

  public init() {}

  public mutating func append(_ row: Row) {
    CSV.append(row.values, to: &bytes)
    count += 1
  }

  /// Appends the next cells of a row, which it shares with others.
  public mutating func append(_ cells: RenderedCells) { bytes += cells.bytes }

  /// Appends the next cell of a row.
  public mutating func append(_ number: Int) {
    CSV.append(number, to: &bytes)
    bytes.append(UInt8(ascii: ","))
  }

  /// Ends a row of at least one cell.
  public mutating func endRow() {
    bytes[bytes.count - 1] = UInt8(ascii: "\n")
    count += 1
  }
}

/// Cells of a row, rendered once for all rows that share them.
public struct RenderedCells: Sendable {
  fileprivate var bytes: [UInt8] = []

  public init(_ values: [Value]) {
    CSV.appendCells(values, to: &bytes)
    bytes.append(UInt8(ascii: ","))
  }
}

/// A table that a run has written.
public struct PublishedTable: Sendable, Hashable {
  public var schema: TableSchema
  public var fileName: String { "\(schema.name).csv" }
  public var rows: Int
  public var bytes: Int
  public var sha256: String
}
