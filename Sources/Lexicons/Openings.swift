import Bytes

/// The first two letters of the words that some atoms match: few atoms rule out most words by them.
struct Openings: Sendable {
  /// One bit for each pair of bytes.
  private var pairs = [UInt64](repeating: 0, count: 1 << 10)
  /// An atom begins with a wildcard.
  private var isOpen = false

  mutating func insert(_ key: [UInt8], isGlob: Bool) {
    guard let first = key.first, !isGlob || !key.prefix(2).contains(where: Glob.isWildcard) else {
      isOpen = true
      return
    }
    if key.count > 1 {
      insert(first, key[1])
    } else {
      for second in UInt8.min...UInt8.max { insert(first, second) }
    }
  }

  private mutating func insert(_ first: UInt8, _ second: UInt8) {
    let pair = Int(first) << 8 | Int(second)
    pairs[pair / 64] |= 1 << UInt64(pair % 64)
  }

  /// Whether an atom may match a word as it stands in a text. Only ASCII letters and digits tell:
  /// what else a word begins with may be folded away.
  func mayOpen(_ word: [UInt8]) -> Bool {
    guard !isOpen, word.count > 1, Self.isPlain(word[0]), Self.isPlain(word[1]) else { return true }
    // The bit makes capitals small, and leaves digits as they are.
    let pair = Int(word[0] | 0x20) << 8 | Int(word[1] | 0x20)
    return pairs[pair / 64] & (1 << UInt64(pair % 64)) != 0
  }

  private static func isPlain(_ byte: UInt8) -> Bool { byte.isASCIIDigit || byte.isASCIILetter }
}
