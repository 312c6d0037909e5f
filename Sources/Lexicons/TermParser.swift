import Bytes

/// A term that the lexicon language does not allow, in words for the researcher.
struct TermSyntaxError: Error {
  var message: String
  /// Scalars from the start of the term.
  var offset: Int
}

/// Reads one term of the lexicon language (docs/lexicon-guide.md).
struct TermParser {
  /// More phrases than this from one term's alternatives are a mistake, not a lexicon.
  static let maximumPhrases = 2_000
  static let maximumDistance = 100

  private let scalars: [Unicode.Scalar]
  private let rule: CaseRule
  private var position = 0

  static func parse(_ text: String, case rule: CaseRule) throws(TermSyntaxError) -> TermPattern {
    if text.utf8.count > 2, text.hasPrefix("/"), text.hasSuffix("/") {
      return .regex((rule == .fold ? "(?i)" : "") + text.dropFirst().dropLast())
    }
    var parser = TermParser(scalars: Array(text.unicodeScalars), rule: rule)
    return try parser.pattern()
  }

  private init(scalars: [Unicode.Scalar], rule: CaseRule) {
    self.scalars = scalars
    self.rule = rule
  }

  // MARK: Operators

  private mutating func pattern() throws(TermSyntaxError) -> TermPattern {
    let (text, operators) = try split()
    guard operators.count <= 1 else {
      throw TermSyntaxError(
        message: "a term may hold one NEAR or BEFORE; write the others as 'near:' conditions",
        offset: operators[1].offset)
    }
    guard let only = operators.first else { return .phrases(try phrases(of: text[0])) }
    return .proximity(
      first: try phrases(of: text[0]), second: try phrases(of: text[1]), distance: only.distance,
      ordered: only.isOrdered)
  }

  private struct Operator {
    var offset: Int
    var distance: Int
    var isOrdered: Bool
  }

  /// Cuts at `NEAR/n` and `BEFORE/n` that stand as words outside braces.
  private func split() throws(TermSyntaxError) -> ([Range<Int>], [Operator]) {
    var ranges: [Range<Int>] = []
    var operators: [Operator] = []
    var start = 0
    var depth = 0
    var index = 0
    while index < scalars.count {
      if scalars[index] == "{" { depth += 1 }
      if scalars[index] == "}" { depth -= 1 }
      guard depth == 0, index == 0 || scalars[index - 1] == " " else {
        index += 1
        continue
      }
      var end = index
      while end < scalars.count, scalars[end] != " " { end += 1 }
      let word = String(String.UnicodeScalarView(scalars[index..<end]))
      let ordered = word.hasPrefix("BEFORE/")
      guard ordered || word.hasPrefix("NEAR/") else {
        index += 1
        continue
      }
      guard let distance = Int(word.drop { $0 != "/" }.dropFirst()),
        (1...Self.maximumDistance).contains(distance)
      else {
        throw TermSyntaxError(
          message:
            "'\(word)' needs a number of words from 1 to \(Self.maximumDistance), as in NEAR/5",
          offset: index)
      }
      ranges.append(start..<index)
      operators.append(Operator(offset: index, distance: distance, isOrdered: ordered))
      start = end
      index = end
    }
    return (ranges + [start..<scalars.count], operators)
  }

  // MARK: Phrases

  private mutating func phrases(of range: Range<Int>) throws(TermSyntaxError) -> [[WordPattern]] {
    position = range.lowerBound
    let texts = try alternatives(to: range.upperBound, isInner: false)
    var phrases: [[WordPattern]] = []
    for text in texts {
      for phrase in try Self.words(of: text, rule: rule, offset: range.lowerBound)
      where !phrase.isEmpty && !phrases.contains(phrase) {
        phrases.append(phrase)
      }
    }
    guard !phrases.isEmpty else {
      throw TermSyntaxError(
        message: "there is no word to look for here", offset: range.lowerBound)
    }
    return phrases
  }

