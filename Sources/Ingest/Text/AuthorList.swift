/// Authors as records write them, one by one.
enum AuthorList {
  /// The people in one string: parted by semicolons or bars, else read as a byline is.
  static func names(in text: String) -> [String] {
    let line = text.singleLine
    let strong = line.split(whereSeparator: { $0 == ";" || $0 == "|" })
    guard strong.count <= 1, !isInverted(line) else { return unique(strong.map { $0.trimmed }) }
    return AuthorNames.names(in: line)
  }

  /// The people in the byline of an export: "By ANN LEE (now); Bo Chen contributed reporting."
  ///
  /// What stands in brackets says what somebody did, and a part that is a sentence says who helped.
  static func people(inByline text: String) -> [String] {
    var depth = 0
    let open = text.filter { character in
      if character == "(" { depth += 1 }
      defer { if character == ")", depth > 0 { depth -= 1 } }
      return depth == 0
    }
    let parts = open.split(separator: ";").filter { part in
      let words = part.split(whereSeparator: \.isWhitespace)
      return words.count <= 3 || !helping.contains { words.contains($0) }
    }
    return unique(parts.flatMap { names(in: String($0)) })
  }

  /// Words of sentences such as "Ann Lee contributed reporting from Paris."
  private static let helping: [Substring] = ["contributed", "reported", "reporting", "research"]

  /// Whether the text is one name with the family name first: "Smith, Jane".
  private static func isInverted(_ text: String) -> Bool {
    let parts = text.split(separator: ",")
    return parts.count == 2 && !parts[0].contains(" ")
      && parts[1].split(separator: " ").count <= 2 && !parts[1].contains(" and ")
  }

  static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.map(withoutBy).filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  private static func withoutBy(_ text: String) -> String {
    for prefix in ["By ", "by ", "BY "] where text.hasPrefix(prefix) {
      return text.dropFirst(3).trimmed
    }
    return text
  }
}
