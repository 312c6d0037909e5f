import Bytes

/// Takes out of a page what no article needs, before the parser sees it: scripts, styles,
/// comments, drawings, processing instructions. That is more than half of the bytes of a page.
///
/// What is left is text and tags, in order; stray `<` are escaped, white space behind a tag is one
/// character, and a tag's attributes beyond the limit are cut, because the parser's time grows with
/// their square. Attribute values without character references stand in `values`.
struct HTMLPreparation {
  private(set) var markup: [UInt8] = []
  private(set) var values = AttributeValues()
  private(set) var linkedData: [[UInt8]] = []

  private let maxAttributes: Int
  private var hasBody = false
  /// Quotes and end tags that a search to the end of the page did not find: not looked for again.
  private var missing: Set<Landmark> = []

  private enum Landmark: Hashable {
    case doubleQuote, singleQuote, svg, annotation, textarea, iframe
  }

  init(_ page: [UInt8], maxAttributes: Int) {
    self.maxAttributes = maxAttributes
    markup.reserveCapacity(page.count / 2)
    values.reserve(bytes: page.count / 4)
    copy(page, page.span)
  }

  private mutating func copy(_ page: [UInt8], _ bytes: Span<UInt8>) {
    var index = 0
    var kept = 0  // where the run that is to be copied begins
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "<") || byte == 0 else {
        index += 1
        continue
      }
      copyText(kept..<index, page, bytes)
      if byte == 0 {
        markup.append(UInt8(ascii: " "))
        index += 1
      } else {
        index = markupConstruct(at: index, page, bytes)
      }
      kept = index
    }
    copyText(kept..<bytes.count, page, bytes)
  }

  /// Copies text; the white space that it begins with, mostly the indentation of the next tag,
  /// becomes one character.
  private mutating func copyText(_ range: Range<Int>, _ page: [UInt8], _ bytes: Span<UInt8>) {
    var start = range.lowerBound
    var hasNewline = false
    while start < range.upperBound, bytes[start].isSpace {
      if bytes[start] == UInt8(ascii: "\n") { hasNewline = true }
      start += 1
    }
    if start > range.lowerBound { markup.append(UInt8(ascii: hasNewline ? "\n" : " ")) }
    if start < range.upperBound { markup.append(contentsOf: page[start..<range.upperBound]) }
  }

  /// Handles what begins with the `<` at `start`; returns where the text after it begins.
  private mutating func markupConstruct(
    at start: Int, _ page: [UInt8], _ bytes: Span<UInt8>
  ) -> Int {
    let count = bytes.count
    let next = start + 1 < count ? bytes[start + 1] : 0
    switch next {
    case UInt8(ascii: "!"):
      if bytes.hasPrefix("<!--", at: start) {
        return bytes.end(of: "-->", from: start + 4) ?? commentEnd(from: start, in: bytes)
      }
      return bytes.index(of: UInt8(ascii: ">"), from: start).map { $0 + 1 } ?? count
    case UInt8(ascii: "?"):
      return bytes.index(of: UInt8(ascii: ">"), from: start).map { $0 + 1 } ?? count
    case UInt8(ascii: "/"):
      guard start + 2 < count, bytes[start + 2].isASCIILetter else {
        return bytes.index(of: UInt8(ascii: ">"), from: start).map { $0 + 1 } ?? count
      }
      let end = bytes.index(of: UInt8(ascii: ">"), from: start).map { $0 + 1 } ?? count
      markup.append(contentsOf: page[start..<end])
      return end
    case _ where next.isASCIILetter:
      return startTag(at: start, page, bytes)
    default:
      markup.append(contentsOf: "&lt;".utf8)
      return start + 1
    }
  }

  /// A comment that nothing closes hides what follows; but `<!-->` is a whole one.
  private func commentEnd(from start: Int, in bytes: Span<UInt8>) -> Int {
    bytes.hasPrefix("<!-->", at: start) ? start + 5 : bytes.count
  }

  private mutating func startTag(at start: Int, _ page: [UInt8], _ bytes: Span<UInt8>) -> Int {
    if !hasBody { openBody(before: start + 1, bytes) }
    let mark = markup.count
    let end = copyTag(at: start, page, bytes)
    switch bytes[start + 1] | 0x20 {
    case UInt8(ascii: "s"):
      if bytes.isTag("script", at: start + 1) {
        markup.removeLast(markup.count - mark)
        let close = bytes.endTag("script", from: end) ?? bytes.count
        if bytes.contains("ld+json", in: start..<end) {
          linkedData.append(Array(page[end..<close]))
        }
        return skipTag(at: close, in: bytes)
      }
      if bytes.isTag("style", at: start + 1) {
        markup.removeLast(markup.count - mark)
        return skipTag(at: bytes.endTag("style", from: end) ?? bytes.count, in: bytes)
      }
      if bytes.isTag("svg", at: start + 1) {
        return skipContent(of: "svg", .svg, mark, end, bytes)
      }
    case UInt8(ascii: "a") where bytes.isTag("annotation", at: start + 1):
      return skipContent(of: "annotation", .annotation, mark, end, bytes)
    case UInt8(ascii: "t") where bytes.isTag("textarea", at: start + 1):
      return skipContent(of: "textarea", .textarea, mark, end, bytes)
    case UInt8(ascii: "i") where bytes.isTag("iframe", at: start + 1):
      return skipContent(of: "iframe", .iframe, mark, end, bytes)
    default: break
    }
    return end
  }

  /// Opens the body where a page leaves its tag out, before a tag that cannot stand in the head. The
  /// parser does so itself but for the elements that are younger than it.
  private mutating func openBody(before name: Int, _ bytes: Span<UInt8>) {
    hasBody = bytes.isTag("body", at: name) || bytes.isTag("frameset", at: name)
    guard !hasBody, Self.sections.contains(where: { bytes.isTag($0, at: name) }) else { return }
    markup.append(contentsOf: "<body>".utf8)
    hasBody = true
  }

  private static let sections: [StaticString] = [
    "article", "main", "section", "header", "nav", "aside", "footer", "figure",
  ]

  /// Drops an element that only an end tag closes; keeps going when there is none.
  private mutating func skipContent(
    of name: StaticString, _ landmark: Landmark, _ mark: Int, _ end: Int, _ bytes: Span<UInt8>
  ) -> Int {
    markup.removeLast(markup.count - mark)
    let isEmptyTag =
      end > 1 && bytes[end - 1] == UInt8(ascii: ">") && bytes[end - 2] == UInt8(ascii: "/")
    guard !isEmptyTag, !missing.contains(landmark) else { return end }
    guard let close = bytes.endTag(name, from: end) else {
      missing.insert(landmark)
      return end
    }
    return skipTag(at: close, in: bytes)
  }

  private func skipTag(at index: Int, in bytes: Span<UInt8>) -> Int {
    bytes.index(of: UInt8(ascii: ">"), from: index).map { $0 + 1 } ?? bytes.count
  }

  /// Copies a start tag up to its `>`, minding quotes; returns where it ends.
  ///
  /// Of its attributes those are kept that tell what a part of a page is: the rest is half of the
  /// bytes of tags, and of some names (`@click`, `*ngIf`) the parser would set the values as text.
  private mutating func copyTag(at start: Int, _ page: [UInt8], _ bytes: Span<UInt8>) -> Int {
    var index = start + 1
    while index < bytes.count, !bytes[index].endsTagName, bytes[index] != UInt8(ascii: "<") {
      index += 1
    }
    markup.append(contentsOf: page[start..<index])
    var attributes = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") {
        index += 1
        break
      }
      // A tag that lost its end: what begins here is the next one.
      if byte == UInt8(ascii: "<"), index + 1 < bytes.count, bytes[index + 1].isTagOpening { break }
      if byte.isSpace || byte == UInt8(ascii: "/") || byte == 0 || byte == UInt8(ascii: "<") {
        index += 1
        continue
      }
      let name = index
      index += 1
      while index < bytes.count, !bytes[index].endsAttributeName { index += 1 }
      let nameEnd = index
      while index < bytes.count, bytes[index].isSpace { index += 1 }
      var value: Range<Int>?
      if index < bytes.count, bytes[index] == UInt8(ascii: "=") {
        (value, index) = self.value(after: index, in: bytes)
      } else {
        index = nameEnd
      }
      attributes += 1
      guard attributes <= maxAttributes, Self.isKept(name, nameEnd, in: bytes) else { continue }
      markup.append(UInt8(ascii: " "))
      markup.append(contentsOf: page[name..<nameEnd])
      if let value { copyValue(value, upTo: index, page, bytes) }
    }
    markup.append(UInt8(ascii: ">"))
    return index
  }

  private static func isKept(_ name: Int, _ end: Int, in bytes: Span<UInt8>) -> Bool {
    func named(_ text: StaticString) -> Bool {
      end - name == text.utf8CodeUnitCount && bytes.hasPrefixFolded(text, at: name)
    }
    return switch bytes[name] | 0x20 {
    case UInt8(ascii: "a"): named("aria-hidden")
    case UInt8(ascii: "c"): named("class") || named("content")
    case UInt8(ascii: "d"): named("datetime")
    case UInt8(ascii: "h"): named("href") || named("hidden")
    case UInt8(ascii: "i"): named("id") || named("itemprop") || named("itemtype")
    case UInt8(ascii: "l"): named("lang")
    case UInt8(ascii: "n"): named("name")
    case UInt8(ascii: "p"): named("property") || named("pubdate")
    case UInt8(ascii: "r"): named("rel") || named("role")
    case UInt8(ascii: "s"): named("style")
    case UInt8(ascii: "v"): named("value")
    case UInt8(ascii: "x"): named("xml:lang")
    default: false
    }
  }

  /// The attribute value after the `=` at `index`, without its quotes, and where it ends with them.
  private mutating func value(
    after index: Int, in bytes: Span<UInt8>
  ) -> (value: Range<Int>, end: Int) {
    var index = index + 1
    while index < bytes.count, bytes[index].isSpace { index += 1 }
    guard index < bytes.count else { return (index..<index, index) }
    let quote = bytes[index]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let landmark = quote == UInt8(ascii: "\"") ? Landmark.doubleQuote : .singleQuote
      if !missing.contains(landmark) {
        if let close = bytes.index(of: quote, from: index + 1) {
          return (index + 1..<close, close + 1)
        }
        missing.insert(landmark)
      }
    }
    let start = index
    while index < bytes.count, !bytes[index].isSpace, bytes[index] != UInt8(ascii: ">") {
      index += 1
    }
    return (start..<index, index)
  }

  /// Writes an attribute's value behind its name: as it stands, with its quotes, if the parser has
  /// to decode it, else the stand-in.
  private mutating func copyValue(
    _ value: Range<Int>, upTo end: Int, _ page: [UInt8], _ bytes: Span<UInt8>
  ) {
    markup.append(UInt8(ascii: "="))
    if value.contains(where: { bytes[$0] == UInt8(ascii: "&") || bytes[$0] == 0 }) {
      markup.append(contentsOf: page[value.lowerBound - (end - value.upperBound)..<end])
    } else {
      values.setAside(page[value], writingTo: &markup)
    }
  }
}
