import Bytes

/// An HTML character reference that is left in a text because its source escaped it twice:
/// `&amp;`, `&#8217;`, `&#x2019;`.
struct CharacterReference {
  var scalar: UInt32
  /// Bytes from `&` to `;`, both included.
  var length: Int

  /// Reads the reference that begins with the `&` at `index`. `nil` for a plain ampersand; a
  /// reference without its semicolon is one, because `AT&T` must stay as it is.
  init?(at index: Int, in text: Span<UInt8>) {
    let limit = min(text.count, index + Self.longest)
    var end = index + 1
    while end < limit, text[end] != UInt8(ascii: ";") {
      guard Self.isNameByte(text[end]) else { return nil }
      end += 1
    }
    guard end < limit, end > index + 1 else { return nil }
    let value =
      text[index + 1] == UInt8(ascii: "#")
      ? Self.number(in: text, index + 2..<end)
      : Self.names[FNV1a.hash(text, index + 1..<end)]
    guard let value else { return nil }
    scalar = value
    length = end + 1 - index
  }

  private static let longest = 12

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "#"): true
    default: false
    }
  }

  /// The scalar of a decimal or `x`-prefixed hexadecimal number; 128…159 mean windows-1252, as
  /// the HTML standard has it.
  private static func number(in text: Span<UInt8>, _ range: Range<Int>) -> UInt32? {
    var digits = range
    var radix: UInt32 = 10
    if let first = range.first, text[first] | 0x20 == UInt8(ascii: "x") {
      radix = 16
      digits = first + 1..<range.upperBound
    }
    guard !digits.isEmpty else { return nil }
    var value: UInt32 = 0
    for index in digits {
      let byte = text[index]
      let digit: UInt32
      switch byte {
      case 0x30...0x39: digit = UInt32(byte - 0x30)
      case 0x41...0x46 where radix == 16: digit = UInt32(byte - 0x41 + 10)
      case 0x61...0x66 where radix == 16: digit = UInt32(byte - 0x61 + 10)
      default: return nil
      }
      value = value * radix + digit
      if value > 0x10FFFF { return nil }
    }
    if (0x80...0x9F).contains(value) { return windows1252[Int(value) - 0x80] }
    return Unicode.Scalar(value) == nil ? nil : value
  }

  private static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// The names that HTML 4 gave to Latin-1 from U+00A0 on, in order.
  private static let latin1 = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
    sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave \
    Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
    ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN \
    szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave \
    iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute \
    ucirc uuml yacute thorn yuml
    """

  private static let others: [(String, UInt32)] = [
    ("amp", 0x26), ("lt", 0x3C), ("gt", 0x3E), ("quot", 0x22), ("apos", 0x27),
    ("OElig", 0x152), ("oelig", 0x153), ("Scaron", 0x160), ("scaron", 0x161), ("Yuml", 0x178),
    ("fnof", 0x192), ("circ", 0x2C6), ("tilde", 0x2DC), ("ensp", 0x2002), ("emsp", 0x2003),
    ("thinsp", 0x2009), ("zwnj", 0x200C), ("zwj", 0x200D), ("lrm", 0x200E), ("rlm", 0x200F),
    ("ndash", 0x2013), ("mdash", 0x2014), ("lsquo", 0x2018), ("rsquo", 0x2019),
    ("sbquo", 0x201A), ("ldquo", 0x201C), ("rdquo", 0x201D), ("bdquo", 0x201E),
    ("dagger", 0x2020), ("Dagger", 0x2021), ("bull", 0x2022), ("hellip", 0x2026),
    ("permil", 0x2030), ("prime", 0x2032), ("Prime", 0x2033), ("lsaquo", 0x2039),
    ("rsaquo", 0x203A), ("euro", 0x20AC), ("trade", 0x2122), ("larr", 0x2190), ("rarr", 0x2192),
    ("minus", 0x2212), ("asymp", 0x2248), ("ne", 0x2260), ("le", 0x2264), ("ge", 0x2265),
  ]

  private static let names: [UInt64: UInt32] = {
    var names: [UInt64: UInt32] = [:]
    for (offset, name) in latin1.split(separator: " ").enumerated() {
      names[FNV1a.hash(name)] = 0xA0 + UInt32(offset)
    }
    for (name, scalar) in others { names[FNV1a.hash(name)] = scalar }
    return names
  }()
}
