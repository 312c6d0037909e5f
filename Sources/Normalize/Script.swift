/// The writing systems that tell languages apart.
enum Script: Int, CaseIterable {
  case latin, cyrillic, greek, hebrew, arabic, devanagari, bengali, tamil, thai, georgian, armenian
  case han, kana, hangul

  /// The script of a letter beyond ASCII; `nil` for signs, marks and scripts not listed.
  static func of(_ scalar: UInt32) -> Script? {
    switch scalar {
    case 0xC0...0x24F, 0x1E00...0x1EFF, 0xFF21...0xFF3A, 0xFF41...0xFF5A: .latin
    case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
    case 0x400...0x52F: .cyrillic
    case 0x531...0x587: .armenian
    case 0x5D0...0x5EA: .hebrew
    case 0x620...0x64A, 0x66E...0x6D3: .arabic
    case 0x904...0x939: .devanagari
    case 0x985...0x9B9: .bengali
    case 0xB83...0xBB9: .tamil
    case 0xE01...0xE3A, 0xE40...0xE4E: .thai
    case 0x10A0...0x10FF: .georgian
    case 0x3041...0x3096, 0x30A1...0x30FA, 0xFF66...0xFF9D: .kana
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: .han
    case 0x1100...0x11FF, 0x3131...0x318E, 0xAC00...0xD7A3: .hangul
    default: nil
    }
  }

  var isEastAsian: Bool { self == .han || self == .kana || self == .hangul }

  /// Whether a text declared to be in `language` may be written in this script. Languages written
  /// in several scripts, or not known here, may be in any.
  func suits(_ language: String) -> Bool {
    switch language {
    case "zh", "yue": self == .han
    case "ja": self == .han || self == .kana
    case "ko": self == .hangul || self == .han
    case "ru", "uk", "be", "bg", "mk": self == .cyrillic
    case "el": self == .greek
    case "he", "yi": self == .hebrew
    case "ar", "fa", "ur", "ps": self == .arabic
    case "hi", "mr", "ne": self == .devanagari
    case "bn", "as": self == .bengali
    case "ta": self == .tamil
    case "th": self == .thai
    case "ka": self == .georgian
    case "hy": self == .armenian
    default: !LatinProfiles.languages.contains(language) || self == .latin
    }
  }
}
