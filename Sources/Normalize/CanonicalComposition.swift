import Foundation

/// Unicode Normalization Form C, which precomposed text already has: the slow road is taken only
/// where a scalar says that it may be needed.
enum CanonicalComposition {
  /// Whether the scalar is certain to stand unchanged in NFC text, whatever stands around it
  /// (quick check "yes" and combining class 0). Conservative: `false` means "look closer".
  static func isStable(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x300: true
    case 0x388...0x482, 0x48A...0x590: true
    case 0x5D0...0x5EA, 0x620...0x64A, 0x660...0x66F, 0x671...0x6D5, 0x6F0...0x6FF: true
    case 0x1E00...0x1EFF: true
    case 0x2002...0x20CF, 0x2150...0x2328, 0x232B...0x2ADB: true
    case 0x3001...0x3029, 0x3030...0x3098, 0x309B...0x9FFF: true
    case 0xAC00...0xD7A3, 0xFF00...0xFFFD, 0x1F000...0x1FAFF, 0x20000...0x2EBEF: true
    default: false
    }
  }

  /// Replaces `bytes[start...]` with its NFC.
  static func compose(_ bytes: inout [UInt8], from start: Int) {
    let composed = String(decoding: bytes[start...], as: UTF8.self)
      .precomposedStringWithCanonicalMapping
    bytes.removeSubrange(start...)
    bytes.append(contentsOf: composed.utf8)
  }
}
