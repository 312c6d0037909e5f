import Bytes

/// Hashes of a text's words with case and apostrophes folded: what two copies of an article have
/// in common however they were typeset.
///
/// Case is folded in ASCII, Latin-1, Greek and Cyrillic by arithmetic on scalars; other scripts
/// with case keep it, which only makes the comparison stricter.
enum FoldedWords {
  /// One hash for each token of `text`.
  static func of(_ tokens: [Token], in text: Span<UInt8>) -> [UInt64] {
    tokens.map { ContentHash.mix(key(of: $0, in: text)) }
  }

  static func hash(ofWord word: String) -> UInt64 {
    let bytes = Array(word.utf8)
    var key = Key()
    append(bytes.span, 0..<bytes.count, to: &key)
    return ContentHash.mix(key.value)
  }

  private static func key(of token: Token, in text: Span<UInt8>) -> UInt64 {
    // The token's key is the word itself if it is short: eight letters folded at once.
    if token.end - token.start <= 8, token.key & 0x8080_8080_8080_8080 == 0 {
      return lowercased(token.key)
    }
    var key = Key()
    append(text, Int(token.start)..<Int(token.end), to: &key)
    return key.value
  }

  /// Eight ASCII bytes in lower case: a byte in A…Z gets bit 7 in `isCapital`, moved down to the
  /// bit that tells the cases apart.
  private static func lowercased(_ bytes: UInt64) -> UInt64 {
    let fromA = bytes &+ 0x3F3F_3F3F_3F3F_3F3F
    let beyondZ = bytes &+ 0x2525_2525_2525_2525
    let isCapital = fromA & ~beyondZ & 0x8080_8080_8080_8080
    return bytes | isCapital >> 2
  }

  /// As tokens' keys: the bytes themselves up to eight, a hash beyond.
  private struct Key {
    var value: UInt64 = 0
    var length = 0

    mutating func append(_ byte: UInt8) {
      if length < 8 {
        value |= UInt64(byte) << UInt64(8 * length)
      } else {
        value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
      }
      length += 1
    }
  }

  private static func append(_ text: Span<UInt8>, _ range: Range<Int>, to key: inout Key) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if byte < 0x80 {
        key.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        index += 1
      } else {
        let scalar = DecodedScalar(at: index, in: text)
        let folded = folded(scalar.value)
        key.append(UInt8(truncatingIfNeeded: folded))
        if folded >= 0x80 {
          key.append(UInt8(truncatingIfNeeded: folded >> 8))
          key.append(UInt8(truncatingIfNeeded: folded >> 16))
        }
        index += scalar.length
      }
    }
  }

  static func folded(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xD7: scalar
    case 0xC0...0xDE, 0x391...0x3A9, 0x410...0x42F: scalar + 0x20
    case 0x400...0x40F: scalar + 0x50
    case 0x02BC, 0x2019, 0xFF07: 0x27
    default: scalar
    }
  }
}
