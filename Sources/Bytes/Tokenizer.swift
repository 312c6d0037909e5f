/// One word of a text: a byte range, its hash, and how it hangs together with the word before.
public struct Token: Sendable, Hashable {
  public var start: UInt32
  public var end: UInt32
  /// Of the bytes as they stand (FNV-1a, 64 bits): the key of `WordTable`.
  public var hash: UInt64
  /// A hyphen alone stands between this word and the one before: `term` in `long-term`.
  public var isJoined: Bool
  /// Han, kana or Hangul.
  public var isIdeograph: Bool

  public init(start: UInt32, end: UInt32, hash: UInt64, isJoined: Bool, isIdeograph: Bool) {
    self.start = start
    self.end = end
    self.hash = hash
    self.isJoined = isJoined
    self.isIdeograph = isIdeograph
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
    let classes = ByteClass.table
    let end = range.upperBound
    var index = range.lowerBound
    var joined = false
    while index < end {
      let byte = text[index]
      switch classes[Int(byte)] {
      case ByteClass.letter, ByteClass.digit:
        index = word(from: index, to: end, in: text, classes: classes, joined: joined, &tokens)
        joined = false
      case ByteClass.lead:
        let scalar = DecodedScalar(at: index, in: text)
        switch ScalarClass.of(scalar.value) {
        case .word, .digit:
          index = word(from: index, to: end, in: text, classes: classes, joined: joined, &tokens)
          joined = false
        case .ideograph:
          var hash = fnvOffset
          var next = index
          while next < index + scalar.length {
            hash = (hash ^ UInt64(text[next])) &* fnvPrime
            next += 1
          }
          tokens.append(
            Token(
              start: UInt32(index), end: UInt32(next), hash: hash, isJoined: false,
              isIdeograph: true))
          index = next
          joined = false
        case .hyphen:
          joined = follows(tokens, index)
          index += scalar.length
        case .apostrophe, .invisible, .separator:
          joined = false
          index += scalar.length
        }
      default:
        joined = byte == UInt8(ascii: "-") && follows(tokens, index)
        index += 1
      }
    }
  }

  /// The number of words: tokens that no hyphen joins to the one before.
  public static func countWords(_ tokens: [Token]) -> Int {
    var count = 0
    for token in tokens where !token.isJoined { count += 1 }
    return count
  }

  @usableFromInline static let fnvOffset: UInt64 = 0xcbf2_9ce4_8422_2325
  @usableFromInline static let fnvPrime: UInt64 = 0x100_0000_01b3

  /// The hash a token of these bytes has.
  public static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(fnvOffset) { ($0 ^ UInt64($1)) &* fnvPrime }
  }

  private static func follows(_ tokens: [Token], _ index: Int) -> Bool {
    guard let last = tokens.last else { return false }
    return Int(last.end) == index && !last.isIdeograph
  }

  /// Appends the word that begins at `start`; returns where it ends.
  @inline(__always)
  private static func word(
    from start: Int, to end: Int, in text: Span<UInt8>, classes: InlineArray<256, UInt8>,
    joined: Bool, _ tokens: inout [Token]
  ) -> Int {
    var index = start
    var hash = fnvOffset
    scan: while index < end {
      let byte = text[index]
      switch classes[Int(byte)] {
      case ByteClass.letter, ByteClass.digit:
        hash = (hash ^ UInt64(byte)) &* fnvPrime
        index += 1
      case ByteClass.infix:
        guard continues(afterInfix: byte, at: index, from: start, to: end, in: text) else {
          break scan
        }
        hash = (hash ^ UInt64(byte)) &* fnvPrime
        index += 1
      case ByteClass.lead:
        let length = wordScalarLength(at: index, from: start, to: end, in: text)
        guard length > 0 else { break scan }
        let next = index + length
        while index < next {
          hash = (hash ^ UInt64(text[index])) &* fnvPrime
          index += 1
        }
      default: break scan
      }
    }
    tokens.append(
      Token(
        start: UInt32(start), end: UInt32(index), hash: hash, isJoined: joined,
        isIdeograph: false))
    return index
  }

  /// The length of the scalar at `index` if it continues a word, else 0.
  private static func wordScalarLength(
    at index: Int, from start: Int, to end: Int, in text: Span<UInt8>
  ) -> Int {
    let scalar = DecodedScalar(at: index, in: text)
    switch ScalarClass.of(scalar.value) {
    case .word, .digit: return scalar.length
    case .invisible: return index + scalar.length < end ? scalar.length : 0
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
        if (0x41...0x5A).contains(text[index + 1]), isInitial(endingAt: index, from: start, in: text) {
          return index + 2 >= end || ByteClass.table[Int(text[index + 2])] != ByteClass.letter
        }
      }
      // The closing point of an abbreviation of two letters or more.
      return index - start >= 3 && text[index - 2] == UInt8(ascii: ".")
        && isInitial(endingAt: index, from: start, in: text)
    default: return false
    }
  }

  /// Whether the letter that ends at `index` stands alone: at the word's start or after a point.
  private static func isInitial(endingAt index: Int, from start: Int, in text: Span<UInt8>) -> Bool {
    guard index > start, ByteClass.table[Int(text[index - 1])] == ByteClass.letter else {
      return false
    }
    return index - 1 == start || text[index - 2] == UInt8(ascii: ".")
  }

  private static func isDigit(at index: Int, in text: Span<UInt8>) -> Bool {
    ByteClass.table[Int(text[index])] == ByteClass.digit
  }

  private static func isLetter(before index: Int, in text: Span<UInt8>) -> Bool {
    let kind = ByteClass.table[Int(text[index - 1])]
    return kind == ByteClass.letter || kind == ByteClass.lead
  }

  private static func isLetter(at index: Int, before end: Int, in text: Span<UInt8>) -> Bool {
    guard index < end else { return false }
    switch ByteClass.table[Int(text[index])] {
    case ByteClass.letter: return true
    case ByteClass.lead:
      return ScalarClass.of(DecodedScalar(at: index, in: text).value) == .word
    default: return false
    }
  }
}
