internal import Bytes

/// The words of a block, and the runs of words that templates are told by.
struct TemplateWords {
  /// A hash of each word.
  var hashes: [UInt32]

  /// Words in a run: long enough that an outlet's articles share it by no accident.
  static let runLength = 12

  init(hashes: [UInt32]) { self.hashes = hashes }

  init(_ tokens: [Token]) {
    hashes = tokens.map { UInt32(truncatingIfNeeded: Self.mix($0.key) >> 32) }
  }

  /// The block as a whole; never the same as the run of its words.
  var whole: UInt64 { hashes.reduce(0x5851_F42D_4C95_7F2D) { Self.mix($0 ^ UInt64($1)) } }

  /// Calls `body` with the hash of each run of `runLength` words, in order.
  func forEachRun(_ body: (UInt64) -> Void) {
    guard hashes.count >= Self.runLength else { return }
    for start in 0...hashes.count - Self.runLength {
      body(
        hashes[start..<start + Self.runLength].reduce(0) { Self.mix($0 ^ UInt64($1)) })
    }
  }

  /// Spreads a value over 64 bits; the steps are those of MurmurHash3's finalizer.
  static func mix(_ value: UInt64) -> UInt64 {
    var value = value &+ 0x9E37_79B9_7F4A_7C15
    value = (value ^ (value >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    value = (value ^ (value >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return value ^ (value >> 33)
  }
}
