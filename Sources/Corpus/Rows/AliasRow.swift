/// What became of one ambiguous alias in the documents of a study.
public struct AliasRow: TableRow, Hashable {
  public var lexicon: String
  public var entry: String
  public var alias: String
  public var rules: String
  public var accepted = 0
  public var open = 0
  public var outranked = 0
  public var excluded = 0
  public var outOfScope = 0
  public var unlicensed = 0
  public var samples = AliasSamples()

  public init(lexicon: String, entry: String, alias: String, rules: String) {
    self.lexicon = lexicon
    self.entry = entry
    self.alias = alias
    self.rules = rules
  }

  public var refused: Int { outranked + excluded + outOfScope + unlicensed }
  public var candidates: Int { accepted + open + refused }

  public static let schema = TableSchema(
    name: "ambiguous",
    description: "What became of the names and words that may mean other things.",
    columns: [
      .init("lexicon", .string, "The lexicon that holds the entry."),
      .init("entry", .string, "The identifier of the entry in its lexicon."),
      .init("alias", .string, "The term, as written in the lexicon."),
      .init(
        "rules", .string,
        "The rules under which it is accepted, any of them, each with its file and line."),
      .init(
        "candidates", .integer,
        "Places where its words stand, outside mentions of the entry by its other names."),
      .init("accepted", .integer, "Candidates that are mentions of the entry."),
      .init("refused", .integer, "Candidates that are not; why, the last four counts say."),
      .init("open", .integer, "Candidates that are mentions of another entry of the lexicon too."),
      .init("outranked", .integer, "A longer match or a blocking phrase takes the words."),
      .init("excluded", .integer, "What must not stand near stands near."),
      .init("out_of_scope", .integer, "Date, field, outlet or language are others."),
      .init("unlicensed", .integer, "What must stand near or before does not."),
      .init("sample_accepted", .string, "Up to three accepted candidates in their context."),
      .init("sample_refused", .string, "Up to three refused ones."),
      .init("sample_open", .string, "Up to three open ones."),
    ])

  public var values: [Value] {
    [
      .text(lexicon), .text(entry), .text(alias), .text(rules), .integer(candidates),
      .integer(accepted), .integer(refused), .integer(open), .integer(outranked),
      .integer(excluded), .integer(outOfScope), .integer(unlicensed),
      .text(samples.accepted.joined(separator: " | ")),
      .text(samples.refused.joined(separator: " | ")),
      .text(samples.open.joined(separator: " | ")),
    ]
  }
}

/// The first candidates of each kind, in the order of the tables.
public struct AliasSamples: Sendable, Hashable {
  public var accepted: [String] = []
  public var refused: [String] = []
  public var open: [String] = []

  public init() {}
}
