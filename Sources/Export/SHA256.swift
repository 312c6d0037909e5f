import CSHA256

/// SHA-256 (FIPS 180-4), fed in pieces: names the inputs and outputs of a run in its manifest.
public struct SHA256: Sendable {
  private var state: SIMD8<UInt32> = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
    0x5be0_cd19,
  ]
  /// What does not fill a block of 64 bytes yet.
  private var rest: [UInt8] = []
  private var length: UInt64 = 0

  /// Whether the processor does the rounds itself, many times faster.
  private let isInProcessor: Bool

  public init() { isInProcessor = parlance_sha256_is_supported() }

  /// On any processor.
  init(inSteps: Void) { isInProcessor = false }

  /// The hash of `bytes` in lower-case hexadecimal.
  public static func hex(of bytes: some Sequence<UInt8>) -> String {
    var hash = SHA256()
    hash.update(Array(bytes).span)
    return hash.finalize()
  }

  public mutating func update(_ bytes: Span<UInt8>) {
    length &+= UInt64(bytes.count)
    var start = 0
    if !rest.isEmpty {
      start = min(64 - rest.count, bytes.count)
      for index in 0..<start { rest.append(bytes[index]) }
      guard rest.count == 64 else { return }
      let block = rest
      compress(block.span)
      rest.removeAll(keepingCapacity: true)
    }
    let whole = (bytes.count - start) / 64 * 64
    compress(bytes.extracting(start..<start + whole))
    for index in start + whole..<bytes.count { rest.append(bytes[index]) }
  }

  public consuming func finalize() -> String {
    let bits = length &* 8
    var padding: [UInt8] = [0x80]
    padding += Array(repeating: 0, count: (119 - rest.count) % 64)
    padding += (0..<8).reversed().map { UInt8(truncatingIfNeeded: bits >> ($0 * 8)) }
    update(padding.span)
    let hex = Array("0123456789abcdef".utf8)
    let bytes = (0..<8).flatMap { word in
      (0..<8).reversed().map { hex[Int(state[word] >> ($0 * 4)) & 15] }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Takes in whole blocks.
  private mutating func compress(_ blocks: Span<UInt8>) {
    guard isInProcessor else { return compressInSteps(blocks) }
    Self.constants.withUnsafeBufferPointer { constants in
      blocks.withUnsafeBufferPointer { blocks in
        withUnsafeMutableBytes(of: &state) { state in
          parlance_sha256_compress(
            state.assumingMemoryBound(to: UInt32.self).baseAddress, blocks.baseAddress,
            blocks.count / 64, constants.baseAddress)
        }
      }
    }
  }

  private mutating func compressInSteps(_ blocks: Span<UInt8>) {
    let constants = Self.constants.span
    var words = InlineArray<16, UInt32>(repeating: 0)
    var start = 0
    while start < blocks.count {
      var (a, b, c, d) = (state[0], state[1], state[2], state[3])
      var (e, f, g, h) = (state[4], state[5], state[6], state[7])
      var index = 0
      while index < 64 {
        @inline(__always) func next() -> UInt32 {
          if index < 16 {
            words[index] = Self.word(at: start &+ index &* 4, in: blocks)
          } else {
            Self.extend(&words, at: index)
          }
          defer { index &+= 1 }
          return constants[index] &+ words[index & 15]
        }
        // The variables change places eight times, and then stand where they stood.
        Self.round(a, b, c, &d, e, f, g, &h, next())
        Self.round(h, a, b, &c, d, e, f, &g, next())
        Self.round(g, h, a, &b, c, d, e, &f, next())
        Self.round(f, g, h, &a, b, c, d, &e, next())
        Self.round(e, f, g, &h, a, b, c, &d, next())
        Self.round(d, e, f, &g, h, a, b, &c, next())
        Self.round(c, d, e, &f, g, h, a, &b, next())
        Self.round(b, c, d, &e, f, g, h, &a, next())
      }
      state &+= [a, b, c, d, e, f, g, h]
      start &+= 64
    }
  }

  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32,
    _ g: UInt32, _ h: inout UInt32, _ word: UInt32
  ) {
    let s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    let t1 = h &+ s1 &+ (g ^ (e & (f ^ g))) &+ word
    let s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    d &+= t1
    h = t1 &+ s0 &+ ((a & b) | (c & (a | b)))
  }

  /// Puts the next word of the message schedule in the place of the one of 16 rounds before.
  @inline(__always)
  private static func extend(_ words: inout InlineArray<16, UInt32>, at index: Int) {
    let x = words[(index &+ 1) & 15]
    let y = words[(index &+ 14) & 15]
    let s0 = rotate(x, 7) ^ rotate(x, 18) ^ (x &>> 3)
    let s1 = rotate(y, 17) ^ rotate(y, 19) ^ (y &>> 10)
    words[index & 15] &+= s0 &+ words[(index &+ 9) & 15] &+ s1
  }

  @inline(__always)
  private static func word(at index: Int, in bytes: Span<UInt8>) -> UInt32 {
    UInt32(bytes[index]) << 24 | UInt32(bytes[index &+ 1]) << 16
      | UInt32(bytes[index &+ 2]) << 8 | UInt32(bytes[index &+ 3])
  }

  @inline(__always)
  private static func rotate(_ word: UInt32, _ by: UInt32) -> UInt32 {
    word &>> by | word &<< (32 &- by)
  }

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7,
    0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc,
    0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351,
    0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e,
    0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585,
    0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f,
    0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}
