/// A term that the lexicon language does not allow, in words for the researcher.
struct TermSyntaxError: Error {
  var message: String
  /// Scalars from the start of the term.
  var offset: Int
}

/// Reads terms of the lexicon language (docs/lexicon-grammar.md).
struct TermParser {
  static let maximumDistance = 100

  private var words: [CaseRule: TermWords] = [:]

  mutating func parse(
    _ text: String, case rule: CaseRule, with variables: TermVariables = TermVariables()
  ) throws(TermSyntaxError) -> TermPattern {
    let bytes = Array(text.utf8)
    if TermSlips.mayBe(in: bytes), !Self.isRegex(text) { try TermSlips.check(text) }
    guard bytes.contains(where: Self.isSpecial) else {
      return .phrases(try Self.nonEmpty(readings(of: bytes, rule, offset: 0), 0))
    }
    let text = try variables.expanded(text)
    if Self.isRegex(text) { return .regex(try Self.regex(text, case: rule)) }
    let scalars = Array(text.unicodeScalars)
    let (sides, operators) = try Self.split(scalars)
    guard operators.count <= 1 else {
      throw TermSyntaxError(
        message: "a term may hold one NEAR or BEFORE; write the others as 'near:' conditions",
        offset: operators[1].offset)
    }
    let phrases = try sides.map { side throws(TermSyntaxError) in
      try self.phrases(
        TermAlternatives.texts(of: scalars[side], offset: side.lowerBound), rule,
        offset: side.lowerBound)
    }
    guard let only = operators.first else { return .phrases(phrases[0]) }
    return .proximity(
      first: phrases[0], second: phrases[1], distance: only.distance, ordered: only.isOrdered)
  }

  /// What words, separators and wildcards do not hold.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"), UInt8(ascii: "/"): true
    default: false
    }
  }

  static func isRegex(_ text: String) -> Bool {
    text.utf8.count > 2 && text.hasPrefix("/") && text.hasSuffix("/")
  }

  // MARK: Phrases

  private mutating func phrases(
    _ texts: [String], _ rule: CaseRule, offset: Int
  ) throws(TermSyntaxError) -> [[WordPattern]] {
    var phrases: [[WordPattern]] = []
    for text in texts {
      for phrase in try readings(of: Array(text.utf8), rule, offset: offset)
      where !phrases.contains(phrase) { phrases.append(phrase) }
    }
    return try Self.nonEmpty(phrases, offset)
  }

  private mutating func readings(
    of phrase: [UInt8], _ rule: CaseRule, offset: Int
  ) throws(TermSyntaxError) -> [[WordPattern]] {
    try words[rule, default: TermWords(rule)].readings(of: phrase, offset: offset)
  }

  private static func nonEmpty(
    _ phrases: [[WordPattern]], _ offset: Int
  ) throws(TermSyntaxError) -> [[WordPattern]] {
    if !phrases.isEmpty { return phrases }
    throw TermSyntaxError(message: "there is no word to look for here", offset: offset)
  }

  // MARK: Operators

  private struct Operator {
    var offset: Int
    var distance: Int
    var isOrdered: Bool
  }

  /// Cuts at `NEAR/n` and `BEFORE/n` that stand as words outside braces.
  private static func split(
    _ scalars: [Unicode.Scalar]
  ) throws(TermSyntaxError) -> ([Range<Int>], [Operator]) {
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
        (1...maximumDistance).contains(distance)
      else {
        throw TermSyntaxError(
          message: "'\(word)' needs a number of words from 1 to \(maximumDistance), as in NEAR/5",
          offset: index)
      }
      ranges.append(start..<index)
      operators.append(Operator(offset: index, distance: distance, isOrdered: ordered))
      start = end
      index = end
    }
    return (ranges + [start..<scalars.count], operators)
  }

  // MARK: Regular expressions

  /// No letter is in all of them: an expression that matches each finds any text.
  private static let unlikeWords = ["fjord", "Waltz", "nymph"]

  /// Texts on which an expression that backtracks without end does so.
  private static let endlessTexts = ["a", "A", "1", "a ", "a-", "a, "].map {
    String(repeating: $0, count: 64) + "!"
  }

  private static func regex(
    _ text: String, case rule: CaseRule
  ) throws(TermSyntaxError) -> String {
    let pattern = (rule == .fold ? "(?i)" : "") + text.dropFirst().dropLast()
    do throws(BoundedRegex.SyntaxError) {
      let regex = try BoundedRegex(pattern)
      if regex.matchesEmptyText {
        throw BoundedRegex.SyntaxError(message: "it matches the empty text", offset: 0)
      }
      if unlikeWords.allSatisfy({ !regex.matches(in: Array($0.utf8)).isEmpty }) {
        throw BoundedRegex.SyntaxError(message: "it would match every word", offset: 0)
      }
      let plain = try BoundedRegex(pattern, isOptimized: false)
      if let text = endlessTexts.first(where: { plain.isGivenUp(in: Array($0.utf8)) }) {
        throw BoundedRegex.SyntaxError(
          message: "it backtracks without end in '\(text.prefix(8))…!'; do not repeat what repeats",
          offset: 0)
      }
      return pattern
    } catch {
      throw TermSyntaxError(
        message: "the regular expression fails at character \(error.offset + 1): \(error.message)",
        offset: error.offset)
    }
  }
}
