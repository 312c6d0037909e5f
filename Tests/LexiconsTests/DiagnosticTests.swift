import Lexicons
import Testing

/// Each mistake gives one clear line with its place.
@Suite struct DiagnosticTests {
  struct Case: Sendable, CustomStringConvertible {
    var yaml: String
    var line: Int
    var column: Int
    var says: String
    init(_ yaml: String, _ line: Int, _ column: Int, _ says: String) {
      (self.yaml, self.line, self.column, self.says) = (yaml, line, column, says)
    }
    var description: String { says }
  }

  static let files = [
    Case("lexicon: t\nentries:\n\t- id: a\n", 3, 1, "holds a tab: indent with spaces"),
    Case("", 1, 1, "is empty"),
    Case("# only a comment\n", 1, 1, "is empty"),
    Case("- a\n- b\n", 1, 1, "expected a lexicon"),
    Case("entries: []\n", 1, 1, "no 'lexicon:' key"),
    Case("lexicon: two words\nentries: [{id: a}]\n", 1, 10, "'two words' is no name"),
    Case("lexicon: t\n", 1, 1, "has no entries"),
    Case("lexicon: t\nentires: []\n", 2, 1, "did you mean 'entries'?"),
    Case("lexicon: t\nzzzzzzzz: []\nentries: [{id: a}]\n", 2, 1, "expected one of: lexicon, case"),
    Case("lexicon: t\nlexicon: u\n", 1, 1, "'lexicon' is given twice"),
    Case("lexicon: t\ncase: loud\nentries: [{id: a}]\n", 2, 7, "not smart, fold or exact"),
    Case("lexicon: t\nentries: {id: a}\n", 2, 10, "expected a list of entries"),
    Case("lexicon: t\nentries: [{id: a}\n", 3, 1, "not valid YAML"),
    Case("lexicon: t\nentries: [{id: a, terms: [*b]}]\n", 2, 27, "undefined alias"),
    Case("lexicon: t\ncase: exakt\nentries: [{id: a}]\n", 2, 7, "did you mean 'exact'?"),
    Case("lexicon: t\nvariants: [plurals]\nentries: [{id: a}]\n", 2, 12, "did you mean 'plural'?"),
    Case("lexicon: t\nvariables: [a]\nentries: [{id: a}]\n", 2, 12, "expected variables"),
    Case("lexicon: t\nvariables: {a b: c}\nentries: [{id: a}]\n", 2, 13, "no name for a variable"),
    Case("lexicon: t\nvariables: {v: a|b}\nentries: [{id: a}]\n", 2, 16, "outside '{ … }'"),
    Case("lexicon: t\nvariables: {v: a NEAR/2 b}\nentries: [{id: a}]\n", 2, 16, "no NEAR"),
    Case(
      "lexicon: t\nvariables: {v: '${w}', w: x1}\nentries: [{id: a}]\n", 2, 16,
      "there is no variable 'w'"),
    Case("lexicon: t\nvariables: {v: []}\nentries: [{id: a}]\n", 2, 16, "no term in the list"),
    Case(
      "lexicon: t\nvariables: {v: a|b}\nentries: [{id: a, terms: ['${v} x1']}]\n", 2, 16,
      "outside '{ … }'"),
    Case(
      "lexicon: t\nentries:\n- id: a\n  terms:\n  - *coin\n", 5, 5, "quote what begins with '*'"),
    Case("lexicon: t\nentries:\n- id: a\n  terms:\n  - {a|b} c\n", 5, 11, "begins with '{'"),
    Case("lexicon: t\nentries:\n- id: a\n  terms:\n  - @foo\n", 5, 5, "begins with '@'"),
    Case("lexicon: t\nentries: [{id: a}]\n---\nx: y\n", 3, 1, "no '---' in it"),
    Case("lexicon: t\nentries:\n- id: \u{1}\n", 3, 7, "save the file as plain UTF-8"),
    Case("lexicon: t\nFoo: b\nentries: [{id: a}]\n", 2, 1, "expected one of"),
    Case("lexicon: t\ninclude: [a.yaml]\nentries: [{id: a}]\n", 2, 11, "cannot include 'a.yaml'"),
    Case("lexicon: t\ninclude: t.yaml\nentries: [{id: a}]\n", 2, 10, "t.yaml → t.yaml"),
  ]

