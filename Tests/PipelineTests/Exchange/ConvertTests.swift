import Foundation
import Lexicons
import Pipeline
import TestSupport
import Testing

@Suite struct ConvertTests {
  static let lexicon = """
    lexicon: moods
    case: fold
    entries:
    - id: affect
      label: Affect
      terms:
      - feel*
      entries:
      - id: joy-glee
        label: Joy & glee
        terms:
        - happy
        - on cloud nine
      - id: anger
        label: Anger
        terms:
        - rage
        - US
    - id: work
      label: Work
      terms:
      - overtime

    """

  /// The same without depth.
  static let flat = """
    lexicon: moods
    case: fold
    entries:
    - id: affect
      label: Affect
      terms:
      - feel*
    - id: joy-glee
      label: Joy & glee
      terms:
      - happy
      - on cloud nine
    - id: work
      label: Work
      terms:
      - overtime

    """

  static let endings: [DictionaryFormat: String] = [
    .quanteda: "yaml", .liwc: "dic", .yoshikoder: "ykd", .lexicoder: "lc3", .wordstat: "cat",
    .vbpro: "vbp", .csv: "csv",
  ]

  @Test(arguments: DictionaryFormat.allCases.filter { $0 != .parlance })
  func aLexiconComesBackFromEachFormat(_ format: DictionaryFormat) throws {
    let folder = try TemporaryFolder()
    let isFlat = format == .lexicoder || format == .vbpro
    let lexicon = isFlat ? Self.flat : Self.lexicon
    let written = try ConvertTool(folder.write("moods.yaml", lexicon), to: format)
    let ending = try #require(Self.endings[format])
    let path = try folder.write("other/moods.\(ending)", written.text)
    let back = try ConvertTool(path, to: .parlance)
    #expect(back.text == lexicon)
    // And the dictionary from the lexicon, byte by byte.
    let again = try ConvertTool(folder.write("again/moods.yaml", back.text), to: format)
    #expect(again.text == written.text)
  }

  @Test(arguments: [DictionaryFormat.yoshikoder, .wordstat, .csv])
  func weightsComeBack(_ format: DictionaryFormat) throws {
    let folder = try TemporaryFolder()
    let lexicon = """
      lexicon: w
      case: fold
      entries:
      - id: bad
        label: Bad
        terms:
        - term: awful
          weight: -2.5
        - poor

      """
    let written = try ConvertTool(folder.write("w.yaml", lexicon), to: format)
    let ending = try #require(Self.endings[format])
    let path = try folder.write("other/w.\(ending)", written.text)
    #expect(try ConvertTool(path, to: .parlance).text == lexicon)
  }

  @Test func whatAnotherProgramCannotSayIsTold() throws {
    let folder = try TemporaryFolder()
    let lexicon = """
      lexicon: t
      none: [Georgia Tech]
      variables: {v: [aa, bb]}
      entries:
        - id: a
          attributes: {country: JP}
          note: a note
          terms:
            - {term: Son, after: Masayoshi Son}
            - {term: cc, weight: 2, source: a book}
            - copy NEAR/5 product
            - /F\\d\\d/
            - ${v} tail
            - "{软|硬}银"
            - "a?b"
      """
    let conversion = try ConvertTool(folder.write("t.yaml", lexicon), to: .liwc)
    for said in [
      "'Georgia Tech': blocking phrases", "those of 'a': attributes and affiliations",
      "'Son': terms with conditions",
      "'copy NEAR/5 product': NEAR and BEFORE", "regular expressions are left out",
      "'cc' of weight 2.0: liwc has no weights", "that on 'a': liwc has no notes",
      "those of 'cc': liwc has no notes and sources", "'a?b': liwc has wildcards at the end",
    ] {
      #expect(conversion.notes.text.contains(said), "\(said)")
    }
    let words = conversion.text.split(separator: "%\n")[1]
    #expect(words == "cc\t1\naa tail\t1\nbb tail\t1\n软银\t1\n硬银\t1\n")
  }

  @Test func formatsAreToldByTheirFiles() throws {
    let folder = try TemporaryFolder()
    let quanteda = try folder.write("d.yml", "economy: [price*, US, us]")
    #expect(
      try ConvertTool(quanteda, to: .csv).text.hasPrefix("category,term,weight\neconomy,price*,1"))
    let lexicon = try folder.write("folder/moods.yaml", Self.flat)
    let parent = URL(filePath: lexicon).deletingLastPathComponent().path
    #expect(try ConvertTool(parent, to: .lexicoder).text.hasPrefix("+Affect\nfeel*\n"))
    let braces = try folder.write("b.yaml", "{\"lexicon\": a, entries: [{id: b, terms: [cc]}]}")
    #expect(try ConvertTool(braces, to: .vbpro).text == ">>b<<\ncc\n")
    let category = try folder.write("l.yaml", "lexicon: [c]\nd: [e]")
    #expect(try ConvertTool(category, to: .vbpro).text == ">>lexicon<<\nc\n>>d<<\ne\n")
    #expect(throws: RunError.self) { try ConvertTool(folder.write("d.txt", "x"), to: .csv) }
    #expect(throws: RunError.self) { try ConvertTool(quanteda, to: .quanteda) }
  }

  @Test func wordsInTwoCasesAreKeptApart() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("d.yml", "place: [US, Japan]\npronoun: [us, we]")
    let conversion = try ConvertTool(path, to: .parlance)
    #expect(conversion.notes.text.contains("'US': it stands in several cases"))
    let set = try LexiconSet(parsing: [("d.yaml", conversion.text)])
    let terms = set.lexicons[0].entries.flatMap(\.terms)
    let isExact = terms.map { term -> Bool in
      guard case .phrases(let phrases) = term.pattern else { return false }
      return phrases[0][0].isExact
    }
    #expect(
      zip(terms.map(\.text), isExact).map { "\($0)\($1 ? "!" : "")" } == [
        "US!", "Japan", "us!", "we",
      ])
  }
}
