/// The place and day with which a news agency's text begins: `TOKYO, April 1 -`,
/// `SAN FRANCISCO (Reuters) —`, `Beijing (AFP) –`.
public enum Dateline {
  /// Bytes of the longest, with its dash.
  public static let longest = 108

  /// Where the text behind the dateline begins, in bytes; `nil` for a text without one.
  ///
  /// A dateline ends with a dash between spaces. Its words begin with capitals or are numbers, and
  /// its first is all in capitals, of three letters or more, or its last stands in parentheses.
  public static func end(in text: some Collection<UInt8>) -> Int? {
    let bytes = Array(text.prefix(longest))
    guard let dash = dash(in: bytes) else { return nil }
    let words = bytes[..<dash.lowerBound].split { $0 == 0x20 || $0 == UInt8(ascii: ",") }
    guard let first = words.first, let last = words.last, words.allSatisfy(isPlaceOrDay),
      isAllCapitals(first) || last.last == UInt8(ascii: ")")
    else { return nil }
    return dash.upperBound
  }

  /// The text with `dateline` in front, as the agency prints it, unless it begins so.
  public static func joined(_ dateline: String, to paragraphs: [String]) -> [String] {
    guard let first = paragraphs.first, !dateline.isEmpty, !first.hasPrefix(dateline) else {
      return paragraphs
    }
    let isEnded = ["-", "–", "—"].contains { dateline.hasSuffix($0) }
    return ["\(dateline)\(isEnded ? " " : " - ")\(first)"] + paragraphs.dropFirst()
  }

  /// The first dash between spaces in the first line, with these.
  private static func dash(in bytes: [UInt8]) -> Range<Int>? {
    let line = bytes.prefix { $0 != 0x0A }
    for start in line.indices where line[start] == 0x20 {
      for dash in dashes where line[(start + 1)...].starts(with: dash) {
        let end = start + 1 + dash.count
        if end < line.count, line[end] == 0x20 { return start..<end + 1 }
      }
    }
    return nil
  }

  private static let dashes = ["-", "--", "–", "—"].map { Array($0.utf8) }

  private static func isPlaceOrDay(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first(where: { $0 != UInt8(ascii: "(") }) else { return false }
    return first >= 0x80 || first &- 0x41 < 26 || first &- 0x30 < 10
  }

  private static func isAllCapitals(_ word: ArraySlice<UInt8>) -> Bool {
    word.allSatisfy { !($0 &- 0x61 < 26) } && word.count { $0 &- 0x41 < 26 || $0 >= 0xC0 } >= 3
  }
}
