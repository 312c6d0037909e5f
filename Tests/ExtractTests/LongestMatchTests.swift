import Corpus
import Extract
import Lexicons
import Testing

@Suite struct LongestMatchTests {
  static let countries = """
    lexicon: country
    none: [Georgia Tech, "Michael Jordan"]
    entries:
      - {id: SD, terms: [Sudan]}
      - {id: SS, terms: [South Sudan, Juba]}
      - {id: GE, terms: [Georgia]}
      - {id: US-GA, terms: [Georgia]}
      - {id: JO, terms: [Jordan]}
    """

  @Test func theLongestWinsWithinALexicon() throws {
    let found = find(try compiled(Self.countries), in: document("Sudan, South Sudan and Sudan"))
    #expect(found.map(\.description) == ["SD: Sudan", "SS: South Sudan", "SD: Sudan"])
  }

  @Test func blockingPhrasesTakePartAndYieldNothing() throws {
    let lexicons = try compiled(Self.countries)
    #expect(find(lexicons, in: document("Michael Jordan of Georgia Tech")).isEmpty)
    #expect(find(lexicons, in: document("Michael saw Jordan")).map(\.entry) == ["JO"])
  }

  @Test func entriesOnOneSpanAllStandAndAreFlagged() throws {
    let lexicons = try compiled(Self.countries)
    var tagger = Tagger(lexicons)
    let mentions = tagger.mentions(in: document("Georgia and Sudan"))
    #expect(mentions.map(\.ambiguous) == [true, true, false])
  }

  @Test func lexiconsDoNotCompete() throws {
    let lexicons = try compiled(
      "lexicon: place\nentries: [{id: valley, terms: [Silicon Valley]}]",
      "lexicon: theme\nentries: [{id: copy, terms: [copying Silicon Valley]}]",
      "lexicon: a\nnone: [Silicon Valley]\nentries: [{id: si, terms: [Silicon]}]")
    let found = find(lexicons, in: document("copying Silicon Valley"))
    #expect(found.map(\.entry) == ["copy", "valley"])
  }

  @Test func overlapsAreWonFromTheLongestDown() throws {
    let lexicons = try compiled(
      """
      lexicon: t
      entries:
        - {id: ab, terms: [aaa bbb]}
        - {id: bcd, terms: [bbb ccc ddd]}
        - {id: de, terms: [ddd eee]}
        - {id: ef, terms: [eee fff]}
      """)
    #expect(
      find(lexicons, in: document("aaa bbb ccc ddd eee fff")).map(\.entry) == ["bcd", "ef"])
  }

  /// What lies between the two parts of a proximity stays free.
  @Test func proximitiesLeaveTheirMiddleFree() throws {
    let lexicons = try compiled(
      """
      lexicon: t
      entries:
        - {id: copying, terms: [copy NEAR/6 product]}
        - {id: rival, terms: [rival]}
        - {id: product, terms: [product]}
      """)
    let found = find(lexicons, in: document("copy a rival product"))
    #expect(found.map(\.entry) == ["copying", "rival"])
  }

  @Test func anUnlicensedTermDoesNotBlock() throws {
    let lexicons = try compiled(
      """
      lexicon: t
      entries:
        - {id: long, terms: [{term: Bank of China, near: [loan]}]}
        - {id: short, terms: [China]}
      """)
    #expect(find(lexicons, in: document("Bank of China")).map(\.entry) == ["short"])
    #expect(find(lexicons, in: document("Bank of China loan")).map(\.entry) == ["long"])
  }

  @Test func oneEntryIsFoundOnceAtASpan() throws {
    let lexicons = try lexicon(terms: ["Japan", "\"{Japan|Nippon}\"", "{term: Jap*, near: [x]}"])
    #expect(find(lexicons, in: document("Japan x")).count == 1)
  }
}
