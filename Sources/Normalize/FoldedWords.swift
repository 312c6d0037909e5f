import Bytes

/// Hashes of a text's words with case and apostrophes folded: what two copies of an article have
/// in common however they were typeset.
///
/// Case is folded in ASCII, Latin-1, Greek and Cyrillic by arithmetic on scalars; other scripts
/// with case keep it, which only makes the comparison stricter.
enum FoldedWords {
  /// One hash for each token of `text`.
  static func of(_ tokens: [Token], in text: Span<UInt8>) -> [UInt64] {
    var words: [UInt64] = []
    words.reserveCapacity(tokens.count)
    for token in tokens {
      words.append(hash(text, Int(token.start)..<Int(token.end)))
    }
    return words
  }

  static func hash(ofWord word: String) -> UInt64 {
    let bytes = Array(word.utf8)
    return hash(bytes.span, 0..<bytes.count)
  }

  private static func hash(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash = FNV1a()
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if byte < 0x80 {
        hash.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        index += 1
      } else {
        let scalar = DecodedScalar(at: index, in: text)
        append(folded(scalar.value), to: &hash)
        index += scalar.length
      }
    }
    return hash.value
  }

  private static func append(_ scalar: UInt32, to hash: inout FNV1a) {
    hash.append(UInt8(truncatingIfNeeded: scalar))
    if scalar >= 0x80 {
      hash.append(UInt8(truncatingIfNeeded: scalar >> 8))
      hash.append(UInt8(truncatingIfNeeded: scalar >> 16))
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
