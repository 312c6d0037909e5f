/// The text of a record's field, which may be plain or a fragment of HTML.
enum RecordText {
  static func paragraphs(_ text: String) -> [String] {
    isMarkup(text) ? FragmentText.paragraphs(ofHTML: text) : Paragraphs.split(text)
  }

  /// Whether the text is marked up: it holds a tag that text alone would hardly write.
  private static func isMarkup(_ text: String) -> Bool {
    let bytes = text.utf8.span
    var index = 0
    while index + 2 < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), isTag(bytes, at: index) { return true }
      index += 1
    }
    return false
  }

  private static func isTag(_ bytes: Span<UInt8>, at start: Int) -> Bool {
    var name: [UInt8] = []
    var index = start + 1
    while index < bytes.count, name.count < 10, bytes[index] | 0x20 >= 0x61, bytes[index] < 0x7B {
      name.append(bytes[index] | 0x20)
      index += 1
    }
    guard index < bytes.count,
      bytes[index] == UInt8(ascii: ">") || bytes[index] == UInt8(ascii: "/")
        || bytes[index].isSpace
    else { return false }
    return tags.contains(String(decoding: name, as: UTF8.self))
  }

  private static let tags: Set<String> = [
    "p", "br", "div", "span", "a", "b", "i", "em", "strong", "ul", "ol", "li", "img", "blockquote",
    "figure", "table", "section", "article",
  ]
}
