extension UInt8 {
  @inlinable public var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
  @inlinable public var isASCIIDigit: Bool { self &- 0x30 < 10 }
  /// ASCII white space, line breaks included.
  @inlinable public var isSpace: Bool { self == 0x20 || self &- 0x09 < 5 }
  @inlinable public var isASCIIWord: Bool { isASCIILetter || isASCIIDigit }

  /// A byte that may stand inside a word: `'` `&` `.` `,`.
  @inlinable var isASCIIInfix: Bool { self == 0x27 || self == 0x26 || self == 0x2E || self == 0x2C }
}

/// What a Unicode scalar beyond ASCII means to the tokenizer.
public enum ScalarClass: UInt8, Sendable {
  /// Part of a word of an alphabetic script, or a mark on one.
  case word
  /// A digit outside ASCII, such as a full-width one.
  case digit
  /// Han, kana or Hangul: a token of its own, so that phrases match without word spaces.
  case ideograph
  /// A right single quotation mark or modifier apostrophe.
  case apostrophe
  /// A hyphen that joins words: U+2010, U+2011, the minus sign.
  case hyphen
  /// Joins without a trace: soft hyphen, zero-width joiners, variation selectors.
  case invisible
  case separator

  public static func of(_ scalar: UInt32) -> ScalarClass {
    switch scalar {
    case 0xAD, 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F, 0xFEFF: .invisible
    case 0xAA, 0xB5, 0xBA: .word
    case 0x80...0xBF, 0xD7, 0xF7: .separator
    case 0x02BC, 0x2019, 0xFF07: .apostrophe
    case 0x058A, 0x05BE, 0x2010, 0x2011, 0x2212, 0xFF0D: .hyphen
    case 0x2000...0x206F: .separator
    case 0x20A0...0x20FF: .separator
    case 0x2190...0x2BFF: .separator
    case 0x3005...0x3007: .ideograph
    case 0x3000...0x303F, 0x30FB: .separator
    case 0x1100...0x11FF, 0x2E80...0x2FDF, 0x3040...0x9FFF, 0xA960...0xA97F,
      0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFF66...0xFFDC, 0x1B000...0x1B16F,
      0x20000...0x3FFFF:
      .ideograph
    case 0xFF10...0xFF19, 0x0660...0x0669, 0x0966...0x096F: .digit
    case 0xFF21...0xFF3A, 0xFF41...0xFF5A: .word
    case 0xFE10...0xFE1F, 0xFE30...0xFE6F, 0xFF00...0xFFEF, 0xFFF0...0xFFFF: .separator
    case 0x1F000...0x1FBFF, 0xE000...0xF8FF, 0xE0000...0x10FFFF: .separator
    default: isPunctuation(scalar) ? .separator : .word
    }
  }

  /// Punctuation that stands among the letters of its script.
  private static func isPunctuation(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x037E, 0x0387, 0x055A...0x055F, 0x0589, 0x05C0, 0x05C3, 0x05C6,
      0x060C, 0x060D, 0x061B...0x061F, 0x066A...0x066D, 0x06D4, 0x0964, 0x0965, 0x0E4F,
      0x0E5A, 0x0E5B, 0x104A...0x104F, 0x1361...0x1368, 0x17D4...0x17DA, 0x2E00...0x2E7F:
      true
    default: false
    }
  }
}