  /// The texts that a run with `{a|b}` groups stands for; stops at `|` or `}` of an outer group.
  private mutating func alternatives(
    to end: Int, isInner: Bool
  ) throws(TermSyntaxError) -> [String.UnicodeScalarView] {
    var texts = [String.UnicodeScalarView()]
    while position < end {
      switch scalars[position] {
      case "{":
        let opening = position
        position += 1
        var choices: [String.UnicodeScalarView] = []
        while true {
          choices += try alternatives(to: end, isInner: true)
          guard position < end else {
            throw TermSyntaxError(message: "this '{' has no '}'", offset: opening)
          }
          position += 1
          if scalars[position - 1] == "}" { break }
        }
        guard texts.count * choices.count <= Self.maximumPhrases else {
          throw TermSyntaxError(
            message:
              "the alternatives stand for over \(Self.maximumPhrases) phrases; split the term",
            offset: opening)
        }
        texts = texts.flatMap { text in choices.map { text + $0 } }
      case "|", "}":
        if isInner { return texts }
        throw TermSyntaxError(
          message: "'\(scalars[position])' outside '{ … }'; alternatives are written {a|b}",
          offset: position)
      case let scalar:
        for index in texts.indices { texts[index].append(scalar) }
        position += 1
      }
    }
    return texts
  }

  // MARK: Words

  /// Letters that stand in for `*` and `?` while a term is cut by the tokenizer that cuts texts.
  private static let star: Unicode.Scalar = "\u{A66E}"
  private static let one: Unicode.Scalar = "\u{A66D}"

  /// The words of a phrase; two readings if a hyphen may also be closed up.
  private static func words(
    of text: String.UnicodeScalarView, rule: CaseRule, offset: Int
  ) throws(TermSyntaxError) -> [[WordPattern]] {
    let masked = text.map { $0 == "*" ? star : $0 == "?" ? one : $0 }
    let utf8 = Array(String(String.UnicodeScalarView(masked)).utf8)
    var tokens: [Token] = []
    Tokenizer.tokenize(utf8.span, into: &tokens)
    var open: [WordPattern] = []
    var closed: [WordPattern] = []
    var spelled: [String] = []
    for token in tokens {
      let word = String(decoding: utf8[Int(token.start)..<Int(token.end)], as: UTF8.self)
      let pattern = try self.word(word, rule: rule, offset: offset)
      open.append(pattern)
      if token.isJoined, let last = spelled.last, isPlain(last), isPlain(word) {
        spelled[spelled.count - 1] = last + word
        closed[closed.count - 1] = try self.word(last + word, rule: rule, offset: offset)
      } else {
        spelled.append(word)
        closed.append(pattern)
      }
    }
    if open.count == 1, open[0].isGlob,
      open[0].key.unicodeScalars.count(where: { $0 != "*" && $0 != "?" }) < 2
    {
      throw TermSyntaxError(
        message: "'\(open[0].key)' would match too many words; give at least two letters",
        offset: offset)
    }
    return open == closed ? [open] : [open, closed]
  }

  /// Lower-case letters only: the words whose hyphen writers drop.
  private static func isPlain(_ word: String) -> Bool {
    word.unicodeScalars.allSatisfy { $0.properties.isLowercase || $0 == star || $0 == one }
  }

  private static func word(
    _ masked: String, rule: CaseRule, offset: Int
  ) throws(TermSyntaxError) -> WordPattern {
    let isGlob = masked.unicodeScalars.contains { $0 == star || $0 == one }
    let unmasked = String(
      String.UnicodeScalarView(
        WordFolding.cased(masked).unicodeScalars.map { $0 == star ? "*" : $0 == one ? "?" : $0 }))
    let literals = unmasked.unicodeScalars.count { $0 != "*" && $0 != "?" }
    guard literals > 0 else {
      throw TermSyntaxError(
        message: "'\(unmasked)' would match every word; give some letters", offset: offset)
    }
    let key = unmasked.lowercased()
    let hasCapital = key != unmasked
    return WordPattern(
      key: key, isGlob: isGlob,
      cased: rule == .exact || (rule == .smart && hasCapital) ? unmasked : nil,
      isExact: rule == .exact,
      matchesPlural: !isGlob && !hasCapital && rule != .exact && key.utf8.count >= 3
        && key.unicodeScalars.allSatisfy { $0.properties.isAlphabetic })
  }
}
