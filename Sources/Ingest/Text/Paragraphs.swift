import Bytes

/// Parts plain text into paragraphs.
///
/// A blank line ends a paragraph. In text whose lines a program has broken at a width, as newswire
/// and mail are, the lines of a paragraph are joined again, and a line that had room for the next
/// word ends one; in other text, each line is a paragraph.
enum Paragraphs {
  static func split(_ text: String) -> [String] {
    split(Array(text.utf8))
  }

  /// - Parameter text: valid UTF-8.
  static func split(_ text: [UInt8]) -> [String] {
    let lines = Lines(text)
    return lines.isWrapped ? lines.joined() : lines.separate()
  }
}

/// The lines of a text, without the space around them.
private struct Lines {
  let text: [UInt8]
  /// Empty for blank lines.
  let ranges: [Range<Int>]
  /// In characters.
  let widths: [Int]
  /// The width that the lines may have been broken at.
  let wrapWidth: Int

  init(_ text: [UInt8]) {
    self.text = text
    ranges = Self.ranges(in: text.span)
    // Characters are counted only where lines may have been broken at a width.
    let isShort = Self.high(ranges.map(\.count)) <= 4 * Self.wrapWidths.upperBound
    widths = isShort ? ranges.map { countScalars(in: text.span, $0) } : []
    wrapWidth = Self.high(widths)
  }

  private static let wrapWidths = 30...100

  /// The length that nearly all lines keep to: a few may hold an address that could not be broken.
  private static func high(_ lengths: [Int]) -> Int {
    let sorted = lengths.filter { $0 > 0 }.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count * 19 / 20]
  }

  private static func ranges(in text: Span<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while start <= text.count {
      var end = start
      while end < text.count, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
      var (first, last) = (start, end)
      while first < last, text[first].isSpace { first += 1 }
      while last > first, text[last - 1].isSpace { last -= 1 }
      ranges.append(first..<last)
      let isCRLF = end + 1 < text.count && text[end] == 0x0D && text[end + 1] == 0x0A
      start = end + (isCRLF ? 2 : 1)
    }
    return ranges
  }

  /// Whether most line breaks within paragraphs are where the next word did not fit, and break
  /// sentences as only a program would: a list of headlines of one length is none.
  var isWrapped: Bool {
    guard Self.wrapWidths.contains(wrapWidth) else { return false }
    var (forced, free, inSentence) = (0, 0, 0)
    for index in ranges.indices.dropLast() where widths[index] > 0 && widths[index + 1] > 0 {
      if hadNoRoom(index) || isOpen(index) {
        forced += 1
        if endsOpen(index), beginsInSentence(index + 1) { inSentence += 1 }
      } else {
        free += 1
      }
    }
    return inSentence > 0 && forced >= free && inSentence * 3 >= forced
  }

  /// Whether the first word of the next line did not fit at the end of this one. Lines are broken
  /// up to a tenth before the width, since few words fill it exactly.
  private func hadNoRoom(_ index: Int) -> Bool {
    let next = ranges[index + 1]
    let word = text[next].prefix { !$0.isSpace }
    let wordWidth = countScalars(in: text.span, word.startIndex..<word.endIndex)
    return widths[index] + 1 + wordWidth > wrapWidth - wrapWidth / 10
  }

  /// Whether the sentence goes on behind the line though it had room: no mark ends it, and the
  /// next line goes on in lower case or is a full one.
  private func isOpen(_ index: Int) -> Bool {
    endsOpen(index)
      && (beginsInSentence(index + 1) || widths[index + 1] >= wrapWidth - wrapWidth / 5)
  }

  /// Whether the line ends in a letter or a comma.
  private func endsOpen(_ index: Int) -> Bool {
    guard let last = text[ranges[index]].last else { return false }
    return (last | 0x20).isLowerLetter || last == UInt8(ascii: ",")
  }

  private func beginsInSentence(_ index: Int) -> Bool {
    guard let first = text[ranges[index]].first else { return false }
    return first.isLowerLetter || first.isASCIIDigit
  }

  func joined() -> [String] {
    var paragraphs: [String] = []
    var paragraph: [UInt8] = []
    for index in ranges.indices {
      if !paragraph.isEmpty, !ranges[index].isEmpty { paragraph.append(0x20) }
      paragraph += text[ranges[index]]
      let goesOn =
        index + 1 < ranges.count && !ranges[index].isEmpty && !ranges[index + 1].isEmpty
        && (hadNoRoom(index) || isOpen(index))
      if !goesOn, !paragraph.isEmpty {
        paragraphs.append(String(decoding: paragraph, as: UTF8.self))
        paragraph = []
      }
    }
    return paragraphs
  }

  func separate() -> [String] {
    ranges.filter { !$0.isEmpty }.map { String(decoding: text[$0], as: UTF8.self) }
  }
}

extension UInt8 {
  fileprivate var isLowerLetter: Bool { (0x61...0x7A).contains(self) }
}
