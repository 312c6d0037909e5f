/// What a term matches, parsed.
public enum TermPattern: Sendable, Hashable {
  /// Any of several word sequences: a phrase with its alternatives and spelling variants.
  case phrases([[WordPattern]])
  /// Both within `distance` words, in any order or in the one given. The match spans both.
  case proximity(first: [[WordPattern]], second: [[WordPattern]], distance: Int, ordered: Bool)
  case regex(String)

  /// Of the words first looked for only, which few patterns share: lexicons are full of patterns.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .phrases(let phrases): for word in phrases.first ?? [] { hasher.combine(word.key) }
    case .proximity(let first, let second, let distance, _):
      for word in (first.first ?? []) + (second.first ?? []) { hasher.combine(word.key) }
      hasher.combine(distance)
    case .regex(let text): hasher.combine(text)
    }
  }
}

extension TermPattern {
  /// The letter or digit that one of its alternatives is.
  var onlyLetter: String? {
    guard case .phrases(let phrases) = self else { return nil }
    return phrases.first { $0.count == 1 && $0[0].key.utf8.count == 1 }?[0].key
  }
}

/// What one word of a text must look like.
public struct WordPattern: Sendable, Hashable {
  /// The folded word: lower case, no accents, no width, straight apostrophes, no points in
  /// abbreviations. A glob may hold `*` (any run of letters) and `?` (any one).
  public var key: String
  public var isGlob: Bool
  /// The word with its capitals, all else folded, where the case rule asks for them.
  public var cased: String?
  /// The case rule is `exact`: capitals count even where a text has only one case.
  public var isExact: Bool
  /// A lower-case word of three letters or more also matches its simple plural.
  public var matchesPlural: Bool

  /// Of the letters, which few patterns share.
  public func hash(into hasher: inout Hasher) { hasher.combine(key) }

  public init(key: String, isGlob: Bool, cased: String?, isExact: Bool, matchesPlural: Bool) {
    self.key = key
    self.isGlob = isGlob
    self.cased = cased
    self.isExact = isExact
    self.matchesPlural = matchesPlural
  }
}
