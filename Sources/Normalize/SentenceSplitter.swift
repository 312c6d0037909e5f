import Bytes

/// Finds where sentences begin. No sentence spans two lines of the text.
///
/// A full stop ends a sentence when white space follows and what comes next does not begin in
/// lower case; after an abbreviation (`Inc.`, `U.S.`, `Jan.`) or an initial (`J.`) the next word
/// must also be one that commonly opens sentences, so that `U.S. Steel` stays whole and
/// `in the U.S. The` is cut. Closing quotes and brackets belong to the sentence that they close.
enum SentenceSplitter {
  /// Byte offsets, ascending. The first is 0, unless the text is empty.
  ///
  /// In a headline the word after an abbreviation tells nothing, because any word may be
  /// capitalised ("Apple Asks U.S. To Wait"): there no abbreviation ends a sentence.
  static func starts(in text: Span<UInt8>, isHeadline: Bool = false) -> [UInt32] {
    guard text.count > 0 else { return [] }
    var starts: [UInt32] = [0]
    var sentence = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      // Letters first: most bytes are.
      if byte &- 0x40 < 0x40 {
        index += 1
      } else if byte == newline {
        index += 1
        sentence = index
        starts.append(UInt32(sentence))
      } else if SentenceStop.mayBegin(with: byte), let stop = SentenceStop(at: index, in: text) {
        index = stop.end
        if let next = sentenceStart(
          after: stop, from: sentence, isHeadline: isHeadline, in: text)
        {
          index = next
          sentence = next
          starts.append(UInt32(sentence))
        }
      } else {
        index += 1
      }
    }
    return starts
  }

  private static let newline = UInt8(ascii: "\n")

  /// Where a new sentence begins after `stop`, or `nil` if the old one goes on.
  private static func sentenceStart(
    after stop: SentenceStop, from sentence: Int, isHeadline: Bool, in text: Span<UInt8>
  ) -> Int? {
    let closed = skip(isClosing, from: stop.end, in: text, unless: stop.kind == .wide)
    guard closed < text.count, text[closed] != newline else { return nil }
    let spaced = text[closed] == 0x20
    let start = spaced ? closed + 1 : closed
    guard start < text.count else { return nil }
    if !spaced {
      let next = DecodedScalar(at: start, in: text).value
      switch stop.kind {
      // 「…。」と言った goes on after the bracket.
      case .wide: return closed > stop.end && (0x3041...0x309F).contains(next) ? nil : start
      case .mark: return ScalarClass.of(next) == .ideograph ? start : nil
      case .period, .ellipsis: return nil
      }
    }
    let word = skip(isOpening, from: start, in: text)
    guard word < text.count, text[word] != newline else { return nil }
    let first = DecodedScalar(at: word, in: text)
    switch first.value {
    case 0x21, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F: return nil
    default: break
    }
    if isLowercase(first.value), !isCamelCase(at: word, in: text) { return nil }
    switch stop.kind {
    case .wide, .ellipsis: return start
    case .mark:
      let name = stop.wordBefore(from: sentence, in: text)
      return Abbreviations.exclaimed.contains(text, name) && !isStarter(at: word, in: text)
        ? nil : start
    case .period:
      let before = stop.wordBefore(from: sentence, in: text)
      switch StoppedWord(text, before) {
      case .empty, .plain: return start
      // "1. First": the number of a list, not the end of a sentence.
      case .number: return before.lowerBound > sentence ? start : nil
      case .neverLast: return nil
      case .beforeNumber: return text[word].isASCIIDigit ? nil : start
      case .mayBeLast: return !isHeadline && isStarter(at: word, in: text) ? start : nil
      }
    }
  }

  /// Whether one of the words that commonly open sentences stands at `index`.
  private static func isStarter(at index: Int, in text: Span<UInt8>) -> Bool {
    var last = index
    while last < text.count, text[last].isASCIILetter { last += 1 }
    guard Abbreviations.starters.contains(text, index..<last) else { return false }
    // "A. Smith" and "In-Q-Tel" open with no such word.
    return last == text.count
      || (text[last] != UInt8(ascii: ".") && text[last] != UInt8(ascii: "-"))
  }

  private static func isLowercase(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (0x61...0x7A).contains(scalar) }
    return Unicode.Scalar(scalar)?.properties.isLowercase ?? false
  }

  /// `iPhone`, `eBay`: names that begin sentences in lower case.
  private static func isCamelCase(at index: Int, in text: Span<UInt8>) -> Bool {
    index + 1 < text.count && text[index].isASCIILetter && (0x41...0x5A).contains(text[index + 1])
  }

  private static func skip(
    _ matches: (UInt32) -> Bool, from start: Int, in text: Span<UInt8>,
    unless wide: Bool = false
  ) -> Int {
    var index = start
    while index < text.count {
      let scalar = DecodedScalar(at: index, in: text)
      // After 。 an opening quotation mark opens; after a full stop it closes, as in German.
      if wide, scalar.value == 0x201C || scalar.value == 0x2018 { break }
      guard matches(scalar.value) else { break }
      index += scalar.length
    }
    return index
  }

  private static func isClosing(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x29, 0x5D, 0x7D, 0xBB, 0x2018, 0x2019, 0x201C, 0x201D, 0x203A, 0x3009,
      0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0xFF09, 0xFF3D, 0xFF63:
      true
    default: false
    }
  }

  private static func isOpening(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x22, 0x27, 0x28, 0x2D, 0x5B, 0xA1, 0xAB, 0xBF, 0x2010...0x2015, 0x2018, 0x201A,
      0x201C, 0x201E, 0x2022, 0x2039, 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0xFF08:
      true
    default: false
    }
  }
}
