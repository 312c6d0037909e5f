/// One scalar read from UTF-8 bytes.
public struct DecodedScalar: Sendable, Hashable {
  public var value: UInt32
  /// Bytes read, 1…4.
  public var length: Int

  @inlinable
  public init(value: UInt32, length: Int) {
    self.value = value
    self.length = length
  }

  /// Decodes the scalar at `index`, which must lie in `text`. Bytes that are no UTF-8 read as
  /// U+FFFD, one byte at a time.
  @inlinable
  public init(at index: Int, in text: Span<UInt8>) {
    let first = text[index]
    let available = text.count - index
    @inline(__always) func tail(_ offset: Int) -> UInt32? {
      guard offset < available else { return nil }
      let byte = text[index + offset]
      return byte & 0xC0 == 0x80 ? UInt32(byte & 0x3F) : nil
    }
    switch first {
    case 0..<0x80:
      self.init(value: UInt32(first), length: 1)
      return
    case 0xC2..<0xE0:
      if let a = tail(1) {
        self.init(value: UInt32(first & 0x1F) << 6 | a, length: 2)
        return
      }
    case 0xE0..<0xF0:
      if let a = tail(1), let b = tail(2) {
        let value = UInt32(first & 0x0F) << 12 | a << 6 | b
        if value >= 0x800, !(0xD800...0xDFFF).contains(value) {
          self.init(value: value, length: 3)
          return
        }
      }
    case 0xF0..<0xF5:
      if let a = tail(1), let b = tail(2), let c = tail(3) {
        let value = UInt32(first & 0x07) << 18 | a << 12 | b << 6 | c
        if (0x10000...0x10FFFF).contains(value) {
          self.init(value: value, length: 4)
          return
        }
      }
    default: break
    }
    self.init(value: 0xFFFD, length: 1)
  }
}

/// The number of Unicode scalars in `text[range]`: the bytes that are no continuation bytes.
public func countScalars(in text: Span<UInt8>, _ range: Range<Int>) -> Int {
  var count = 0
  var index = range.lowerBound
  while let block = TextBlock(at: index, before: range.upperBound, in: text) {
    count += block.scalarCount
    index += TextBlock.size
  }
  while let eight = EightBytes(at: index, before: range.upperBound, in: text) {
    count += eight.scalarCount
    index += 8
  }
  while index < range.upperBound {
    if text[index] & 0xC0 != 0x80 { count += 1 }
    index += 1
  }
  return count
}

/// Whether no byte of `text` lies beyond ASCII.
@inlinable
public func isASCII(_ text: Span<UInt8>) -> Bool {
  endOfASCII(from: 0, in: text) == text.count
}

/// Where the run of ASCII that begins at `start` ends.
@inlinable
public func endOfASCII(from start: Int, in text: Span<UInt8>) -> Int {
  var index = start
  while let eight = EightBytes(at: index, before: text.count, in: text), eight.isASCII {
    index += 8
  }
  while index < text.count, text[index] < 0x80 { index += 1 }
  return index
}
