import Lexicons
import Testing

/// What is made of a term, and of nothing else.
@Suite struct TermVariantTests {
  struct Case: Sendable, CustomStringConvertible {
    var variants: String
    var term: String
    var made: [String]
    init(_ variants: String, _ term: String, _ made: [String]) {
      (self.variants, self.term, self.made) = (variants, term, made)
    }
    var description: String { "\(variants) of \(term)" }
  }

  static let plurals = [
    Case("plural", "American", ["Americans"]),
    Case("plural", "Frenchman", ["Frenchmen"]),
    Case("plural", "German", ["Germans"]),
    Case("plural", "venture capitalist", []),
    Case("plural", "business woman", ["business women"]),
    Case("plural", "VC", ["VCs"]),
    Case("plural", "Boss", ["Bosses"]),
    Case("plural", "Kennedy", ["Kennedies", "Kennedys"]),
    Case("plural", "Chinese", []),
    Case("plural", "{Swiss|Korean} Bank", ["Swiss Banks", "Korean Banks"]),
    Case("plural", "invest*", []),
    Case("plural", "软银", []),
  ]

  static let joins = [
    Case("hyphen", "term sheet", ["termsheet"]),
    Case("hyphen", "T-Mobile", ["TMobile"]),
    Case("hyphen", "SoftBank", ["Soft Bank"]),
    Case("hyphen", "nine-to-five job", []),
    Case("hyphen", "Bay Area VC", []),
    Case("possessive", "Moody's", ["Moodys"]),
    Case("possessive", "Sequoia Capital", ["Sequoia Capitals"]),
    Case("possessive", "chaebol", []),
  ]

  static let spellings = [
    Case("spelling", "defence", ["defense"]),
    Case("spelling", "Department of Defense", ["Department of Defence"]),
    Case("spelling", "labour centre", ["labor center"]),
    Case("spelling", "labor centre", ["labour centre", "labor center"]),
    Case("spelling", "organisation", ["organization"]),
    Case("spelling", "ORGANIZATIONS", ["ORGANISATIONS"]),
    Case("spelling", "decentralised", ["decentralized"]),
    Case("spelling", "analysed", ["analyzed"]),
    Case("spelling", "modelling", ["modeling"]),
    Case("spelling", "traveler", ["traveller"]),
    Case("spelling", "centered", ["centred"]),
    Case("spelling", "neighbouring", ["neighboring"]),
    Case("spelling", "sceptics", ["skeptics"]),
    Case("spelling", "programmes", ["programs"]),
    Case("spelling", "literature, discussion, prize", []),
    Case("spelling", "advertising enterprise surprised", []),
    Case("spelling", "humorous meter", ["humorous metre"]),
    Case("spelling", "Moldova programming sizes", []),
  ]

  static let names = [
    Case("surname", "Masayoshi Son", ["Son", "M Son"]),
    Case("surname", "Ursula von der Leyen", ["von der Leyen", "U von der Leyen"]),
    Case("surname", "Robert John Downey Jr.", ["Downey", "R Downey", "R J Downey", "RJ Downey"]),
    Case("surname", "Jean-Claude Juncker", ["Juncker", "J Juncker", "J C Juncker", "JC Juncker"]),
    Case("surname", "{Michael|Mike} Moritz", ["Moritz", "M Moritz"]),
    Case("surname", "Moritz", []),
    Case("surname", "Sir Tim Berners-Lee", ["Berners-Lee", "T Berners-Lee"]),
    Case("surname", "Dr. Morris Chang", ["Chang", "M Chang"]),
    Case("surname", "Sir Moritz", []),
    Case("surname", "the chairman", []),
    Case("surname-first", "Xi Jinping", ["Xi"]),
    Case(
      "[spelling, plural]", "Defence Secretary",
      [
        "Defense Secretary", "Defence Secretaries", "Defence Secretarys", "Defense Secretaries",
        "Defense Secretarys",
      ]),
  ]

  private func terms(_ yaml: String) throws -> [Term] {
    try LexiconSet(parsing: [("t.yaml", "lexicon: t\nentries:\n" + yaml)]).lexicons[0].entries
      .flatMap(\.terms)
  }

  @Test(arguments: plurals + joins + spellings + names)
  func areMade(_ item: Case) throws {
    let made = try terms("- {id: a, variants: \(item.variants), terms: [\"\(item.term)\"]}")
      .dropFirst()
    #expect(made.map(\.text) == item.made)
    #expect(made.allSatisfy { $0.origin?.text == item.term })
  }

  @Test func aShortNameHoldsAfterTheFullOne() throws {
    let terms = try terms(
      "- {id: a, variants: surname, terms: [Masayoshi Son, {term: Hon. Son, after: Masa, from: 2010}]}"
    )
    #expect(terms.map(\.text) == ["Masayoshi Son", "Son", "M Son", "Hon. Son"])
    #expect(terms[1].conditions?.after == [terms[0].pattern])
    #expect(terms[0].conditions == nil)
  }

  @Test func aTermOverrulesItsEntryAndTheEntryItsFile() throws {
    let set = try LexiconSet(parsing: [
      (
        "t.yaml",
        """
        lexicon: t
        variants: plural
        none: [Georgia Tech]
        entries:
          - {id: a, terms: [Korean]}
          - {id: b, variants: [], terms: [Korean, {term: Pole, variants: plural}]}
        """
      )
    ])
    let texts = set.lexicons[0].entries.map { $0.terms.map(\.text) }
    #expect(texts == [["Korean", "Koreans"], ["Korean", "Pole", "Poles"]])
    #expect(set.lexicons[0].none.count == 1)
  }

  @Test func whatIsWrittenIsNotMadeAgain() throws {
    let terms = try terms(
      "- {id: a, variants: plural, terms: [Korean, Koreans, {term: Korean, in: title}]}")
    #expect(terms.map(\.text) == ["Korean", "Koreans", "Korean"])
    #expect(terms.allSatisfy { $0.origin == nil })
  }

  @Test func aMadeTermKeepsConditionsAndWeight() throws {
    let terms = try terms(
      "- {id: a, weight: 2, terms: [{term: Pole, near: Poland, variants: plural, note: n, source: s}]}"
    )
    #expect(terms[1].conditions == terms[0].conditions)
    #expect(terms.map(\.weight) == [2, 2])
    #expect(terms[1].note == nil && terms[1].source == nil)
  }
}
