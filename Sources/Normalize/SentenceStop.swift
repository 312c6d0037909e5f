import Bytes

/// A run of marks that may end a sentence: `.`, `?!`, `…`, `。`.
struct SentenceStop {
  enum Kind {
    /// A single full stop, which may also belong to an abbreviation.
    case period
    case ellipsis
    case mark
    /// The full-width marks of Chinese and Japanese, after which no space stands.
    case wide
  }

  var start: Int
  var end: Int
  var kind: Kind

  /// Whether a mark may begin with this byte: a quick test before decoding.
  @inline(__always)
  static func mayBegin(with byte: UInt8) -> Bool {
    if byte < 0x80 { return byte == 0x2E || byte == 0x21 || byte == 0x3F }
    switch byte {
    case 0xD8, 0xDB, 0xE0, 0xE2, 0xE3, 0xEF: return true
    default: return false
    }
  }

  /// Reads the whole run that begins at `start`; `nil` if none does.
  init?(at start: Int, in text: Span<UInt8>) {
    var index = start
    var points = 0
    var found: Kind?
    while index < text.count {
      let scalar = DecodedScalar(at: index, in: text)
      guard let kind = Self.kind(of: scalar.value) else { break }
      if kind == .period { points += 1 }
      if found == nil || found == .period || kind == .wide { found = kind }
      index += scalar.length
    }
    guard let found else { return nil }
    self.start = start
    end = index
    kind = found == .period && points > 1 ? .ellipsis : found
  }

  private static func kind(of scalar: UInt32) -> Kind? {
    switch scalar {
    case 0x2E: .period
    case 0x21, 0x3F, 0x061F, 0x06D4, 0x0964, 0x203C, 0x2047...0x2049: .mark
    case 0x2026: .ellipsis
    case 0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0xFF61: .wide
    default: nil
    }
  }

  /// The word that the stop follows: letters, digits and inner points, with no quotation marks.
  func wordBefore(from limit: Int, in text: Span<UInt8>) -> Range<Int> {
    var first = start
    while first > limit {
      var index = first - 1
      if text[index] < 0x80 {
        guard text[index].isASCIILetter || text[index].isASCIIDigit || text[index] == 0x2E else {
          break
        }
      } else {
        while index > limit, text[index] & 0xC0 == 0x80 { index -= 1 }
        // General punctuation: a quotation mark or dash.
        if text[index] == 0xE2 { break }
      }
      first = index
    }
    return first..<start
  }
}

/// What kind of word a full stop follows.
enum StoppedWord {
  case empty, plain, number, neverLast, beforeNumber, mayBeLast

  init(_ text: Span<UInt8>, _ word: Range<Int>) {
    if word.isEmpty {
      self = .empty
    } else if Self.isNumber(text, word) {
      self = .number
    } else if let kind = Abbreviations.kind(of: text, word) {
      self = kind
    } else if Self.isInitials(text, word) {
      self = .mayBeLast
    } else {
      self = .plain
    }
  }

  private static func isNumber(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    var index = word.lowerBound
    while index < word.upperBound, text[index].isASCIIDigit || text[index] == 0x2E { index += 1 }
    return index == word.upperBound
  }

  /// `J`, `É`, `U.S`, `a.m`: single letters with points between them; alone, it is a capital.
  private static func isInitials(_ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    var index = word.lowerBound
    var letters = 0
    while index < word.upperBound {
      let scalar = DecodedScalar(at: index, in: text)
      index += scalar.length
      guard index == word.upperBound || text[index] == 0x2E,
        let properties = Unicode.Scalar(scalar.value)?.properties, properties.isAlphabetic
      else { return false }
      letters += 1
      if index == word.upperBound { return letters > 1 || properties.isUppercase }
      index += 1
    }
    return false
  }
}
