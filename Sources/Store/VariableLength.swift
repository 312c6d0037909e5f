/// Integers in as many bytes as they need (LEB128), for compact columns.
struct VariableLengthWriter {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ value: Int) {
    var rest = UInt64(bitPattern: Int64(value))
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func append(bytes more: ArraySlice<UInt8>) { bytes += more }
}

struct VariableLengthReader {
  private let bytes: ArraySlice<UInt8>
  private var index: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  var isAtEnd: Bool { index == bytes.endIndex }

  /// The next integer, or `nil` at the end or when the bytes are damaged.
  mutating func next() -> Int? {
    var place = index - bytes.startIndex
    defer { index = bytes.startIndex + place }
    return Self.next(in: bytes.span, at: &place)
  }

  /// The integer at `index`, which moves behind it.
  static func next(in bytes: Span<UInt8>, at index: inout Int) -> Int? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while index < bytes.count, shift < 64 {
      let byte = bytes[index]
      index += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(truncatingIfNeeded: Int64(bitPattern: value)) }
      shift += 7
    }
    return nil
  }

  /// The next `count` bytes, or `nil` where there are fewer.
  mutating func next(bytes count: Int) -> ArraySlice<UInt8>? {
    guard (0...bytes.endIndex - index).contains(count) else { return nil }
    index += count
    return bytes[index - count..<index]
  }
}
