import Bytes

/// The numbers, words and marks of a text, as far as dates need them.
struct DateTokens {
  struct Token {
    var kind: Kind
    var start: Int
    var end: Int
    /// White space stands before it.
    var spaced: Bool
  }

  enum Kind: Equatable {
    case number(Int, digits: Int)
    /// 1…12.
    case month(Int)
    /// 年, 月, 日 and their Korean counterparts.
    case yearSign, monthSign, daySign
    case word
    case mark(UInt8)
  }

  private(set) var tokens: [Token] = []

  init(_ text: ArraySlice<UInt8>) {
    let bytes = Array(text)
    var index = 0
    var spaced = false
    while index < bytes.count {
      let start = index
      let byte = bytes[index]
      var kind = Kind.word
      if byte <= 0x20 {
        index += 1
        spaced = true
        continue
      } else if let length = Self.spaceLength(at: index, in: bytes) {
        index += length
        spaced = true
        continue
      } else if let digit = Self.digit(at: index, in: bytes) {
        var value = digit.value
        var digits = 1
        index += digit.length
        while let next = Self.digit(at: index, in: bytes) {
          value = digits < 15 ? value * 10 + next.value : value
          digits += 1
          index += next.length
        }
        kind = .number(value, digits: digits)
      } else if let sign = Self.sign(at: index, in: bytes) {
        kind = sign
        index += 3
      } else if Self.isLetter(byte) {
        while index < bytes.count, Self.isLetter(bytes[index]),
          index == start
            || Self.sign(at: index, in: bytes) == nil
              && Self.spaceLength(at: index, in: bytes) == nil
        { index += 1 }
        kind = MonthNames.month(of: bytes[start..<index]).map(Kind.month) ?? .word
      } else {
        kind = .mark(byte)
        index += 1
      }
      tokens.append(Token(kind: kind, start: start, end: index, spaced: spaced))
      spaced = false
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte >= 0x80
  }

  /// The length of a no-break, typographic or ideographic space.
  private static func spaceLength(at index: Int, in bytes: [UInt8]) -> Int? {
    guard bytes[index] >= 0xC2, index + 1 < bytes.count else { return nil }
    switch (bytes[index], bytes[index + 1]) {
    case (0xC2, 0xA0): return 2
    case (0xE2, 0x80) where index + 2 < bytes.count:
      return (0x80...0x8B).contains(bytes[index + 2]) || bytes[index + 2] == 0xAF ? 3 : nil
    case (0xE3, 0x80) where index + 2 < bytes.count: return bytes[index + 2] == 0x80 ? 3 : nil
    default: return nil
    }
  }

  /// An ASCII or full-width digit.
  private static func digit(at index: Int, in bytes: [UInt8]) -> (value: Int, length: Int)? {
    guard index < bytes.count else { return nil }
    let byte = bytes[index]
    if byte >= 0x30, byte <= 0x39 { return (Int(byte - 0x30), 1) }
    guard byte == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBC,
      (0x90...0x99).contains(bytes[index + 2])
    else { return nil }
    return (Int(bytes[index + 2] - 0x90), 3)
  }

  private static func sign(at index: Int, in bytes: [UInt8]) -> Kind? {
    guard index + 2 < bytes.count, bytes[index] >= 0xE5 else { return nil }
    switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
    case (0xE5, 0xB9, 0xB4), (0xEB, 0x85, 0x84): return .yearSign  // 年 년
    case (0xE6, 0x9C, 0x88), (0xEC, 0x9B, 0x94): return .monthSign  // 月 월
    case (0xE6, 0x97, 0xA5), (0xE5, 0x8F, 0xB7), (0xEC, 0x9D, 0xBC): return .daySign  // 日 号 일
    default: return nil
    }
  }
}
