/// Characters U+0080 to U+009F, which are controls in Unicode and never meant as such: their
/// writer took them from windows-1252, as `&#146;` for an apostrophe.
enum ControlCharacters {
  /// The text with windows-1252's characters in the place of these controls.
  static func mended(_ text: String) -> String {
    guard contains(text.utf8.span) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = (0x80...0x9F).contains(scalar.value)
      scalars.append(isControl ? windows1252[Int(scalar.value) - 0x80] : scalar)
    }
    return String(scalars)
  }

  private static func contains(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    while index + 1 < bytes.count {
      if bytes[index] == 0xC2, bytes[index + 1] <= 0x9F { return true }
      index += 1
    }
    return false
  }

  /// A space where windows-1252 has no character.
  private static let windows1252 = Array(
    "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ".unicodeScalars)
}
