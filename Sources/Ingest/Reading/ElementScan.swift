/// Finds where an element of a JSON array ends: at the comma or bracket that no string and no
/// nested value holds.
struct ElementScan {
  private var position = 0
  private var depth = 0
  private var isInString = false
  private var isEscaped = false

  /// The length of the element at the buffer's start and the byte that ends it, or nil when the
  /// buffer holds no end yet: fill it and ask again.
  mutating func end(in buffer: StreamBuffer) -> (length: Int, terminator: UInt8)? {
    let bytes = buffer.bytes
    return end(in: bytes.span, from: buffer.start)
  }

  /// Goes on with what is read from here: what the buffer holds is passed over.
  mutating func restart() { position = 0 }

  private mutating func end(in bytes: Span<UInt8>, from start: Int) -> (Int, UInt8)? {
    var index = start + position
    while index < bytes.count {
      let byte = bytes[index]
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
      } else {
        switch byte {
        case UInt8(ascii: "\""): isInString = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"): depth -= 1
        case UInt8(ascii: "]"):
          if depth <= 0 { return (index - start, byte) }
          depth -= 1
        case UInt8(ascii: ","):
          if depth <= 0 { return (index - start, byte) }
        default: break
        }
      }
      index += 1
    }
    position = index - start
    return nil
  }
}
