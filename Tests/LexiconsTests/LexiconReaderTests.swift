import Corpus
import Lexicons
import Testing

@Suite struct LexiconReaderTests {
  static let yaml = """
    lexicon: person
    none: [Michael Moritz Street]
    entries:
      - id: partners
        label: Partners
        entries:
          - id: moritz
            label: Michael Moritz
            attributes: {country: GB, roles: [partner, author], core: true, born: 1954}
            note: Welsh.
            source: Register of members
            affiliations:
              - {of: fund/sequoia, role: partner, from: 1986, until: 2012-05}
              - {of: fund/sequoia, from: 2012}
            terms:
              - "{Michael|Mike} Moritz"
              - {term: Moritz, after: [Michael Moritz, Mike Moritz], note: surname}
              - {term: "996", case: exact, near: week, within: 12, unless: [Porsche], from: 2016}
      - {id: son, terms: [Son], parent: partners}
    """

  @Test func everyKeyIsRead() throws {
    let fund = "lexicon: fund\nentries: [{id: sequoia, terms: [Sequoia Capital]}]"
    let set = try LexiconSet(parsing: [("p.yaml", Self.yaml), ("f.yaml", fund)])
    #expect(set.lexicons.map(\.name) == ["fund", "person"])
    let person = set.lexicons[1]
    #expect(person.none.map(\.text) == ["Michael Moritz Street"])
    #expect(person.entries.map(\.id) == ["partners", "moritz", "son"])
    let moritz = person.entries[1]
    #expect(moritz.parent == "partners")
    #expect(person.entries[2].parent == "partners")
    #expect(person.entries[2].label == "son")
    #expect(
      moritz.attributes
        == ["country": ["GB"], "roles": ["partner", "author"], "core": ["true"], "born": ["1954"]])
    #expect(moritz.note == "Welsh." && moritz.source == "Register of members")
    #expect(moritz.affiliations.map(\.of) == ["fund/sequoia", "fund/sequoia"])
    #expect(moritz.affiliations[0].until == CalendarDate(iso: "2012-05"))
    #expect(moritz.terms.map(\.text) == ["{Michael|Mike} Moritz", "Moritz", "996"])
    let conditions = try #require(moritz.terms[2].conditions)
    #expect(conditions.near.count == 1 && conditions.unless.count == 1)
    #expect(conditions.scope == .words(12))
    #expect(moritz.terms[1].conditions?.after.count == 2)
    #expect(moritz.terms[1].place.line == 17)
  }

  @Test func theCatalogueFollowsLexiconsAndFiles() throws {
    let fund = "lexicon: fund\nentries: [{id: sequoia, terms: [Sequoia Capital]}]"
    let catalogue = try LexiconSet(parsing: [("p.yaml", Self.yaml), ("f.yaml", fund)]).catalogue
    #expect(
      catalogue.entries.map(\.name)
        == ["fund/sequoia", "person/partners", "person/moritz", "person/son"])
    #expect(catalogue.entries.map(\.parent) == [nil, nil, 1, 1])
    #expect(
      catalogue.terms == ["Sequoia Capital", "{Michael|Mike} Moritz", "Moritz", "996", "Son"])
  }

  /// Only the person files may be loaded; their ties to funds then stay unchecked.
  @Test func affiliationsOfALexiconThatIsNotLoadedStand() throws {
    #expect(try LexiconSet(parsing: [("p.yaml", Self.yaml)]).warnings.isEmpty)
  }

  @Test func weightsNotesAndLanguages() throws {
    let yaml = """
      lexicon: t
      entries:
        - id: a
          weight: 0.5
          terms: [aa, {term: bb, weight: -2, note: harsh, source: a list}]
          terms.zh: [软银]
          terms.ja: [{term: ソフトバンク, in: title}]
        - {id: b, terms: [cc]}
      """
    let entries = try LexiconSet(parsing: [("t.yaml", yaml)]).lexicons[0].entries
    let terms = entries[0].terms
    #expect(terms.map(\.text) == ["aa", "bb", "ソフトバンク", "软银"])
    #expect(terms.map(\.weight) == [0.5, -2, 0.5, 0.5])
    #expect(terms[1].note == "harsh" && terms[1].source == "a list")
    #expect(terms.map { $0.conditions?.languages ?? [] } == [[], [], ["ja"], ["zh"]])
    #expect(terms[2].conditions?.field == .title)
    #expect(entries[1].terms[0].weight == 1)
  }
}
