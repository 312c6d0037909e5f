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
    for word in title { hash = mix(hash &+ word) }
    hash = mix(hash ^ 0x7469_746C_6500_0000)
    for word in body { hash = mix(hash &+ word) }
    return hash
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
