import Corpus
import Foundation
import Lexicons
import Store
import TestSupport
import Testing

@testable import Pipeline

/// After an edit of the lexicons only the documents that it may concern are tagged again, and the
/// tables are those of a fresh run.
@Suite struct LexiconEditTests {
  // MARK: Which terms changed

  static func set(_ terms: [String], none: [String] = []) throws -> LexiconSet {
    let entries = terms.map { "  - {id: \($0), terms: [\($0)]}\n" }.joined()
    return try LexiconSet(parsing: [
      ("x.yaml", "lexicon: x\nnone: [\(none.joined(separator: ", "))]\nentries:\n\(entries)")
    ])
  }

  static func words(_ keys: [TermKey]) -> [String] {
    keys.compactMap { key in
      guard case .phrases(let phrases) = key.pattern else { return nil }
      return phrases.first?.first?.key
    }.sorted()
  }

  @Test("Terms keep their numbers through edits of others")
  func numbers() throws {
    let first = LexiconEdit(
      from: StoredTerms(), to: try Self.set(["aa", "bb", "cc"], none: ["dd"]))
    #expect(Self.words(first.changed) == ["aa", "bb", "cc", "dd"])
    let second = LexiconEdit(
      from: first.terms, to: try Self.set(["new", "aa", "cc"], none: ["dd"]))
    #expect(Self.words(second.changed) == ["bb", "new"])
    #expect(second.terms.lexicons["x"]?.map(\.number) == [4, 0, 2, 3])
    let lexicons = try Self.set(["new", "aa", "cc"], none: ["dd"])
    #expect(second.terms.numbers(in: lexicons) == [4, 0, 2])
    // Numbers of terms that went are not given again.
    let third = LexiconEdit(from: second.terms, to: try Self.set(["aa", "cc", "bb"]))
    #expect(Self.words(third.changed) == ["bb", "dd", "new"])
    #expect(third.terms.lexicons["x"]?.map(\.number) == [0, 2, 5])
    let same = LexiconEdit(from: third.terms, to: try Self.set(["aa", "cc", "bb"]))
    #expect(same.changed.isEmpty && same.terms == third.terms)
  }

  @Test("A term that moves among others has changed, and no more than need be")
  func order() throws {
    let first = LexiconEdit(from: StoredTerms(), to: try Self.set(["aa", "bb", "cc", "dd", "ee"]))
    let second = LexiconEdit(from: first.terms, to: try Self.set(["bb", "cc", "aa", "dd", "ee"]))
    #expect(Self.words(second.changed) == ["aa", "aa"])
    #expect(second.terms.lexicons["x"]?.map(\.number) == [1, 2, 5, 3, 4])
  }

  @Test("A lexicon that goes takes its terms with it")
  func lexiconGone() throws {
    let first = LexiconEdit(from: StoredTerms(), to: try Self.set(["aa"]))
    let other = try LexiconSet(parsing: [
      ("y.yaml", "lexicon: y\nentries: [{id: aa, terms: [aa]}]\n")
    ])
    let second = LexiconEdit(from: first.terms, to: other)
    #expect(Self.words(second.changed) == ["aa", "aa"])
    #expect(second.terms.lexicons.keys.sorted() == ["y"])
  }

  // MARK: Which documents are tagged again

  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  static let words = [
    "alpha", "Beta", "gamma", "delta", "Epsilon", "zeta", "Eta", "theta", "U.S.", "kappa's", "996",
    "lambda", "mu-nu", "台湾", "テンセント", "omicron", "Pi", "rho", "sigma", "naïve",
    String(repeating: "omega", count: 60),
  ]

  static func text(_ random: inout Generator) -> String {
    let isUpper = Int.random(in: 0..<8, using: &random) == 0
    return (0..<Int.random(in: 1...25, using: &random)).map { _ in
      let word = Self.words.randomElement(using: &random) ?? ""
      return (isUpper ? word.uppercased() : word)
        + ([" ", " ", " ", ". ", "-", "\\n", ", ", ""].randomElement(using: &random) ?? "")
    }.joined()
  }

