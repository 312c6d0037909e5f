import Corpus
import Extract
import Lexicons
import Testing

/// On random lexicons and texts, the automaton finds exactly what trying every term would find.
@Suite struct NaiveAgreementTests {
  /// A small linear congruential generator (Knuth's MMIX constants): the same cases each run.
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  static let termWords = [
    "ab", "abc", "Abc", "ABC", "party", "Party", "box", "DeepMind", "xy*", "ab*", "*bc", "b?x",
    "Ab*", "1990", "fox", "Fox", "*ox", "A*c",
  ]
  static let textWords = [
    "ab", "Ab", "abc", "Abc", "ABC", "abcs", "party", "parties", "Party", "Parties", "box",
    "boxes", "Boxes", "DeepMind", "Deepmind", "deepmind", "xyz", "Xyz", "bcbc", "bix", "1990",
    "fox's", "Fox", "Fox's", "and", "the", "Foxes",
  ]

  @Test(arguments: 0..<300)
  func agree(_ seed: Int) throws {
    var random = Generator(state: UInt64(seed) &* 7919 &+ 1)
    let entries = (0..<Int.random(in: 1...6, using: &random)).map { id in
      NaiveMatcher.Entry(
        id: id,
        terms: (0..<Int.random(in: 1...5, using: &random)).map { _ in
          (0..<Int.random(in: 1...4, using: &random)).map { _ in
            Self.termWords.randomElement(using: &random) ?? "ab"
          }
        })
    }
    let yaml = entries.map { entry in
      let terms = entry.terms.map { "\"\($0.joined(separator: " "))\"" }.joined(separator: ", ")
      return "  - {id: e\(entry.id), terms: [\(terms)]}"
    }
    let text = "lexicon: t\nentries:\n" + yaml.joined(separator: "\n")
    try expectAgreement(try LexiconSet(parsing: [("t.yaml", text)]), entries, &random, text)
  }

  /// Files in parts, variables, variants, languages and blocking phrases come down to lists of
  /// terms: the automaton of the whole finds what trying each term of the lists would find.
  @Test(arguments: 0..<200)
  func partsAgree(_ seed: Int) throws {
    var random = Generator(state: UInt64(seed) &* 104_729 &+ 7)
    func words(_ count: ClosedRange<Int>) -> [String] {
      (0..<Int.random(in: count, using: &random)).map { _ in
        Self.termWords.randomElement(using: &random) ?? "ab"
      }
    }
    let variable = words(1...3)
    let languages = ["en", "zh"]
    let language = [nil, "en", "zh"].randomElement(using: &random) ?? nil
    var part = "variables: {v: [\(quoted(variable))]}\nentries:\n"
    var main = "lexicon: t\ninclude: part.yaml\n"
    var entries: [NaiveMatcher.Entry] = []
    let blocking = words(0...2)
    if !blocking.isEmpty {
      main += "none: [\(quoted(blocking))]\n"
      entries.append(NaiveMatcher.Entry(id: -1, terms: blocking.map { [$0] }))
    }
    main += "entries:\n"
    for id in 0..<4 {
      let plain = words(1...2)
      let tail = words(0...1)
      let foreign = words(1...1)
      let code = languages.randomElement(using: &random) ?? "en"
      let variants = Bool.random(using: &random) ? "plural" : ""
      let terms = quoted([plain.joined(separator: " "), (["${v}"] + tail).joined(separator: " ")])
      let line =
        "  - {id: e\(id), variants: [\(variants)], terms: [\(terms)], terms.\(code): [\(quoted(foreign))]}\n"
      if Bool.random(using: &random) { part += line } else { main += line }
      var sequences = [plain] + variable.map { [$0] + tail }
      if language == nil || language == code { sequences.append(foreign) }
      if !variants.isEmpty { sequences += sequences.flatMap(plurals) }
      entries.append(NaiveMatcher.Entry(id: id, terms: sequences))
    }
    if !part.hasSuffix("}\n") { part += "  - {id: none}\n" }
    if !main.hasSuffix("}\n") { main += "  - {id: other}\n" }
    let set = try LexiconSet(parsing: [("t.yaml", main), ("part.yaml", part)])
    try expectAgreement(set, entries, language: language, &random, "\(part)\n\(main)")
  }

  private func quoted(_ terms: [String]) -> String {
    terms.map { "\"\($0)\"" }.joined(separator: ", ")
  }

  /// What `variants: plural` makes of the words used here.
  private func plurals(_ words: [String]) -> [[String]] {
    guard let last = words.last else { return [] }
    let plurals: [String: [String]] = [
      "Abc": ["Abcs"], "ABC": ["ABCs"], "Party": ["Parties", "Partys"], "DeepMind": ["DeepMinds"],
      "Fox": ["Foxes"],
    ]
    return (plurals[last] ?? []).map { words.dropLast() + [$0] }
  }

  /// On a random text, which may be of one case.
  private func expectAgreement(
    _ set: LexiconSet, _ entries: [NaiveMatcher.Entry], language: String? = nil,
    _ random: inout Generator, _ lexicon: String
  ) throws {
    var words = (0..<Int.random(in: 1...60, using: &random)).map { _ in
      Self.textWords.randomElement(using: &random) ?? "ab"
    }
    switch Int.random(in: 0..<8, using: &random) {
    case 0: words = words.map { $0.uppercased() }
    case 1: words = words.map { $0.lowercased() }
    default: break
    }
    var text = ""
    var starts: [Int] = []
    var ends: [Int] = []
    for word in words {
      text += text.isEmpty ? "" : [" ", "-", ", ", " — "].randomElement(using: &random) ?? " "
      starts.append(text.utf8.count)
      text += word
      ends.append(text.utf8.count)
    }
    let lexicons = CompiledLexicons(set)
    var tagger = Tagger(lexicons)
    let article = Document(
      id: "d", source: Source(path: "d"), language: language,
      // A body might begin with a dateline, whose capitals say nothing.
      title: Passage(utf8: Array(text.utf8), sentenceStarts: [0]), body: .empty)
    let found = tagger.mentions(in: article).map { mention in
      NaiveMatcher.Span(
        first: starts.firstIndex(of: Int(mention.range.bytes.lowerBound)) ?? -1,
        last: ends.firstIndex(of: Int(mention.range.bytes.upperBound)) ?? -1,
        entry: Int(lexicons.catalogue.entries[Int(mention.entry)].id.dropFirst()) ?? -2)
    }
    let expected = NaiveMatcher(entries: entries).mentions(in: words) { span in
      ends[span.upperBound] - starts[span.lowerBound]
    }
    #expect(found.sorted() == expected, "\(lexicon)\n\(text)")
  }
}
