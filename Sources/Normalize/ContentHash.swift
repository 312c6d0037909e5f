import Bytes

/// What makes two documents exact copies: the words of title and body, in order, case folded.
enum ContentHash {
  /// `signs` is the text itself, for one that holds no word.
  static func of(
    title: [UInt64], body: [UInt64], signs: @autoclosure () -> [UInt8]
  ) -> UInt64 {
    if title.isEmpty, body.isEmpty {
      let signs = signs()
      return FNV1a.hash(signs.span, 0..<signs.count)
    }
    var hash: UInt64 = 0
    for word in title { hash = combine(hash, word) }
    // Where the title ends.
    hash = mix(hash)
    for word in body { hash = combine(hash, word) }
    return mix(hash)
  }

  /// The words are well mixed hashes already: a rotation keeps their order.
  @inline(__always)
  private static func combine(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    ((hash << 5 | hash >> 59) ^ word) &* 0x9E37_79B9_7F4A_7C15
  }

  /// Steele, Lea and Flood's SplitMix64 finalizer.
  @inline(__always)
  static func mix(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
