/// How a `CaptureCutter` finds where records begin and end.
extension CaptureCutter {
  func skipEmptyLines() {
    while let byte = buffer.byte(at: 0), byte == 0x0A || byte == 0x0D { buffer.skip(1) }
  }

  /// The length of the header at hand with the line that ends it; nil if it does not end, or not
  /// within the limit. A line with which no record begins is a header of its own.
  func headerLength() -> Int? {
    var lineStart = 0
    while lineStart <= CaptureFormat.longestHeader,
      let lineEnd = buffer.distance(
        to: 0x0A, from: lineStart, limit: CaptureFormat.longestHeader)
    {
      let line = buffer.copy(lineStart..<lineEnd)
      let isVersion = WARCHeader.isVersion(line[...])
      if lineStart == 0, format == .arc || !isVersion { return lineEnd + 1 }
      if line.isEmpty || line == [0x0D] { return lineEnd + 1 }
      // The next record begins before this one's header has ended.
      if lineStart > 0, isVersion { return lineStart }
      lineStart = lineEnd + 1
    }
    return nil
  }

  func header(_ length: Int) throws(CaptureHeaderError) -> CaptureHeader {
    let bytes = buffer.copy(0..<length)
    let header: CaptureHeader? =
      switch format {
      case .warc: WARCHeader.isVersion(bytes[...]) ? try WARCHeader.parse(bytes[...]) : nil
      case .arc: ARCHeader.parse(bytes[...])
      }
    guard let header else {
      throw CaptureHeaderError(detail: "no record begins here, as one should")
    }
    return header
  }

  /// Where the next record may begin behind one that ends at `end`: behind the empty lines that part
  /// them, or where a part of a packed file begins. Nil if something else follows: then the record's
  /// length is wrong.
  func nextStart(behind end: Int) -> Int? {
    var place = end
    var lines = 0
    while lines < 2, let byte = buffer.byte(at: place), byte == 0x0A || byte == 0x0D {
      if byte == 0x0A { lines += 1 }
      place += 1
    }
    if buffer.byte(at: place) == nil || buffer.part(at: place) != nil { return place }
    switch format {
    case .warc: return lines == 2 || begins(at: place) ? place : nil
    case .arc: return lines > 0 || begins(at: place) ? place : nil
    }
  }

  /// Whether a record begins at that distance.
  private func begins(at distance: Int) -> Bool {
    switch format {
    case .warc:
      buffer.prepare(distance + 16)
      return format.begins(with: buffer.copy(distance..<min(distance + 16, buffer.available))[...])
    case .arc:
      buffer.prepare(distance + 16)
      let head = buffer.copy(distance..<min(distance + 16, buffer.available))
      guard head.contains(UInt8(ascii: ":")) else { return false }
      let limit = distance + CaptureFormat.longestHeader
      guard let end = buffer.distance(to: 0x0A, from: distance, limit: limit) else { return false }
      return format.begins(with: buffer.copy(distance..<end)[...])
    }
  }

  /// The first line behind `from` and among the bytes before `limit` with which a record begins.
  func start(from: Int, before limit: Int) -> Int? {
    var from = from
    while let lineEnd = buffer.distance(to: 0x0A, from: from, limit: limit - 1), lineEnd < limit {
      from = lineEnd + 1
      if begins(at: from) { return from }
    }
    return nil
  }

  /// Moves on by `count` bytes and then to the next line with which a record begins, or to the end.
  func synchronise(behind count: Int) {
    buffer.skip(count)
    while buffer.available > 0 || buffer.fill() {
      if begins(at: 0) { return }
      if let lineEnd = buffer.distance(to: 0x0A, limit: 0) {
        buffer.skip(lineEnd + 1)
      } else {
        buffer.skip(buffer.available)
      }
    }
  }
}
