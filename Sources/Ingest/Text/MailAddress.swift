/// Authors as mail writes them.
enum MailAddress {
  /// The name in `mail@host (Name)`, `Name (mail@host)`, `Name <mail@host>` or a plain name;
  /// nothing in a bare address.
  static func name(in text: String) -> String {
    guard text.contains("@") else { return text }
    if let open = text.lastIndex(of: "("), let close = text.lastIndex(of: ")"), open < close {
      let inside = text[text.index(after: open)..<close].trimmed
      if !inside.contains("@") { return unquoted(inside) }
    }
    let words = text.split(whereSeparator: \.isWhitespace).filter { !$0.contains("@") }
    return unquoted(words.joined(separator: " ").trimmed)
  }

  private static func unquoted(_ name: String) -> String {
    name.count > 1 && name.hasPrefix("\"") && name.hasSuffix("\"")
      ? name.dropFirst().dropLast().trimmed : name
  }
}
