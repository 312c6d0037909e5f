/// The key of a word, built byte by byte: the word itself up to eight bytes, a hash beyond.
///
/// Most words of most languages fit, so that comparing keys compares words.
@usableFromInline struct WordKey {
  @usableFromInline var value: UInt64 = 0
  @usableFromInline var length: UInt64 = 0

  @inlinable init() {}

  @inlinable mutating func append(_ byte: UInt8) {
    if length < 8 {
      value |= UInt64(byte) << (length &* 8)
    } else {
      // FNV-1a, seeded with the first eight bytes.
      value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    length &+= 1
  }

  /// Appends the first `count` bytes of `bytes`.
  @inlinable mutating func append(_ bytes: EightBytes, _ count: Int) {
    var rest = bytes.value
    if length == 0 {
      value = count == 8 ? rest : rest & ((1 << UInt64(8 &* count)) &- 1)
      length = UInt64(count)
      return
    }
    for _ in 0..<count {
      append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }
}
