/// Authors as records write them, one by one.
enum AuthorList {
  /// The names in one string: parted by semicolons or bars, else by commas, "and" and "&".
  static func names(in text: String) -> [String] {
    let line = withoutBy(text.singleLine)
    let strong = line.split(whereSeparator: { $0 == ";" || $0 == "|" })
    guard strong.count == 1 else { return unique(strong.map { $0.trimmed }) }
    let parts =
      line.split(separator: " and ").flatMap { $0.split(separator: " & ") }
      .flatMap { $0.split(separator: ",") }
      .map { $0.trimmed }
    // "Smith, Jane" is one person: a list by commas has names of two words or more.
    let isList = parts.allSatisfy { $0.contains(" ") || !$0.utf8.allSatisfy { $0 < 0x80 } }
    return unique(isList ? parts : line.split(separator: " and ").map { $0.trimmed })
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
