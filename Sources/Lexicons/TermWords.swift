import Bytes

/// Makes the word patterns of phrases, under one case rule. It remembers them: the terms of a
/// lexicon repeat their words.
struct TermWords {
  private struct Word {
    var pattern: WordPattern
    /// Lower-case letters only: the words whose hyphen writers drop.
    var isPlain: Bool
  }

  /// Letters that stand in for `*` and `?` while a term is cut by the tokenizer that cuts texts.
  private static let star: Unicode.Scalar = "\u{A66E}"
  private static let one: Unicode.Scalar = "\u{A66D}"

  private let rule: CaseRule
  private var table = WordTable(minimumCapacity: 1 << 8)
  /// By their numbers in `table`; `nil` for a word without a letter.
  private var words: [Word?] = []
  private var tokens: [Token] = []

  init(_ rule: CaseRule) { self.rule = rule }

  /// The words of a phrase; two readings if a hyphen may also be closed up, none without words.
  mutating func readings(
    of phrase: [UInt8], offset: Int
  ) throws(TermSyntaxError) -> [[WordPattern]] {
    let bytes = Self.masked(phrase)
    Tokenizer.tokenize(bytes.span, into: &tokens)
    guard !tokens.isEmpty else { return [] }
    var patterns: [WordPattern] = []
    patterns.reserveCapacity(tokens.count)
    var mayClose = false
    var lastIsPlain = false
    for token in tokens {
      var word = try word(table.number(token, of: bytes.span), offset)
      mayClose = mayClose || (token.isJoined && word.isPlain && lastIsPlain)
      // Behind a hyphen two letters have a plural too: start-ups.
      if token.isJoined, word.isPlain, token.length == 2, !word.pattern.isGlob, rule != .exact {
        word.pattern.matchesPlural = true
      }
      lastIsPlain = word.isPlain
      patterns.append(word.pattern)
    }
    if patterns.count == 1, patterns[0].isGlob, patterns[0].literalCount < 2 {
      throw TermSyntaxError(
        message: "'\(patterns[0].key)' would match too many words; give at least two letters",
        offset: offset)
    }
    return mayClose ? [patterns, try closed(bytes, offset)] : [patterns]
  }

  /// The words with those closed up that a hyphen joins.
  private mutating func closed(
    _ bytes: [UInt8], _ offset: Int
  ) throws(TermSyntaxError) -> [WordPattern] {
    var closed: [Word] = []
    var spelled: [UInt8] = []
    for token in tokens {
      let spelling = bytes[Int(token.start)..<Int(token.end)]
      let word = try word(table.number(token, of: bytes.span), offset)
      if token.isJoined, word.isPlain, let last = closed.last, last.isPlain {
        spelled += spelling
        closed[closed.count - 1] = try self.word(table.number(of: spelled.span), offset)
      } else {
        spelled = Array(spelling)
        closed.append(word)
      }
    }
    return closed.map(\.pattern)
  }

  private static func masked(_ phrase: [UInt8]) -> [UInt8] {
    guard phrase.contains(where: Glob.isWildcard) else { return phrase }
    let scalars = String(decoding: phrase, as: UTF8.self).unicodeScalars.map {
      $0 == "*" ? star : $0 == "?" ? one : $0
    }
    return Array(String(String.UnicodeScalarView(scalars)).utf8)
  }

  private mutating func word(_ number: Int32, _ offset: Int) throws(TermSyntaxError) -> Word {
    if Int(number) == words.count { words.append(word(Array(table.word(number)))) }
    if let word = words[Int(number)] { return word }
    let masked = String(decoding: table.word(number), as: UTF8.self)
    throw TermSyntaxError(
      message: "'\(Self.unmasked(masked))' would match every word; give some letters",
      offset: offset)
  }

  private func word(_ masked: [UInt8]) -> Word? {
    let scalars = String(decoding: masked, as: UTF8.self).unicodeScalars
    let isGlob = scalars.contains { $0 == Self.star || $0 == Self.one }
    func text(_ bytes: [UInt8]) -> String {
      let text = String(decoding: bytes, as: UTF8.self)
      return isGlob ? Self.unmasked(text) : text
    }
    let cased = WordFolding.cased(masked)
    let lowercased = WordFolding.lowercased(cased)
    let hasCapital = lowercased != cased
    let key = text(lowercased)
    let pattern = WordPattern(
      key: key, isGlob: isGlob,
      cased: rule == .exact || (rule == .smart && hasCapital) ? text(cased) : nil,
      isExact: rule == .exact,
      matchesPlural: !isGlob && !hasCapital && rule != .exact && lowercased.count >= 3
        && key.unicodeScalars.allSatisfy(\.isLetter))
    guard pattern.literalCount > 0 else { return nil }
    return Word(
      pattern: pattern,
      isPlain: scalars.allSatisfy {
        $0.isLowercaseLetter || $0 == Self.star || $0 == Self.one
      })
  }

  private static func unmasked(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { $0 == star ? "*" : $0 == one ? "?" : $0 }
    return String(String.UnicodeScalarView(scalars))
  }
}

extension WordPattern {
  /// How many scalars are no wildcards.
  fileprivate var literalCount: Int { key.unicodeScalars.count { $0 != "*" && $0 != "?" } }
}

extension Unicode.Scalar {
  // What is ASCII, most of a lexicon, needs no look into Unicode's tables.
  fileprivate var isLetter: Bool {
    isASCII ? UInt8(value).isASCIILetter : properties.isAlphabetic
  }

  fileprivate var isLowercaseLetter: Bool {
    isASCII ? value &- 0x61 < 26 : properties.isLowercase
  }
}
