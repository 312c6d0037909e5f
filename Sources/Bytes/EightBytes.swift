/// Eight bytes of text in one register, the first in the lowest bits.
@usableFromInline struct EightBytes {
  @usableFromInline let value: UInt64

  /// `nil` where fewer than eight bytes stand between `index` and `end`.
  @inlinable init?(at index: Int, before end: Int, in text: Span<UInt8>) {
    guard index &+ 8 <= end else { return nil }
    value = UInt64(
      littleEndian: text.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// How many of the bytes, from the first on, are ASCII letters or digits.
  @inlinable var wordLength: Int {
    // Each sum sets the high bit of a byte that reaches a bound; no sum carries into the next.
    let low = value & 0x7F7F_7F7F_7F7F_7F7F
    let letter = low | 0x2020_2020_2020_2020
    let isDigit = (low &+ 0x5050_5050_5050_5050) & ~(low &+ 0x4646_4646_4646_4646)
    let isLetter = (letter &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(letter &+ 0x0505_0505_0505_0505)
    let isWord = (isDigit | isLetter) & ~value & Self.highBits
    return (isWord ^ Self.highBits).trailingZeroBitCount / 8
  }

  /// How many of the bytes begin a Unicode scalar: those that are no continuation bytes.
  @inlinable var scalarCount: Int {
    let isContinuation = value & ~(value << 1) & Self.highBits
    return 8 - isContinuation.nonzeroBitCount
  }

  @inlinable var isASCII: Bool { value & Self.highBits == 0 }

  @usableFromInline static var highBits: UInt64 { 0x8080_8080_8080_8080 }
}