  static let entries = [
    Case("- {id: a, lable: A}", 3, 11, "did you mean 'label'?"),
    Case("- {label: A}", 3, 3, "has no 'id:'"),
    Case("- {id: a b}", 3, 8, "'a b' is no id"),
    Case("- {id: é}", 3, 8, "'é' is no id"),
    Case("- {id: a, terms: [x1]}\n- {id: a, terms: [x2]}", 4, 8, "the id 'a' is used before"),
    Case("- {id: a, parent: b}", 3, 8, "the parent 'b' is no entry of t"),
    Case("- {id: japan}\n- {id: a, parent: jpan}", 4, 8, "did you mean 'japan'?"),
    Case("- {id: a, parent: a}", 3, 8, "is its own ancestor"),
    Case("- {id: a, parent: b}\n- {id: b, parent: a}", 3, 8, "is its own ancestor"),
    Case("- {id: a, attributes: [x]}", 3, 23, "expected attributes"),
    Case("- {id: a, affiliations: [{role: x}]}", 3, 26, "has no 'of:'"),
    Case("- {id: a, affiliations: [{of: t/b}]}", 3, 31, "'t/b' is no entry"),
    Case("- {id: a, affiliations: [{of: b}]}", 3, 31, "as in fund/sequoia"),
    Case("- {id: a, affiliations: [{of: tt/b}]}", 3, 31, "no lexicon; did you mean 't'?"),
    Case("- {id: a, affiliations: [{of: t/a}]}", 3, 31, "'t/a' is tied to itself"),
    Case(
      "- {id: a, affiliations: [{of: u/b, from: 2013, until: 2012}]}", 3, 55,
      "the affiliation's time ends before it begins"),
    Case("- {id: a, terms: japan}", 3, 18, "expected a list of terms"),
    Case("- {id: a, weight: heavy}", 3, 19, "the weight 'heavy' is no number"),
    Case("- {id: a, terms.chinese: [x1]}", 3, 26, "'terms.chinese' names no language"),
    Case("- {id: a, terms.zh: [{term: x1, in: {language: zh}}]}", 3, 48, "leave it out here"),
    Case("- {id: a, term.zh: [x1]}", 3, 11, "did you mean 'terms.zh'?"),
    Case("- &a {id: a, entries: [*a]}", 3, 24, "undefined alias"),
  ]

  static let terms = [
    Case("{trem: a}", 5, 10, "did you mean 'term'?"),
    Case("{near: [a]}", 5, 9, "has no 'term:'"),
    Case("\"\"", 5, 9, "no word to look for"),
    Case("\"—\"", 5, 9, "no word to look for"),
    Case("\"*\"", 5, 9, "would match every word"),
    Case("\"a*\"", 5, 9, "would match too many words"),
    Case("\"/.*/\"", 5, 9, "matches the empty text"),
    Case("\"/(/\"", 5, 9, "fails at character"),
    Case("\"{a|b\"", 5, 9, "this '{' has no '}'"),
    Case("a|b", 5, 9, "outside '{ … }'"),
    Case("a NEAR/0 b", 5, 9, "needs a number of words from 1"),
    Case("a NEAR/5", 5, 9, "no word to look for"),
    Case("a NEAR/2 b NEAR/2 c", 5, 9, "one NEAR or BEFORE"),
    Case("\"{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}\"", 5, 9, "over 2000 phrases"),
    Case("{term: a1, from: 2019-13}", 5, 26, "not a date like"),
    Case("{term: a1, from: soon}", 5, 26, "not a date like"),
    Case("{term: a1, from: 2020, until: 2019}", 5, 39, "ends before it begins"),
    Case("{term: a1, near: [b1], within: far}", 5, 40, "'within: far' is not"),
    Case("{term: a1, in: nowhere}", 5, 24, "is not title, body or"),
    Case("{term: a1, in: {outlets: [x]}}", 5, 25, "did you mean 'outlet'?"),
    Case("{term: a1, near: [\"*\"]}", 5, 27, "would match every word"),
    Case("{term: a1, in: {language: en-US}}", 5, 35, "'en-US' names no language"),
    Case("{term: a1, within: sentense}", 5, 28, "did you mean 'sentence'?"),
    Case("{term: a1, weight: .nan}", 5, 28, "is no number"),
    Case("\"/\\\\w+/\"", 5, 9, "would match every word"),
    Case("\"/[a-z]/\"", 5, 9, "would match every word"),
    Case("'/(a+)+b/'", 5, 9, "backtracks without end in 'aaaaaaaa…!'"),
    Case("'/(?<=a)(\\w+\\s?)+$/'", 5, 9, "backtracks without end"),
    Case("\"${verbs} to\"", 5, 9, "define it under 'variables:'"),
    Case("\"${verbs to\"", 5, 9, "this '${' has no '}'"),
    Case("\"/x${a}/\"", 5, 9, "variables cannot stand in a regular expression"),
    Case("[a1, b1]", 5, 9, "expected a term"),
    Case("{term: Son, near: []}", 5, 27, "nothing in this list"),
    Case("{term: Son, after: []}", 5, 28, "nothing in this list"),
    Case("{term: Son, in: {}}", 5, 25, "nothing in this list"),
    Case("{term: Son, in: {outlet: []}}", 5, 34, "nothing in this list"),
    Case("{term: Son, in: {language: []}}", 5, 36, "nothing in this list"),
    Case("foo near/3 bar", 5, 9, "they are NEAR/3 and BEFORE/3"),
    Case("foo WITHIN/3 bar", 5, 9, "they are NEAR/3 and BEFORE/3"),
    Case("foo NEAR5 bar", 5, 9, "they are NEAR/5 and BEFORE/5"),
    Case("'/\\bfoo\\b/i'", 5, 9, "flags are written in it"),
    Case("/foo", 5, 9, "and ends with '/'"),
  ]

