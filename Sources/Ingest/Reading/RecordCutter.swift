import Bytes
import Corpus

/// Cuts one file's bytes into records.
struct RecordCutter {
  let path: String
  let limits: ReadLimits
  var fields = FieldMapping()
  let buffer: StreamBuffer

  typealias Body = (Result<Record, Reject>) throws -> Void

  /// The whole file as one record.
  func whole(_ format: RecordFormat, _ body: Body) rethrows {
    guard let bytes = try wholeFile(body) else { return }
    try body(
      .success(
        Record(
          source: Source(path: path), bytes: bytes, format: format, consumed: buffer.consumed)))
  }

  /// All bytes of a file that is one record; nil if they are too many, which is said, or too few: a
  /// file that ended early is left to its failure, since half a page would be counted as a page.
  func wholeFile(_ body: Body) rethrows -> [UInt8]? {
    buffer.prepare(limits.recordBytes + 1)
    guard buffer.available <= limits.recordBytes else {
      try body(reject(.tooLarge, "more than \(limits.recordBytes) bytes in one record"))
      return nil
    }
    if let failure = buffer.failure, failure.isLoss { return nil }
    let bytes = buffer.copy(0..<buffer.available)
    buffer.skip(bytes.count)
    return bytes
  }

  /// One record per line that is not blank.
  func lines(_ body: Body) rethrows {
    if buffer.copy(0..<min(3, buffer.available)) == [0xEF, 0xBB, 0xBF] { buffer.skip(3) }
    while true {
      let offset = buffer.offset
      if let length = buffer.distance(to: 0x0A, limit: limits.recordBytes) {
        let line = buffer.copy(0..<length)
        buffer.skip(length + 1)
        try emit(line, .jsonObject, at: offset, body)
      } else if buffer.hasEnded {
        // A line cut short by a failure is left to the failure.
        if buffer.failure?.isLoss != true {
          let line = buffer.copy(0..<buffer.available)
          buffer.skip(line.count)
          try emit(line, .jsonObject, at: offset, body)
        }
        guard try goOn(behindFailureAt: offset, body) else { return }
        // What begins in the gap ends behind it.
        buffer.prepare(1)
        if buffer.available > 0, buffer.copy(0..<1) != [UInt8(ascii: "{")] { skipLine() }
      } else {
        try body(
          reject(
            .tooLarge, "a line of more than \(limits.recordBytes) bytes is passed over",
            offset: offset))
        skipLine()
      }
    }
  }

  /// One record per element of a JSON array.
  func elements(_ body: Body) rethrows {
    buffer.skip(
      buffer.distance(to: UInt8(ascii: "["), limit: FileKind.headLength).map { $0 + 1 } ?? 0)
    var count = 0
    while true {
      let offset = buffer.offset
      var scan = ElementScan()
      var end = scan.end(in: buffer)
      while end == nil, buffer.available <= limits.recordBytes, buffer.fill() {
        end = scan.end(in: buffer)
      }
      guard let (length, terminator) = end else {
        if buffer.failure?.isLoss == true { return }
        let isLong = buffer.available > limits.recordBytes
        return try body(
          reject(
            isLong ? .tooLarge : .truncated,
            isLong
              ? "an element of more than \(limits.recordBytes) bytes ends the reading"
              : "the list stops within or after this element", offset: offset))
      }
      let element = buffer.copy(0..<length)
      buffer.skip(length + 1)
      let space = element.prefix { $0.isSpace }.count
      try emit(element, .jsonObject, at: offset + space, body)
      if element.contains(where: { !$0.isSpace }) { count += 1 }
      if terminator == UInt8(ascii: "]") { break }
    }
    if count == 0 { try body(reject(.empty, "the list holds no articles")) }
    buffer.prepare(limits.recordBytes)
    let rest = buffer.copy(0..<buffer.available)
    if !rest.allSatisfy(\.isSpace) {
      try body(reject(.corrupt, "text behind the list", offset: buffer.offset))
    }
  }

  /// One record per row below the header.
  func rows(_ dialect: TableDialect, head: [UInt8], _ body: Body) rethrows {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { buffer.skip(3) }
    let charset = TextDecoder.decode(head).encoding.name
    var header: TableHeader?
    while let (offset, row) = try nextRow(dialect, body) {
      if row.allSatisfy(\.isSpace) { continue }
      guard let header else {
        let text = TextDecoder.decode(row, charset: charset).utf8
        let found = TableHeader(dialect.cells(of: text), dialect: dialect)
        guard found.namesArticles(fields) else {
          let names = found.names.prefix(8).joined(separator: ", ").singleLine
          return try body(
            reject(
              .unknownFormat, "no column holds a title or a text; the columns are \(names)"))
        }
        header = found
        continue
      }
      try emit(row, .row(header), charset: charset, at: offset, body)
    }
  }

  /// The next row, which a line break within quotes does not end.
  private func nextRow(
    _ dialect: TableDialect, _ body: Body
  ) rethrows -> (offset: Int, row: [UInt8])? {
    let offset = buffer.offset
    var scan = RowScan(separator: dialect.separator)
    while true {
      if let length = scan.end(in: buffer) {
        let row = buffer.copy(0..<length)
        buffer.skip(length + 1)
        return (offset, row)
      }
      if buffer.available > limits.recordBytes {
        try body(
          reject(
            .tooLarge, "a row of more than \(limits.recordBytes) bytes: is a quote left open?",
            offset: offset))
        skipLine()
        return (buffer.offset, [])
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

  /// Says what failed and goes on behind it, if the source can.
  private func goOn(behindFailureAt offset: Int, _ body: Body) rethrows -> Bool {
    guard buffer.failure?.resumes == true, let failure = buffer.takeFailure() else { return false }
    try body(.failure(failure.reject(Source(path: path, offset: offset))))
    buffer.skip(buffer.available)
    return true
  }

  private func emit(
    _ bytes: [UInt8], _ format: RecordFormat, charset: String? = nil, at offset: Int, _ body: Body
  ) rethrows {
    guard !bytes.allSatisfy(\.isSpace) else { return }
    try body(
      .success(
        Record(
          source: Source(path: path, offset: offset), bytes: bytes, format: format,
          charset: charset, consumed: buffer.consumed)))
  }

  /// Passes over what is left of a line, without keeping it.
  private func skipLine() {
    while true {
      if let length = buffer.distance(to: 0x0A, limit: 0) { return buffer.skip(length + 1) }
      buffer.skip(buffer.available)
      if buffer.hasEnded { return }
    }
  }

  func reject(
    _ reason: Reject.Reason, _ detail: String, offset: Int? = nil
  ) -> Result<Record, Reject> {
    .failure(Reject(Source(path: path, offset: offset), reason: reason, detail: detail))
  }
}
