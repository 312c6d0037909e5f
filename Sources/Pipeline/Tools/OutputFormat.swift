public import Corpus
import Export

/// How rows are written to standard output.
public enum OutputFormat: String, Sendable, CaseIterable {
  case csv, jsonl

  /// What comes before the rows.
  public func header<Row: TableRow>(of row: Row.Type) -> [UInt8] {
    var bytes: [UInt8] = []
    if self == .csv { CSV.append(CSV.header(of: Row.schema), to: &bytes) }
    return bytes
  }

  public func append(_ row: some TableRow, to bytes: inout [UInt8]) {
    switch self {
    case .csv: CSV.append(row.values, to: &bytes)
    case .jsonl:
      JSON(row).append(to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
    }
  }
}
