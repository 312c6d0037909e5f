internal import CTextBlock

/// What each of 64 bytes of text is, as bits: that of the first byte is the lowest.
struct TextBlock {
  static let size = 64

  private let bits: parlance_text_block

  /// ASCII letters and digits.
  var words: UInt64 { bits.words }
  /// What may stand inside a word or join it to the next.
  var infixes: UInt64 { bits.infixes }
  var beyondASCII: UInt64 { bits.beyondASCII }
  /// How many of the bytes begin a Unicode scalar: those that are no continuation bytes.
  var scalarCount: Int { Self.size - bits.continuations.nonzeroBitCount }

  /// `nil` where fewer than 64 bytes stand between `index` and `end`.
  @inline(__always)
  init?(at index: Int, before end: Int, in text: Span<UInt8>) {
    guard index &+ Self.size <= end else { return nil }
    bits = parlance_text_block_of(
      text.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: SIMD64<UInt8>.self))
  }
}
