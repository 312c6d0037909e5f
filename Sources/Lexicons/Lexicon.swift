public import Corpus

/// A named set of entries, merged from all files that carry its name.
public struct Lexicon: Sendable, Hashable {
  public var name: String
  public var entries: [Entry]
  /// Phrases that only block: they compete in the longest match and yield no mention.
  public var none: [Term]

  public init(name: String, entries: [Entry] = [], none: [Term] = []) {
    self.name = name
    self.entries = entries
    self.none = none
  }

  /// Something to look for.
  public struct Entry: Sendable, Hashable {
    public var id: String
    public var label: String
    public var attributes: [String: [String]]
    /// The id of the branch that the entry belongs to.
    public var parent: String?
    public var affiliations: [Affiliation]
    public var note: String?
    public var source: String?
    public var terms: [Term]
    public var place: Place
  }

  /// A dated tie of a person to a firm, fund or programme.
  public struct Affiliation: Sendable, Hashable {
    /// `lexicon/entry`.
    public var of: String
    public var role: String?
    public var from: CalendarDate?
    public var until: CalendarDate?
    public var place: Place
  }

  /// Where in which file something is written.
  public struct Place: Sendable, Hashable {
    public var file: String
    public var line: Int
    public var column: Int
  }
}

/// One pattern that signals an entry, with the conditions under which it does.
public struct Term: Sendable, Hashable {
  /// As the researcher wrote it.
  public var text: String
  public var pattern: TermPattern
  public var conditions: Conditions?
  /// How much a mention of it weighs.
  public var weight: Double
  public var note: String?
  public var source: String?
  /// What it was made of, where no one wrote it.
  public var origin: Origin?
  public var place: Lexicon.Place

  init(
    text: String, pattern: TermPattern, conditions: Conditions? = nil, weight: Double = 1,
    note: String? = nil, source: String? = nil, place: Lexicon.Place
  ) {
    self.text = text
    self.pattern = pattern
    self.conditions = conditions
    self.weight = weight
    self.note = note
    self.source = source
    self.place = place
  }

  public struct Origin: Sendable, Hashable {
    /// The term that a researcher wrote.
    public var text: String
    public var variant: TermVariant
  }

  /// All that are given must hold.
  public struct Conditions: Sendable, Hashable {
    /// At least one of these within `scope`.
    public var near: [TermPattern] = []
    /// None of these within `scope`.
    public var unless: [TermPattern] = []
    public var scope: Scope = .sentence
    /// One of these earlier in the article.
    public var after: [TermPattern] = []
    /// The article's date, inclusive.
    public var from: CalendarDate?
    public var until: CalendarDate?
    public var field: Field?
    public var outlets: [String] = []
    public var languages: [String] = []

    public init() {}
  }

  /// How far the context of a match reaches.
  public enum Scope: Sendable, Hashable {
    case words(Int)
    case sentence, paragraph, article
  }
}

/// How capitals count.
public enum CaseRule: String, Sendable, Hashable, CaseIterable {
  /// A word with a capital must keep it, except in a text that has only one case.
  case smart
  case fold
  case exact
}
