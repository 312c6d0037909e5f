/// Keywords as outlets write them: a list, or one string with commas or semicolons.
enum TagList {
  /// The keywords of a string that lists them.
  static func tags(in text: String) -> [String] {
    let separator: Character = text.contains(";") ? ";" : ","
    return unique(text.split(separator: separator).map(String.init))
  }

  /// Each once, on one line, without empty ones.
  static func unique(_ tags: [String]) -> [String] {
    var seen: Set<String> = []
    return tags.map(\.singleLine).filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }
  }
}
