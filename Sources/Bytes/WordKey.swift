/// The bytes of a word in two numbers: the word itself up to twelve bytes, a hash beyond.
///
/// Most words of most languages fit, so that comparing these compares words.
struct WordKey {
  /// A word of up to eight bytes; a longer one is hashed.
  private(set) var value: UInt64
  /// The bytes 9 to 12.
  let tail: UInt32

  @inline(__always)
  init(_ start: Int, _ end: Int, of text: Span<UInt8>) {
    let length = end &- start
    let first: UInt64
    let second: UInt64
    if start &+ 16 <= text.count {
      let bytes = text.bytes
      first = EightBytes(at: start, in: bytes).prefix(length)
      second = EightBytes(at: start &+ 8, in: bytes).prefix(length &- 8)
    } else {
      first = EightBytes(upToEight: start, end, of: text).value
      second = EightBytes(upToEight: start &+ 8, end, of: text).value
    }
    // Whoever knows the tail of a word of up to twelve bytes can undo this.
    value = first ^ second &* Self.factor
    tail = UInt32(truncatingIfNeeded: second)
    if length > 16 { append(start &+ 16, end, of: text) }
  }

  @inline(never)
  private mutating func append(_ start: Int, _ end: Int, of text: Span<UInt8>) {
    var index = start
    while index < end {
      let next = EightBytes(upToEight: index, end, of: text).value
      value = (value ^ value &>> 32 ^ next) &* Self.factor
      index += 8
    }
  }

  /// 2^64 divided by the golden ratio.
  private static var factor: UInt64 { 0x9E37_79B9_7F4A_7C15 }
}
