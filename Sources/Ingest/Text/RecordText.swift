import Bytes

/// The text of a record's field, which may be plain or a fragment of HTML.
enum RecordText {
  static func paragraphs(_ text: String) -> [String] {
    switch Markings(text) {
    case .none: Paragraphs.split(text)
    // The line breaks of a text with a few tags or references in it are those of its paragraphs.
    case .inline: Paragraphs.split(text).flatMap(FragmentText.paragraphs(ofHTML:))
    case .block: FragmentText.paragraphs(ofHTML: text)
    }
  }

  /// How a text is marked up.
  private enum Markings {
    case none
    /// Tags within lines, or references such as `&amp;`.
    case inline
    /// Tags that make paragraphs.
    case block

    init(_ text: String) {
      let bytes = text.utf8.span
      self = .none
      var index = 0
      while index + 2 < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: "<"):
          let name = RecordText.tagName(in: bytes, at: index)
          if RecordText.blockTags.contains(name) {
            self = .block
            return
          }
          // Newswires write share codes as `<A>`: a tag has attributes, or another closes it.
          let end = index + 1 + name.utf8.count
          if bytes[index + 1] == UInt8(ascii: "/") || bytes[end].isSpace,
            RecordText.inlineTags.contains(name)
          {
            self = .inline
          }
        case UInt8(ascii: "&"):
          if RecordText.isReference(in: bytes, at: index) { self = .inline }
        default: break
        }
        index += 1
      }
    }
  }

  /// The name in the tag at `start`, in lower case; empty if no tag stands there.
  private static func tagName(in bytes: Span<UInt8>, at start: Int) -> String {
    var name: [UInt8] = []
    var index = start + (bytes[start + 1] == UInt8(ascii: "/") ? 2 : 1)
    while index < bytes.count, name.count < 12, bytes[index].isASCIIWord {
      name.append(bytes[index] | 0x20)
      index += 1
    }
    guard index < bytes.count,
      bytes[index] == UInt8(ascii: ">") || bytes[index] == UInt8(ascii: "/")
        || bytes[index].isSpace
    else { return "" }
    return String(decoding: name, as: UTF8.self)
  }

  /// Whether `&name;` or `&#39;` stands at `start`.
  private static func isReference(in bytes: Span<UInt8>, at start: Int) -> Bool {
    var index = start + (bytes[start + 1] == UInt8(ascii: "#") ? 2 : 1)
    let first = index
    while index < bytes.count, index - first < 10, bytes[index].isASCIIWord { index += 1 }
    return index > first && index < bytes.count && bytes[index] == UInt8(ascii: ";")
  }

  private static let blockTags: Set<String> = [
    "p", "br", "div", "ul", "ol", "li", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
    "blockquote", "pre", "table", "tr", "td", "section", "article", "figure", "html", "body",
    "script", "style", "iframe", "object", "svg", "math",
  ]

  private static let inlineTags: Set<String> = [
    "a", "abbr", "applet", "b", "big", "blink", "cite", "code", "del", "em", "embed", "font",
    "frame", "i", "img", "ins", "link", "mark", "meta", "q", "s", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u",
  ]
}
