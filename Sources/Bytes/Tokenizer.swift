/// One word of a text: a byte range, its key, and how it hangs together with the word before.
public struct Token: Sendable, Hashable {
  public var start: UInt32
  public var end: UInt32
  /// A word of up to eight bytes is its own key; a longer one is hashed. See `WordTable`.
  public var key: UInt64
  /// The bytes 9 to 12 of the word, zeros where it ends: with these, the key tells a word of up to
  /// twelve bytes from any other.
  public var tail: UInt32
  /// A hyphen alone stands between this word and the one before: `term` in `long-term`.
  public var isJoined: Bool
  /// Han, kana or Hangul.
  public var isIdeograph: Bool

  public init(
    start: UInt32, end: UInt32, key: UInt64, tail: UInt32, isJoined: Bool, isIdeograph: Bool
  ) {
    self.start = start
    self.end = end
    self.key = key
    self.tail = tail
    self.isJoined = isJoined
    self.isIdeograph = isIdeograph
  }

  /// Bytes.
  @inlinable public var length: UInt32 { end &- start }

  /// `text[range]` as a token by itself.
  public init(_ range: Range<Int>, of text: Span<UInt8>) {
    self.init(range.lowerBound, range.upperBound, of: text)
  }

  @inline(__always)
  init(
    _ start: Int, _ end: Int, of text: Span<UInt8>, isJoined: Bool = false,
    isIdeograph: Bool = false
  ) {
    let key = WordKey(start, end, of: text)
    self.init(
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
      key: key.value, tail: key.tail, isJoined: isJoined, isIdeograph: isIdeograph)
  }
}

/// Cuts normalized text into words.
///
/// A word is a run of letters and digits. Inside it may stand an apostrophe or `&` between letters
/// (`O'Reilly`, `AT&T`), a point or comma between digits (`14.3`, `1,000`), and a point between a
/// letter and a lower-case letter (`JD.com`); a dotted abbreviation keeps its last point (`U.S.`).
/// A hyphen separates words but marks the second as joined, so that `mega-round` is two tokens to
/// a lexicon and one word to a word count. Each Han, kana or Hangul character is a token.
public enum Tokenizer {
  /// Replaces the content of `tokens` with the tokens of `text`, in order.
  public static func tokenize(_ text: Span<UInt8>, into tokens: inout [Token]) {
    tokens.removeAll(keepingCapacity: true)
    append(tokensOf: text, 0..<text.count, to: &tokens)
  }

  /// Appends the tokens of `text[range]`; their offsets refer to the whole of `text`.
  public static func append(
    tokensOf text: Span<UInt8>, _ range: Range<Int>, to tokens: inout [Token]
  ) {
    let end = range.upperBound
    var index = range.lowerBound
    var joined = false
    while index < end {
      if !joined, text[index] < 0x80, text[index] != UInt8(ascii: "-") {
        index = plainWords(from: index, to: end, in: text, &tokens)
        guard index < end else { return }
      }
      let byte = text[index]
      if byte.isASCIIWord {
        index = word(from: index, to: end, in: text, joined: joined, &tokens)
        joined = false
      } else if byte < 0x80 {
        joined = byte == UInt8(ascii: "-") && follows(tokens, index)
        index += 1
      } else {
        let scalar = DecodedScalar(at: index, in: text)
        let next = index + scalar.length
        switch ScalarClass.of(scalar.value) {
        case .word, .digit:
          index = word(from: index, to: end, in: text, joined: joined, &tokens)
          joined = false
        case .ideograph:
          tokens.append(Token(index, next, of: text, isIdeograph: true))
          index = next
          joined = false
        case .hyphen:
          joined = follows(tokens, index)
          index = next
        case .apostrophe, .invisible, .separator:
          joined = false
          index = next
        }
      }
    }
  }

  /// The number of words: tokens that no hyphen joins to the one before.
  public static func countWords(_ tokens: [Token]) -> Int {
    var count = 0
    for token in tokens where !token.isJoined { count += 1 }
    return count
  }

  private static func follows(_ tokens: [Token], _ index: Int) -> Bool {
    guard let last = tokens.last else { return false }
    return Int(last.end) == index && !last.isIdeograph
  }

  /// Appends words of ASCII letters and digits, up to the first byte that asks for a closer look:
  /// one that may continue a word or join two, or one beyond ASCII. Returns where that is, or where
  /// the word begins that it follows.
  private static func plainWords(
    from start: Int, to end: Int, in text: Span<UInt8>, _ tokens: inout [Token]
  ) -> Int {
    var index = start
    while let block = TextBlock(at: index, before: end, in: text) {
      let (words, others) = (block.words, block.beyondASCII)
      let inner = block.infixes & (words &<< 1) & ((words | others) &>> 1)
      // The last byte stops too: what follows it is not known.
      let stop = min((others | inner).trailingZeroBitCount, TextBlock.size - 1)
      let first = index
      var starts = words & ~(words &<< 1)
      var ends = ~words & (words &<< 1) & ((1 &<< UInt64(stop)) &- 1)
      tokens.append(addingCapacity: ends.nonzeroBitCount) { output in
        while ends != 0 {
          output.append(
            Token(
              first &+ starts.trailingZeroBitCount, first &+ ends.trailingZeroBitCount, of: text))
          starts &= starts &- 1
          ends &= ends &- 1
        }
      }
      index &+= min(stop, starts.trailingZeroBitCount)
      // A byte that stops, or a word longer than the block.
      guard stop == TextBlock.size - 1, index > first else { return index }
    }
    return index
  }

