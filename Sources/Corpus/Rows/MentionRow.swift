/// One row of `mentions.csv`.
public struct MentionRow: TableRow, Hashable {
  public var documentID: String
  public var date: CalendarDate?
  public var outlet: String?
  public var lexicon: String
  public var entry: String
  public var term: String
  public var field: Field
  public var start: Int
  public var end: Int
  public var sentence: Int
  public var text: String
  public var ambiguous: Bool
  public var weight: Double
  public var rule: String
  public var salience: Double?

  public init(
    documentID: String, date: CalendarDate? = nil, outlet: String? = nil, lexicon: String,
    entry: String, term: String, field: Field, start: Int, end: Int, sentence: Int, text: String,
    ambiguous: Bool, weight: Double = 1, rule: String = "",
    salience: Double? = nil
  ) {
    self.documentID = documentID
    self.date = date
    self.outlet = outlet
    self.lexicon = lexicon
    self.entry = entry
    self.term = term
    self.field = field
    self.start = start
    self.end = end
    self.sentence = sentence
    self.text = text
    self.ambiguous = ambiguous
    self.weight = weight
    self.rule = rule
    self.salience = salience
  }

  public static let schema = TableSchema(
    name: "mentions",
    description: """
      The mentions: each place in a document where a lexicon entry was found.
      """,
    columns: [
      .init("document_id", .string, "The document, as in documents.csv."),
      .init("date", .any, "The document's date, as in documents.csv."),
      .init("outlet", .string, "The document's outlet."),
      .init("lexicon", .string, "The lexicon that holds the entry."),
      .init("entry", .string, "The identifier of the entry in its lexicon."),
      .init("term", .string, "The term that matched, as written in the lexicon."),
      .init("field", .string, "Where it was found: title or body."),
      .init(
        "start", .integer,
        "Where the mention begins: Unicode scalars from the start of the normalized field."),
      .init("end", .integer, "Where the mention ends (exclusive), in the same count."),
      .init("sentence", .integer, "Ordinal of the sentence in its field, from 0."),
      .init("text", .string, "The words of the document that matched."),
      .init(
        "ambiguous", .boolean,
        "Whether another entry of the same lexicon claims the same span."),
      .init(
        "weight", .number,
        "How much the mention weighs: the weight of the term, or of its entry; 1 if neither has one."
      ),
      .init(
        "rule", .string,
        """
        Under which conditions the term that matched was accepted, in a \
        few words, with their file and line; empty for a term without conditions.
        """),
      .init(
        "salience", .number,
        """
        How far the document is about the entry, in points from 0.5 to 7, by where and how often it \
        is mentioned: from 2 on it is about it.
        """),
    ])

  public var values: [Value] {
    Self.values(document: documentID, date, outlet: outlet)
      + Self.values(lexicon: lexicon, entry: entry, term: term)
      + [
        Self.value(of: field), .integer(start), .integer(end), .integer(sentence), .text(text),
        .boolean(ambiguous),
      ] + Self.values(weight: weight, rule: rule) + [Self.value(ofSalience: salience)]
  }

  /// The first cells, which all mentions of a document share.
  public static func values(
    document: String, _ date: CalendarDate?, outlet: String?
  ) -> [Value] {
    [.text(document), .optional(date?.description), .optional(outlet)]
  }

  /// The cells that follow, which all mentions by a term share.
  public static func values(lexicon: String, entry: String, term: String) -> [Value] {
    [.text(lexicon), .text(entry), .text(term)]
  }

  /// The cell that follows. Then come the start, the end, the sentence and the text.
  public static func value(of field: Field) -> Value {
    .text(field == .title ? "title" : "body")
  }

  /// The cells behind that which says whether the mention is ambiguous: all mentions by a term
  /// share them.
  public static func values(weight: Double, rule: String) -> [Value] {
    // Whole numbers are written faster, and most are 1.
    [Int(exactly: weight).map(Value.integer) ?? .number(weight), .text(rule)]
  }

  /// The last cell, which all mentions of an entry in a document share.
  public static func value(ofSalience points: Double?) -> Value {
    points.map { Int(exactly: $0).map(Value.integer) ?? .number($0) } ?? .missing
  }
}
