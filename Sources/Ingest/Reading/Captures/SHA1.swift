/// SHA-1 (FIPS 180-4), which WARC files carry against damage; it guards nothing else here.
enum SHA1 {
  static func hash(of bytes: [UInt8]) -> [UInt8] {
    var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
    var words = [UInt32](repeating: 0, count: 80)
    let whole = bytes.count / 64
    for block in 0..<whole { add(bytes.span, at: block * 64, &words, &state) }
    // The rest, a one bit, zeros, and the length in bits.
    var rest = Array(bytes[(whole * 64)...]) + [0x80]
    while rest.count % 64 != 56 { rest.append(0) }
    let length = UInt64(bytes.count) * 8
    rest += (0..<8).map { UInt8(truncatingIfNeeded: length >> UInt64(56 - $0 * 8)) }
    for block in 0..<rest.count / 64 { add(rest.span, at: block * 64, &words, &state) }
    return state.flatMap { word in
      (0..<4).map { UInt8(truncatingIfNeeded: word >> UInt32(24 - $0 * 8)) }
    }
  }

  private static func add(
    _ bytes: Span<UInt8>, at start: Int, _ words: inout [UInt32], _ state: inout [UInt32]
  ) {
    var words = words.mutableSpan
    for index in 0..<16 {
      let place = start + index * 4
      words[index] =
        UInt32(bytes[place]) << 24 | UInt32(bytes[place + 1]) << 16
        | UInt32(bytes[place + 2]) << 8 | UInt32(bytes[place + 3])
    }
    for index in 16..<80 {
      words[index] = rotated(
        words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16], 1)
    }
    var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
    for index in 0..<80 {
      let (mix, constant): (UInt32, UInt32) =
        switch index {
        case ..<20: (b & c | ~b & d, 0x5A82_7999)
        case ..<40: (b ^ c ^ d, 0x6ED9_EBA1)
        case ..<60: (b & c | b & d | c & d, 0x8F1B_BCDC)
        default: (b ^ c ^ d, 0xCA62_C1D6)
        }
      (a, b, c, d, e) = (
        rotated(a, 5) &+ mix &+ e &+ constant &+ words[index], a, rotated(b, 30), c, d
      )
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
  }

  private static func rotated(_ word: UInt32, _ bits: UInt32) -> UInt32 {
    word << bits | word >> (32 - bits)
  }
}
