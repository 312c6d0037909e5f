import Lexicons
import Testing

@Suite struct TermKeyTests {
  static func lexicon(_ entries: String, none: String = "[]") throws -> Lexicon {
    let text = "lexicon: x\nnone: \(none)\nentries:\n\(entries)\n"
    return try #require(try LexiconSet(parsing: [("x.yaml", text)]).lexicons.first)
  }

  static func key(_ term: String, entry: String = "{id: a, terms: [TERM]}") throws -> TermKey {
    let found = try lexicon("  - \(entry.replacing("TERM", with: term))")
    return try #require(LexiconSet.keys(of: found).terms.first)
  }

  static let terms = [
    "Sequoia Capital", "sequoia capital", "start-ups", "\"{copy|copied} cat*\"", "b?x", "NASA",
    "台湾",
    "\"copy NEAR/5 product\"", "\"copy BEFORE/5 product\"", "\"copy BEFORE/6 product\"", "/9+/",
    "{term: Sequoia, case: exact}", "{term: Sequoia, case: fold}", "Sequoia",
    "{term: Sequoia, near: [venture]}", "{term: Sequoia, unless: [venture]}",
    "{term: Sequoia, after: [venture]}", "{term: Sequoia, near: [venture, fund]}",
    "{term: Sequoia, near: [venture], within: 3}", "{term: Sequoia, near: [venture], within: 4}",
    "{term: Sequoia, near: [venture], within: paragraph}",
    "{term: Sequoia, near: [venture], within: article}", "{term: Sequoia, from: 2019}",
    "{term: Sequoia, from: 2019-01}", "{term: Sequoia, until: 2019}",
    "{term: Sequoia, in: title}", "{term: Sequoia, in: {outlet: Wire}}",
    "{term: Sequoia, in: {language: en}}",
  ]

  @Test("Terms that find other things have other keys, and keys give their patterns back")
  func patterns() throws {
    var keys: [TermKey: String] = [:]
    for term in Self.terms {
      let key = try Self.key(term)
      #expect(keys[key] == nil, "\(term) and \(keys[key] ?? "")")
      keys[key] = term
      let found = try Self.lexicon("  - {id: a, terms: [\(term)]}")
      #expect(key.pattern == found.entries[0].terms[0].pattern, "\(term)")
    }
  }

  @Test("Labels, attributes and notes are no part of a key; the entry and its kind are")
  func entries() throws {
    let key = try Self.key("overtime")
    #expect(
      try Self.key(
        "{term: overtime, note: why}",
        entry: "{id: a, label: Long hours, attributes: {b: c}, note: x, terms: [TERM]}") == key)
    #expect(try Self.key("overtime", entry: "{id: b, terms: [TERM]}") != key)
    let lexicon = try Self.lexicon("  - {id: a, terms: [x y]}", none: "[overtime]")
    let blocking = LexiconSet.keys(of: lexicon).blocking
    #expect(blocking.count == 1 && blocking[0] != key)
    #expect(blocking[0].pattern == key.pattern)
  }

  @Test("Damaged keys give no pattern or another, never a trap")
  func damage() throws {
    for term in Self.terms {
      let bytes = try Self.key(term).bytes
      for count in bytes.indices { _ = TermKey(bytes: Array(bytes[..<count])).pattern }
      for index in bytes.indices {
        var damaged = bytes
        damaged[index] = 0xFF
        _ = TermKey(bytes: damaged).pattern
        damaged[index] = 0xBF
        _ = TermKey(bytes: damaged).pattern
      }
    }
  }
}
