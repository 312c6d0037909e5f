import Corpus
import Pipeline

/// Rows to standard output, gathered into large pieces; the header comes with the first.
final class RowWriter<Row: TableRow> {
  private let format: OutputFormat
  private var bytes: [UInt8] = []
  private var hasBegun = false

  init(_ format: OutputFormat) { self.format = format }

  func write(_ row: Row) throws {
    begin()
    format.append(row, to: &bytes)
    if bytes.count > 1 << 16 { try finish() }
  }

  private func begin() {
    if !hasBegun { bytes += format.header(of: Row.self) }
    hasBegun = true
  }

  /// Writes what is left; the header too when there was no row.
  func finish() throws {
    begin()
    if !bytes.isEmpty { try StandardOutput.write(bytes) }
    bytes.removeAll(keepingCapacity: true)
  }
}
