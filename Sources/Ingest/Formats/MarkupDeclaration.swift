import Bytes

/// What markup says of itself before it is parsed.
enum MarkupDeclaration {
  /// How many bytes are searched.
  private static let headLength = 4096

  /// The encoding that an XML declaration or a `<meta>` element names.
  static func encoding(in bytes: [UInt8]) -> String? {
    let head = Array(bytes.prefix(headLength))
    if let end = head.firstIndex(of: UInt8(ascii: ">")),
      find("<?xml", in: head, before: end) != nil,
      let encoding = value(of: "encoding", in: head, before: end)
    {
      return encoding
    }
    var start = 0
    while let meta = find("<meta", in: head, from: start) {
      let end = head[meta...].firstIndex(of: UInt8(ascii: ">")) ?? head.count
      // Both `<meta charset=…>` and `content="text/html; charset=…"`.
      if let encoding = value(of: "charset", in: head, from: meta, before: end) { return encoding }
      start = end
    }
    return nil
  }

  /// The local name of the first element, and whether the document declares itself XML and is no
  /// XHTML.
  static func root(of text: [UInt8]) -> (name: String, isXML: Bool)? {
    var index = 0
    var isXML = false
    while let open = text[index...].firstIndex(of: UInt8(ascii: "<")), open + 1 < text.count {
      let tag = open + 1
      switch text[tag] {
      case UInt8(ascii: "?"):
        isXML = isXML || find("?xml", in: text, from: tag, before: tag + 4) != nil
        index = find("?>", in: text, from: tag) ?? text.count
      case UInt8(ascii: "!"):
        let isComment = find("!--", in: text, from: tag, before: tag + 3) != nil
        let end =
          isComment ? find("-->", in: text, from: tag + 3) : endOfDoctype(in: text, from: tag)
        index = end ?? text.count
      case let byte where !isLetter(byte):
        index = tag
      default:
        let name = text[tag...].prefix { !$0.isSpace && $0 != 0x3E && $0 != 0x2F }
        let local = name.split(separator: UInt8(ascii: ":")).last ?? []
        let text = String(decoding: local, as: UTF8.self)
        return (text, isXML && text.lowercased() != "html")
      }
    }
    return text.allSatisfy(\.isSpace) ? nil : ("", isXML)
  }

  /// A document type ends at the first `>` outside its internal subset.
  private static func endOfDoctype(in text: [UInt8], from start: Int) -> Int? {
    var index = start
    while index < text.count, text[index] != UInt8(ascii: ">") {
      if text[index] == UInt8(ascii: "[") {
        guard let close = find("]", in: text, from: index) else { return nil }
        index = close
      }
      index += 1
    }
    return index < text.count ? index : nil
  }

  /// The value of `name = "value"` or `name=value`.
  private static func value(
    of name: String, in text: [UInt8], from start: Int = 0, before end: Int
  ) -> String? {
    guard let place = find(name, in: text, from: start, before: end) else { return nil }
    let rest = text[(place + name.utf8.count)..<end].drop { $0.isSpace }
    guard rest.first == UInt8(ascii: "=") else { return nil }
    let value = rest.dropFirst().drop { $0.isSpace || $0 == 0x22 || $0 == 0x27 }
      .prefix { !$0.isSpace && $0 != 0x22 && $0 != 0x27 && $0 != 0x3B && $0 != 0x2F && $0 != 0x3F }
    return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
  }

  /// Where `word` (in lower case) begins in the text, whatever the text's case.
  private static func find(
    _ word: String, in text: [UInt8], from start: Int = 0, before end: Int = .max
  ) -> Int? {
    let word = Array(word.utf8)
    let last = min(end, text.count) - word.count
    var index = start
    while index <= last {
      var length = 0
      while length < word.count, lowered(text[index + length]) == word[length] { length += 1 }
      if length == word.count { return index }
      index += 1
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte >= 0x80
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
  }
}
