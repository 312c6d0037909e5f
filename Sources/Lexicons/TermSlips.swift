/// What looks like the language of terms and is none: it would be looked for as it stands, and never
/// be found.
enum TermSlips {
  private static let operators: Set = ["NEAR", "BEFORE", "AFTER", "WITHIN", "NOT", "AND", "OR"]

  /// Whether a look at the words pays: there is a `/`, or two capitals behind a space.
  static func mayBe(in term: [UInt8]) -> Bool {
    var last = (UInt8.max, UInt8.max)
    for byte in term {
      let isCapital = byte &- 0x41 < 26
      if byte == UInt8(ascii: "/") || (isCapital && last.1 &- 0x41 < 26 && last.0 == 0x20) {
        return true
      }
      last = (last.1, byte)
    }
    return false
  }

  /// - Parameter text: of a term that is no regular expression.
  static func check(_ text: String) throws(TermSyntaxError) {
    if text.hasPrefix("/") {
      throw TermSyntaxError(
        message: text.dropFirst().contains("/")
          ? "there is nothing behind the last '/' of a regular expression; "
            + "flags are written in it, as in /(?i)…/"
          : "what begins with '/' is a regular expression, and ends with '/'",
        offset: 0)
    }
    for word in text.split(separator: " ") {
      let name = word.prefix { $0.isLetter }.uppercased()
      let rest = word.dropFirst(name.count)
      let number = rest.drop { $0 == "/" }
      guard operators.contains(name), !rest.isEmpty, !number.isEmpty,
        number.allSatisfy(\.isNumber), !word.hasPrefix("NEAR/"), !word.hasPrefix("BEFORE/")
      else { continue }
      throw TermSyntaxError(
        message: "'\(word)' is no operator: they are NEAR/\(number) and BEFORE/\(number)",
        offset: 0)
    }
  }

  /// What is worth a second look in a term that stands.
  static func warning(in text: String) -> String? {
    guard mayBe(in: Array(text.utf8)), text != text.uppercased() else { return nil }
    // A term may begin or end with a name such as NEAR.
    let slip = text.split(separator: " ").dropFirst().dropLast().first {
      operators.contains(String($0))
    }
    return slip.map {
      "'\($0)' is looked for as a word: the operators are NEAR/n and BEFORE/n, and alternatives "
        + "are written {a|b}"
    }
  }
}
