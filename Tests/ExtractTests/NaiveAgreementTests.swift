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

    let yaml = entries.map { entry in
      let terms = entry.terms.map { "\"\($0.joined(separator: " "))\"" }.joined(separator: ", ")
      return "  - {id: e\(entry.id), terms: [\(terms)]}"
    }
    let lexicons = try compiled("lexicon: t\nentries:\n" + yaml.joined(separator: "\n"))
    var tagger = Tagger(lexicons)
    let article = Document(
      id: "d", source: Source(path: "d"), title: .empty,
      body: Passage(utf8: Array(text.utf8), sentenceStarts: [0]))
    let found = tagger.mentions(in: article).map { mention in
      NaiveMatcher.Span(
        first: starts.firstIndex(of: Int(mention.range.bytes.lowerBound)) ?? -1,
        last: ends.firstIndex(of: Int(mention.range.bytes.upperBound)) ?? -1,
        entry: Int(mention.entry))
    }
    let expected = NaiveMatcher(entries: entries).mentions(in: words) { span in
      ends[span.upperBound] - starts[span.lowerBound]
    }
    #expect(found.sorted() == expected, "\(yaml.joined(separator: "\n"))\n\(text)")
  }
}