  @Test(
    arguments: files
      + entries.map {
        Case("lexicon: t\nentries:\n" + $0.yaml + "\n", $0.line, $0.column, $0.says)
      }
      + terms.map {
        Case(
          "lexicon: t\nentries:\n  - id: a\n    terms:\n      - \($0.yaml)\n", $0.line, $0.column,
          $0.says)
      })
  func saysWhatIsWrongAndWhere(_ item: Case) {
    do throws(LexiconError) {
      _ = try LexiconSet(parsing: [("t.yaml", item.yaml)])
      Issue.record("no error for \(item.yaml)")
    } catch {
      let first = error.diagnostics[0]
      #expect(first.message.contains(item.says), "\(error)")
      #expect(first.line == item.line && first.column == item.column, "\(error)")
      #expect(first.description.hasPrefix("t.yaml:\(item.line):\(item.column): error: "))
      #expect(!error.description.contains("\n"), "\(error)")
    }
  }

  /// What looks like an operator and is a word, and single letters with a condition.
  @Test(arguments: [
    "NEAR Protocol", "built on NEAR", "JOHNSON AND JOHNSON", "Procter {AND} Gamble", "24/7",
    "and/or", "{term: X, near: Twitter}", "中",
  ])
  func words(_ term: String) throws {
    #expect(try warnings(of: term).isEmpty)
  }

  @Test(arguments: [
    ("foo NEAR bar", "'NEAR' is looked for as a word"),
    ("foo OR bar", "alternatives are written {a|b}"), ("C++", "finds every 'c'"),
    ("{abc|x}", "finds every 'x'"),
  ])
  func slips(_ term: String, _ says: String) throws {
    let warnings = try warnings(of: term)
    #expect(warnings.count == 1 && warnings[0].message.contains(says), "\(warnings)")
    #expect(warnings.first?.severity == .warning)
  }

  private func warnings(of term: String) throws -> [Diagnostic] {
    try LexiconSet(
      parsing: [("t.yaml", "lexicon: t\nentries: [{id: a, terms: [\(quoted(term))]}]")]
    ).warnings
  }

  private func quoted(_ term: String) -> String { term.hasPrefix("{term") ? term : "'\(term)'" }

  @Test func everyProblemIsReportedAtOnce() {
    let yaml = "lexicon: t\nentries:\n  - {id: a, lable: A}\n  - {id: b, terms: [\"*\"]}\n"
    #expect(throws: LexiconError.self) { try LexiconSet(parsing: [("t.yaml", yaml)]) }
    do throws(LexiconError) {
      _ = try LexiconSet(parsing: [("t.yaml", yaml), ("u.yaml", "")])
    } catch {
      #expect(error.diagnostics.map(\.line) == [3, 4, 1])
      #expect(error.diagnostics.map(\.file) == ["t.yaml", "t.yaml", "u.yaml"])
    }
  }

  @Test func aTermListedTwiceIsAWarning() throws {
    let set = try LexiconSet(parsing: [
      ("t.yaml", "lexicon: t\nentries: [{id: a, terms: [Japan, Japan]}]")
    ])
    #expect(
      set.warnings.map(\.description) == ["t.yaml:2:34: warning: the entry 'a' lists 'Japan' twice"]
    )
  }

  @Test func aliasesThatUnfoldWithoutEndAreRefused() {
    var yaml = "lexicon: t\nentries:\n  - id: e0\n    entries: [&a0 {id: x, terms: [aa]}]\n"
    for level in 1..<12 {
      let copies = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      yaml += "  - &a\(level) {id: e\(level), entries: [\(copies)]}\n"
    }
    do throws(LexiconError) {
      _ = try LexiconSet(parsing: [("bomb.yaml", yaml)])
      Issue.record("no error")
    } catch {
      #expect(error.description.contains("aliases"))
      #expect(error.diagnostics.count == 1)
    }
  }

  @Test func deepNestingIsRefused() {
    let yaml = "lexicon: " + String(repeating: "[", count: 100_000)
    #expect(throws: LexiconError.self) { try LexiconSet(parsing: [("deep.yaml", yaml)]) }
  }
}
