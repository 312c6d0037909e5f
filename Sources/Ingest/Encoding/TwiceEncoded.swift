internal import Bytes

/// UTF-8 that was read as ISO-8859-1 and written as UTF-8 again, as crawlers do with pages whose
/// server names no encoding: of `’` are left `â` and two control characters.
///
/// The control characters tell it (U+0080 to U+009F): no text has them behind an accented letter.
enum TwiceEncoded {
  /// The text with its characters restored; `nil` if none was encoded twice.
  ///
  /// - Parameter text: valid UTF-8.
  static func mended(_ text: [UInt8]) -> [UInt8]? {
    let bytes = text.span
    guard isTold(bytes) else { return nil }
    var mended: [UInt8] = []
    mended.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let character = character(at: index, in: bytes)
      if character.isEmpty {
        mended.append(bytes[index])
        index += 1
      } else {
        mended += character
        index += 2 * character.count
      }
    }
    return mended
  }

  /// A character encoded twice fills four bytes or more, so every fourth is enough to see one.
  private static func isTold(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      if index + 12 < bytes.count,
        bytes[index] | bytes[index + 4] | bytes[index + 8] | bytes[index + 12] < 0x80
      {
        index += 16
        continue
      }
      if bytes[index] >= 0x80 {
        for start in max(0, index - 3)...index
        where character(at: start, in: bytes).dropFirst().contains(where: { $0 < 0xA0 }) {
          return true
        }
      }
      index += 4
    }
    return false
  }

  /// The bytes of the character that was encoded twice at `index`; empty if there is none.
  private static func character(at index: Int, in bytes: Span<UInt8>) -> [UInt8] {
    guard bytes[index] == 0xC3, let first = onceEncoded(at: index, in: bytes), first >= 0xC2 else {
      return []
    }
    var character = [first]
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    while character.count < length {
      guard let next = onceEncoded(at: index + 2 * character.count, in: bytes) else { return [] }
      character.append(next)
    }
    return DecodedScalar(at: 0, in: character.span).length == length ? character : []
  }

  /// The byte beyond ASCII that the two bytes at `index` stand for as a character of ISO-8859-1.
  private static func onceEncoded(at index: Int, in bytes: Span<UInt8>) -> UInt8? {
    guard index + 1 < bytes.count else { return nil }
    switch bytes[index] {
    case 0xC2: return bytes[index + 1]
    case 0xC3: return bytes[index + 1] + 0x40
    default: return nil
    }
  }
}
