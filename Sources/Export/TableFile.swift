public import Corpus

/// A published table being written: rows in, `name.csv` out.
public final class TableFile<Row: TableRow> {
  public private(set) var rowCount = 0
  private let file: OutputFile

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

  public func commit() throws(OutputFile.Failure) -> PublishedTable {
    let hash = try file.commit()
    return PublishedTable(
      schema: Row.schema, rows: rowCount, bytes: file.byteCount, sha256: hash)
  }
}

/// A table that a run has written.
public struct PublishedTable: Sendable, Hashable {
  public var schema: TableSchema
  public var rows: Int
  public var bytes: Int
  public var sha256: String
}
