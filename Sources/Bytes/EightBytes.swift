/// Eight bytes of text in one register, the first in the lowest bits.
@usableFromInline struct EightBytes {
  @usableFromInline let value: UInt64

  /// `nil` where fewer than eight bytes stand between `index` and `end`.
  @inlinable init?(at index: Int, before end: Int, in text: Span<UInt8>) {
    guard index &+ 8 <= end else { return nil }
    value = UInt64(
      littleEndian: text.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// The eight bytes from `index` on, all of which `text` must hold.
  @inline(__always) init(at index: Int, in text: RawSpan) {
    value = UInt64(
      littleEndian: text.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// The bytes from `start` on, at most eight, that stand before `end`, and zeros.
  @inline(never) init(upToEight start: Int, _ end: Int, of text: Span<UInt8>) {
    var bytes: UInt64 = 0
    var index = min(end, start + 8)
    while index > start {
      index -= 1
      bytes = bytes << 8 | UInt64(text[index])
    }
    value = bytes
  }

  /// The first `count` bytes, and zeros.
  @inline(__always) func prefix(_ count: Int) -> UInt64 {
    // In two steps, for no shift takes all 64 bits out.
    let half = 4 &* UInt64(truncatingIfNeeded: min(max(count, 0), 8))
    return value & ~((UInt64.max &<< half) &<< half)
  }

  /// How many of the bytes, from the first on, are ASCII letters or digits.
  @inlinable var wordLength: Int {
    // Each sum sets the high bit of a byte that reaches a bound; no sum carries into the next.
    let low = value & ~Self.highBits
    let letter = low | 0x2020_2020_2020_2020
    let isDigit = (low &+ 0x5050_5050_5050_5050) & ~(low &+ 0x4646_4646_4646_4646)
    let isLetter = (letter &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(letter &+ 0x0505_0505_0505_0505)
    let isWord = (isDigit | isLetter) & ~value & Self.highBits
    return (isWord ^ Self.highBits).trailingZeroBitCount / 8
  }

  /// How many of the bytes begin a Unicode scalar: those that are no continuation bytes.
  @inlinable var scalarCount: Int {
    let isContinuation = (value & ~(value << 1) & Self.highBits) >> 7
    // The product adds up the eight bytes in the highest.
    return 8 - Int(truncatingIfNeeded: (isContinuation &* 0x0101_0101_0101_0101) >> 56)
  }

  @inlinable var isASCII: Bool { value & Self.highBits == 0 }

  @usableFromInline static var highBits: UInt64 { 0x8080_8080_8080_8080 }
}