  /// Appends the word that begins at `start`; returns where it ends.
  @inline(__always)
  private static func word(
    from start: Int, to end: Int, in text: Span<UInt8>, joined: Bool, _ tokens: inout [Token]
  ) -> Int {
    var index = start
    while index < end {
      // Eight letters or digits at a time, and most words end within the first eight bytes.
      if let eight = EightBytes(at: index, before: end, in: text) {
        let length = eight.wordLength
        index += length
        if length == 8 { continue }
      }
      let byte = text[index]
      if byte.isASCIIWord {
        index += 1
      } else if byte < 0x80 {
        guard byte.isASCIIInfix,
          continues(afterInfix: byte, at: index, from: start, to: end, in: text)
        else { break }
        index += 1
      } else {
        let length = wordScalarLength(at: index, from: start, to: end, in: text)
        guard length > 0 else { break }
        index += length
      }
    }
    tokens.append(Token(start, index, of: text, isJoined: joined))
    return index
  }

  /// The length of the scalar at `index` if it continues a word, else 0.
  private static func wordScalarLength(
    at index: Int, from start: Int, to end: Int, in text: Span<UInt8>
  ) -> Int {
    let scalar = DecodedScalar(at: index, in: text)
    switch ScalarClass.of(scalar.value) {
    case .word, .digit: return scalar.length
    case .invisible:
      return isWord(at: index + scalar.length, before: end, in: text) ? scalar.length : 0
    case .apostrophe:
      return index > start && isLetter(before: index, in: text)
        && isLetter(at: index + scalar.length, before: end, in: text) ? scalar.length : 0
    default: return 0
    }
  }

  /// Whether the word goes on with the ASCII infix at `index`.
  private static func continues(
    afterInfix byte: UInt8, at index: Int, from start: Int, to end: Int, in text: Span<UInt8>
  ) -> Bool {
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "&"):
      return isLetter(before: index, in: text) && isLetter(at: index + 1, before: end, in: text)
    case UInt8(ascii: ","):
      return isDigit(at: index - 1, in: text) && index + 1 < end && isDigit(at: index + 1, in: text)
    case UInt8(ascii: "."):
      if index + 1 < end {
        if isDigit(at: index - 1, in: text) { return isDigit(at: index + 1, in: text) }
        if (0x61...0x7A).contains(text[index + 1]), isLetter(before: index, in: text) {
          return true
        }
        // Between two capitals only in an abbreviation: "U.S", not "end.Start" or "Inc.Co".
        if (0x41...0x5A).contains(text[index + 1]),
          isInitial(endingAt: index, from: start, in: text)
        {
          return index + 2 >= end || !text[index + 2].isASCIILetter
        }
      }
      // The closing point of an abbreviation of two letters or more.
      return index - start >= 3 && text[index - 2] == UInt8(ascii: ".")
        && isInitial(endingAt: index, from: start, in: text)
    default: return false
    }
  }

  /// Whether the letter that ends at `index` stands alone: at the word's start or after a point.
  private static func isInitial(endingAt index: Int, from start: Int, in text: Span<UInt8>) -> Bool
  {
    guard index > start, text[index - 1].isASCIILetter else {
      return false
    }
    return index - 1 == start || text[index - 2] == UInt8(ascii: ".")
  }

  private static func isDigit(at index: Int, in text: Span<UInt8>) -> Bool {
    text[index].isASCIIDigit
  }

  private static func isLetter(before index: Int, in text: Span<UInt8>) -> Bool {
    text[index - 1].isASCIILetter || text[index - 1] >= 0x80
  }

  private static func isWord(at index: Int, before end: Int, in text: Span<UInt8>) -> Bool {
    guard index < end else { return false }
    if text[index] < 0x80 { return text[index].isASCIILetter || text[index].isASCIIDigit }
    let kind = ScalarClass.of(DecodedScalar(at: index, in: text).value)
    return kind == .word || kind == .digit
  }

  private static func isLetter(at index: Int, before end: Int, in text: Span<UInt8>) -> Bool {
    guard index < end else { return false }
    if text[index] < 0x80 { return text[index].isASCIILetter }
    return ScalarClass.of(DecodedScalar(at: index, in: text).value) == .word
  }
}
