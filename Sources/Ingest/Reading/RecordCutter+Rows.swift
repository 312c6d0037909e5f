import Bytes
import Corpus

extension RecordCutter {
  /// One record per row below the header, wherever it is repeated.
  func rows(_ dialect: TableDialect, head: [UInt8], _ body: Body) rethrows {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { buffer.skip(3) }
    let charset = TextDecoder.decode(head).encoding.name
    var first: (row: [UInt8], header: TableHeader)?
    repeat {
      while let (offset, row) = try nextRow(dialect, body) {
        if row.allSatisfy(\.isSpace) || row == first?.row { continue }
        guard let header = first?.header else {
          let text = TextDecoder.decode(row, charset: charset).utf8
          let found = TableHeader(dialect.cells(of: text), dialect: dialect)
          guard found.namesArticles(fields) else {
            let names = found.names.prefix(8).joined(separator: ", ").singleLine
            return try body(
              reject(
                .unknownFormat, "no column holds a title or a text; the columns are \(names)"))
          }
          first = (row, found)
          continue
        }
        try emit(row, .row(header), charset: charset, at: offset, body)
      }
    } while try first != nil && goOnInTable(dialect, body)
  }

  /// Says what failed and goes on at the next row behind it, if the source can.
  private func goOnInTable(_ dialect: TableDialect, _ body: Body) rethrows -> Bool {
    guard try goOn(behindFailureAt: buffer.offset, body) else { return false }
    skipToRow(dialect)
    return true
  }

  /// Passes over what cannot be told to be rows.
  private func skipToRow(_ dialect: TableDialect) {
    let search = RowSearch(separator: dialect.separator)
    repeat {
      buffer.prepare(RowSearch.window)
      let window = buffer.copy(0..<min(buffer.available, RowSearch.window))
      if let start = search.rowStart(in: window) { return buffer.skip(start) }
      buffer.skip(window.count)
    } while buffer.available > 0 || !buffer.hasEnded
  }

  /// The next row, which a line break within quotes does not end.
  private func nextRow(
    _ dialect: TableDialect, _ body: Body
  ) rethrows -> (offset: Int, row: [UInt8])? {
    let offset = buffer.offset
    var scan = RowScan(separator: dialect.separator)
    while true {
      let end = scan.end(in: buffer)
      if end ?? buffer.available > limits.recordBytes {
        try body(
          reject(
            .tooLarge, "a row of more than \(limits.recordBytes) bytes: is a quote left open?",
            offset: offset))
        if let end {
          buffer.skip(end + 1)
        } else {
          skipToLineEnd()
          skipToRow(dialect)
        }
        return (buffer.offset, [])
      }
      if let end {
        let row = buffer.copy(0..<end)
        buffer.skip(end + 1)
        return (offset, row)
      }
      if buffer.fill() { continue }
      guard buffer.failure?.isLoss != true, buffer.available > 0 else { return nil }
      let row = buffer.copy(0..<buffer.available)
      buffer.skip(row.count)
      if scan.isQuoted {
        try body(
          reject(.malformed, "a quote opened in this row is never closed", offset: offset))
        return nil
      }
      return (offset, row)
    }
  }
}
