/// What a term matches, parsed.
public enum TermPattern: Sendable, Hashable {
  /// Any of several word sequences: a phrase with its alternatives and spelling variants.
  case phrases([[WordPattern]])
  /// Both within `distance` words, in any order or in the one given. The match spans both.
  case proximity(first: [[WordPattern]], second: [[WordPattern]], distance: Int, ordered: Bool)
  case regex(String)
}

/// What one word of a text must look like.
public struct WordPattern: Sendable, Hashable {
  public enum Shape: Sendable, Hashable {
    /// The folded word: lower case, no accents, no width, straight apostrophes, no points in
    /// abbreviations.
    case literal(String)
    /// The folded word with `*` (any run) and `?` (any one scalar).
    case glob(String)
  }

  public var shape: Shape
  /// The word with its capitals, all else folded, where the case rule asks for them.
  public var cased: String?
  /// The case rule is `exact`: capitals count even where a text has only one case.
  public var isExact: Bool
  /// A lower-case word of three letters or more also matches its simple plural.
  public var matchesPlural: Bool

  public init(shape: Shape, cased: String?, isExact: Bool, matchesPlural: Bool) {
    self.shape = shape
    self.cased = cased
    self.isExact = isExact
    self.matchesPlural = matchesPlural
  }
}
