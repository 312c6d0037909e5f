/// One entry at one span of one document, in the integers of a `Catalogue`.
public struct Mention: Sendable, Hashable {
  /// Index into `Catalogue.entries`.
  public var entry: Int32
  /// Index into `Catalogue.terms`: the term that matched.
  public var term: Int32
  public var field: Field
  public var range: TextRange
  /// Ordinal of the sentence in its field, from 0.
  public var sentence: Int32
  /// Ordinal of the paragraph in its field, from 0.
  public var paragraph: Int32
  /// Another entry of the same lexicon claims the same span.
  public var ambiguous: Bool
  /// It is of the place that a news agency names in front of its text.
  public var isInDateline: Bool

  public init(
    entry: Int32, term: Int32, field: Field, range: TextRange, sentence: Int32, paragraph: Int32,
    ambiguous: Bool = false, isInDateline: Bool = false
  ) {
    self.entry = entry
    self.term = term
    self.field = field
    self.range = range
    self.sentence = sentence
    self.paragraph = paragraph
    self.ambiguous = ambiguous
    self.isInDateline = isInDateline
  }
}

/// A span of a passage, both in bytes (to slice) and in Unicode scalars (to publish).
public struct TextRange: Sendable, Hashable {
  public var bytes: Range<Int32>
  public var scalars: Range<Int32>

  public init(bytes: Range<Int32>, scalars: Range<Int32>) {
    self.bytes = bytes
    self.scalars = scalars
  }
}

/// The entries and terms of all lexicons of a study, to which mentions point.
public struct Catalogue: Sendable, Hashable, Codable {
  public struct Entry: Sendable, Hashable, Codable {
    public var lexicon: String
    public var id: String
    public var label: String
    /// Index of the parent entry (a branch) in `Catalogue.entries`.
    public var parent: Int32?
    /// Attribute values as text: `true`, `JP`, `1999`; a list attribute has several.
    public var attributes: [String: [String]]

    public init(
      lexicon: String, id: String, label: String, parent: Int32? = nil,
      attributes: [String: [String]] = [:]
    ) {
      self.lexicon = lexicon
      self.id = id
      self.label = label
      self.parent = parent
      self.attributes = attributes
    }

    /// `lexicon/id`, the name of the entry in studies and tables.
    public var name: String { "\(lexicon)/\(id)" }
  }

  /// Sorted by lexicon, then by the order of the files: the same for the same lexicons.
  public var entries: [Entry]
  /// The terms as the researcher wrote them.
  public var terms: [String]
  /// By term: its conditions in a few words, empty where it has none.
  public var rules: [String]
  /// How much one mention by each term weighs; `nil` where all weigh 1.
  public var weights: [Double]?

  public init(
    entries: [Entry] = [], terms: [String] = [], rules: [String] = [], weights: [Double]? = nil
  ) {
    self.entries = entries
    self.terms = terms
    self.rules = rules
    self.weights = weights
  }

  public func weight(of term: Int32) -> Double { weights?[Int(term)] ?? 1 }
}