  /// A term of one to three words, with or without conditions.
  static func term(_ random: inout Generator) -> String {
    func phrase() -> String {
      (0..<[1, 1, 1, 2, 3].randomElement(using: &random)!).map { _ in
        ["al*", "{beta|gamma}"].randomElement(using: &random).flatMap {
          Int.random(in: 0..<8, using: &random) == 0 ? $0 : nil
        } ?? Self.words.dropLast().randomElement(using: &random) ?? ""
      }.joined(separator: " ")
    }
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return "\"\(phrase()) NEAR/4 \(phrase())\""
    case 1: return "\"\(phrase()) BEFORE/6 \(phrase())\""
    case 2: return "{term: \"\(phrase())\", near: [\"\(phrase())\"], within: 4}"
    case 3: return "{term: \"\(phrase())\", unless: [\"\(phrase())\"], within: paragraph}"
    case 4: return "{term: \"\(phrase())\", after: [\"\(phrase())\"]}"
    case 5: return "{term: \"\(phrase())\", until: 2018-06-01, in: body}"
    case 6: return "{term: \"\(phrase())\", case: fold}"
    case 7 where Int.random(in: 0..<4, using: &random) == 0: return "\"/s[io]gma|mu/\""
    default: return "\"\(phrase())\""
    }
  }

  /// Lexicons that a person goes on editing.
  struct Lexicons {
    struct Entry {
      var id: String
      var attribute = 0
      var terms: [String]
    }

    var entries: [[Entry]] = [[], []]
    var none: [[String]] = [[], []]
    private var count = 0

    init(_ random: inout Generator) {
      for _ in 0..<8 { add(&random) }
    }

    private mutating func add(_ random: inout Generator) {
      let lexicon = Int.random(in: 0..<2, using: &random)
      count += 1
      let terms = (0..<Int.random(in: 1...3, using: &random)).map { _ in term(&random) }
      let place = Int.random(in: 0...entries[lexicon].count, using: &random)
      entries[lexicon].insert(Entry(id: "e\(count)", terms: terms), at: place)
    }

    mutating func edit(_ random: inout Generator) {
      let lexicon = Int.random(in: 0..<2, using: &random)
      guard let entry = entries[lexicon].indices.randomElement(using: &random) else {
        return add(&random)
      }
      switch Int.random(in: 0..<9, using: &random) {
      case 0: add(&random)
      case 1: entries[lexicon].remove(at: entry)
      case 2: entries[lexicon].shuffle(using: &random)
      case 3: entries[lexicon][entry].attribute += 1
      case 4: entries[lexicon][entry].terms.append(term(&random))
      case 5: entries[lexicon][entry].terms[0] = term(&random)
      case 6: none[lexicon].append(term(&random))
      case 7: none[lexicon].removeAll()
      default: entries[lexicon][entry].terms.shuffle(using: &random)
      }
    }

    func write(to folder: TemporaryFolder) throws {
      for (lexicon, entries) in entries.enumerated() {
        let list = entries.map {
          "  - {id: \($0.id), attributes: {a: \"\($0.attribute)\"}, terms: [\($0.terms.joined(separator: ", "))]}\n"
        }
        try folder.write(
          "lexicons/\(lexicon).yaml",
          "lexicon: l\(lexicon)\nnone: [\(none[lexicon].joined(separator: ", "))]\n"
            + "entries:\n  - {id: always, terms: [theta]}\n" + list.joined())
      }
    }
  }

  static func study(_ random: inout Generator, documents: Int) throws -> SmallStudy {
    let study = try SmallStudy(pages: 0)
    for name in ["feed.xml", "broken.jsonl.gz"] { try study.folder.remove("archive/\(name)") }
    let lines = (0..<documents).map { number in
      "{\"id\":\"\(number)\",\"title\":\"\(text(&random))\",\"date\":\"2018-0\(number % 9 + 1)-03\","
        + "\"text\":\"\(text(&random))\"}\n"
    }
    try study.folder.write("archive/lines.jsonl", lines.joined())
    let file = try study.folder.text("study.yaml")
    try study.folder.write("study.yaml", file.replacing("lexicon.yaml", with: "lexicons"))
    return study
  }

  @Test("Random edits of random lexicons give the tables of a fresh run", arguments: 0..<12)
  func edits(_ seed: Int) throws {
    var random = Generator(state: UInt64(seed) &* 77 &+ 5)
    let study = try Self.study(&random, documents: 60)
    var lexicons = Lexicons(&random)
    try lexicons.write(to: study.folder)
    try RunTests.run(study)
    for round in 0..<5 {
      for _ in 0...round % 2 { lexicons.edit(&random) }
      try lexicons.write(to: study.folder)
      let edited = try RunTests.run(study)
      let fresh = try RunTests.run(study, out: "fresh-\(round)")
      #expect(RunTests.differences(fresh, edited) == [], "\(lexicons)")
    }
  }

  @Test("A new term is looked for in the documents that hold its words, and in no other")
  func onlySome() throws {
    var random = Generator(state: 3)
    let study = try Self.study(&random, documents: 30)
    try study.folder.write("lexicons/0.yaml", "lexicon: x\nentries: [{id: a, terms: [alpha]}]\n")
    try RunTests.run(study)
    let store = try StudyStore(path: study.folder.path + "/out/study.sqlite")
    let search = DocumentSearch(store: store, vocabulary: try store.vocabulary(), jobs: 2)
    let vocabulary = try store.vocabulary()
    let words = ["Pi sigma": ["pi", "sigma"], "Pi NEAR/3 unheard": ["?"], "rho": ["rho"]]
    for (query, words) in words {
      let found = try store.documents(search.keys(matchingAny: LexiconSet(query: query)))
      let texts = try found.map { packed in
        let document = try packed.unpack(vocabulary)
        return (document.title.text + " " + document.body.text).lowercased()
      }
      #expect(texts.count < 30, "\(query): \(texts.count)")
      // Words that the vocabulary does not hold are not looked into.
      #expect(
        texts.allSatisfy { text in
          words.allSatisfy(text.contains) || text.contains("omegaomega")
        })
    }
  }
}
