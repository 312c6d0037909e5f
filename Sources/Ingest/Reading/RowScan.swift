/// Finds where a row of a table ends (RFC 4180): at a line feed outside quotes. A quote opens only
/// at the start of a cell, so that one within an unquoted cell does no harm.
struct RowScan {
  private let separator: UInt8
  private var position = 0
  private(set) var isQuoted: Bool
  private var isCellStart: Bool

  /// - Parameters:
  ///   - isQuoted: the scan begins within quotes.
  ///   - isCellStart: a quote that the scan begins with opens a cell.
  init(separator: UInt8, isQuoted: Bool = false, isCellStart: Bool = true) {
    self.separator = separator
    self.isQuoted = isQuoted
    self.isCellStart = isCellStart
  }

  /// The length of the row, or nil when the buffer holds no end yet: fill it and ask again.
  mutating func end(in buffer: StreamBuffer) -> Int? {
    let bytes = buffer.bytes
    return end(in: bytes.span, from: buffer.start)
  }

  /// The length of the row that begins at `start`.
  mutating func end(in bytes: Span<UInt8>, from start: Int) -> Int? {
    var index = start + position
    while index < bytes.count {
      let byte = bytes[index]
      if isQuoted {
        // A doubled quote closes and opens again: the same in the end.
        if byte == UInt8(ascii: "\"") { isQuoted = false }
        isCellStart = byte == UInt8(ascii: "\"")
      } else if byte == 0x0A {
        return index - start
      } else if byte == UInt8(ascii: "\"") {
        isQuoted = isCellStart
        isCellStart = false
      } else {
        isCellStart = byte == separator
      }
      index += 1
    }
    position = index - start
    return nil
  }
}
