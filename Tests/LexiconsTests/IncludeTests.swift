import Lexicons
import Testing

@Suite struct IncludeTests {
  private func messages(_ sources: (file: String, text: String)...) -> [String] {
    do throws(LexiconError) {
      _ = try LexiconSet(parsing: sources)
      return []
    } catch {
      return error.diagnostics.map(\.description)
    }
  }

  @Test func aFileWithoutANameIsPartOfTheLexiconsThatIncludeIt() throws {
    let set = try LexiconSet(parsing: [
      ("in/part.yaml", "none: [aa bb]\nentries: [{id: part, terms: [aa]}]"),
      ("in/t.yaml", "lexicon: t\ninclude: part.yaml\nentries: [{id: own, parent: part}]"),
      ("u.yaml", "lexicon: u\ninclude: [./in/part.yaml]"),
    ])
    #expect(set.lexicons.map(\.name) == ["t", "u"])
    #expect(set.lexicons.map { $0.entries.map(\.id) } == [["part", "own"], ["part"]])
    #expect(set.lexicons.allSatisfy { $0.none.map(\.text) == ["aa bb"] })
    #expect(set.lexicons[0].entries[0].place.file == "in/part.yaml")
  }

  @Test func aFileIsPartOfALexiconOnce() throws {
    let set = try LexiconSet(parsing: [
      ("t1.yaml", "lexicon: t\ninclude: [a.yaml, b.yaml]"),
      ("t2.yaml", "lexicon: t\ninclude: [sub/../b.yaml]"),
      ("a.yaml", "include: b.yaml\nentries: [{id: a, terms: [aa]}]"),
      ("b.yaml", "entries: [{id: b, terms: [bb]}]"),
    ])
    #expect(set.lexicons.map { $0.entries.map(\.id) } == [["b", "a"]])
  }

  @Test func anIncludedLexiconKeepsItsName() throws {
    let set = try LexiconSet(parsing: [
      ("t.yaml", "lexicon: t\ninclude: [u.yaml]"),
      ("u.yaml", "lexicon: u\nentries: [{id: b, terms: [bb]}]"),
    ])
    #expect(set.lexicons.map { $0.entries.map(\.id) } == [[], ["b"]])
  }

  @Test func variablesComeWithTheFile() throws {
    let set = try LexiconSet(parsing: [
      ("t.yaml", "lexicon: t\ninclude: [verbs.yaml]\nentries: [{id: a, terms: ['${work} late']}]"),
      ("verbs.yaml", "include: [more.yaml]\nvariables: {work: [work, '${toil}']}"),
      ("more.yaml", "variables: {toil: [toil, slave away]}"),
    ])
    let term = try #require(set.lexicons[0].entries[0].terms.first)
    #expect(term.text == "${work} late")
    guard case .phrases(let phrases) = term.pattern else { throw TestFailure() }
    #expect(
      phrases.map { $0.map(\.key) } == [
        ["work", "late"], ["toil", "late"], ["slave", "away", "late"],
      ])
  }

  @Test func includesThatCannotBeHaveOneLineEach() {
    let part = "entries: [{id: a, terms: [aa]}]"
    #expect(
      messages(("t.yaml", "lexicon: t\ninclude:\n  - no.yaml\nentries: [{id: a}]"))
        == ["t.yaml:3:5: error: cannot include 'no.yaml': there is no such file"])
    #expect(
      messages(
        ("t.yaml", "lexicon: t\ninclude: [u.yaml]"), ("u.yaml", "include: [v.yaml]"),
        ("v.yaml", "include: [u.yaml]\n" + part))
        == ["v.yaml:1:11: error: includes itself: u.yaml → v.yaml → u.yaml"])
    #expect(
      messages(
        ("t.yaml", "lexicon: t\ninclude: [u.yaml, v.yaml]\n" + part),
        ("u.yaml", "variables: {x: aa}"), ("v.yaml", "variables: {x: bb}"))
        == ["t.yaml:2:19: error: the variable 'x' is defined before, at u.yaml:1"])
    #expect(
      messages(("t.yaml", part)).first?.hasPrefix("t.yaml:1:1: error: has no 'lexicon:' key")
        == true)
    // The mistake is named in the file that holds it, once.
    #expect(
      messages(
        ("t.yaml", "lexicon: t\ninclude: [u.yaml]"), ("t2.yaml", "lexicon: t\ninclude: [u.yaml]"),
        ("u.yaml", "entries: [{id: a, terms: ['*']}]")
      ).map { $0.prefix(13) } == ["u.yaml:1:27: "])
  }
}

struct TestFailure: Error {}
