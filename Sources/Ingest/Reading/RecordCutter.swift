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
      let end = buffer.distance(to: 0x0A, limit: limits.recordBytes)
      if end ?? buffer.available > limits.recordBytes {
        try body(
          reject(
            .tooLarge, "a line of more than \(limits.recordBytes) bytes is passed over",
            offset: offset))
        skipLine()
      } else if let end {
        let line = buffer.copy(0..<end)
        buffer.skip(end + 1)
        try emit(line, .jsonObject, at: offset, body)
      } else {
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
      var isLong = false
      var end = scan.end(in: buffer)
      while end == nil {
        if buffer.available > limits.recordBytes {
          isLong = true
          buffer.skip(buffer.available)
          scan.restart()
        }
        guard buffer.fill() else { break }
        end = scan.end(in: buffer)
      }
      guard let (length, terminator) = end else {
        if buffer.failure?.isLoss == true { return }
        return try body(
          reject(.truncated, "the list stops within or after this element", offset: offset))
      }
      if isLong || length > limits.recordBytes {
        try body(
          reject(
            .tooLarge, "an element of more than \(limits.recordBytes) bytes is passed over",
            offset: offset))
        count += 1
      } else {
        let element = buffer.copy(0..<length)
        let space = element.prefix { $0.isSpace }.count
        try emit(element, .jsonObject, at: offset + space, body)
        if space < length { count += 1 }
      }
      buffer.skip(length + 1)
      if terminator == UInt8(ascii: "]") { break }
    }
    if count == 0 { try body(reject(.empty, "the list holds no articles")) }
    buffer.prepare(limits.recordBytes)
    let rest = buffer.copy(0..<buffer.available)
    if !rest.allSatisfy(\.isSpace) {
      try body(reject(.corrupt, "text behind the list", offset: buffer.offset))
    }
  }

  /// Says what failed and goes on behind it, if the source can.
  func goOn(behindFailureAt offset: Int, _ body: Body) rethrows -> Bool {
    guard buffer.failure?.resumes == true, let failure = buffer.takeFailure() else { return false }
    try body(.failure(failure.reject(Source(path: path, offset: offset), goesOn: true)))
    buffer.skip(buffer.available)
    return true
  }

  func emit(
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
    skipToLineEnd()
    buffer.skip(min(1, buffer.available))
  }

  func skipToLineEnd() {
    while true {
      if let length = buffer.distance(to: 0x0A, limit: 0) { return buffer.skip(length) }
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
