import Corpus
import Foundation
import Lexicons
import Testing

/// What the shipped gazetteers must hold to be facts: ties that lead somewhere, words of the
/// vocabularies in lexicons/README.md, spans that do not end before they begin.
@Suite struct ShippedFactsTests {
  static let lexicons = Result {
    try LexiconSet.load([
      URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "lexicons").path
    ]).lexicons
  }

  static let kinds: [String: Set<String>] = [
    "firm": ["listed", "private", "startup", "subsidiary", "state", "product"],
    "fund": [
      "venture", "corporate", "growth", "buyout", "angel", "accelerator", "state", "sovereign",
      "pension", "endowment",
    ],
    "person": ["founder", "executive", "investor", "official", "scholar", "journalist"],
    "place": ["city", "region", "hub", "moniker"],
    "programme": ["agency", "programme", "law", "centre", "lab"],
  ]

  static func entries(_ lexicon: String) throws -> [Lexicon.Entry] {
    try #require(try lexicons.get().first { $0.name == lexicon }).entries
  }

  @Test func everyCountryOfISO3166HasItsTwoCodes() throws {
    let countries = try Self.entries("country")
    #expect(countries.count == 249)
    #expect(countries.allSatisfy { $0.id.utf8.count == 2 && $0.id == $0.id.uppercased() })
    #expect(Set(countries.compactMap { $0.attributes["alpha3"]?.first }).count == 249)
  }

  @Test(arguments: ["firm", "fund", "person", "place", "programme"])
  func homesAreCountries(_ lexicon: String) throws {
    let codes = Set(try Self.entries("country").map(\.id))
    for entry in try Self.entries(lexicon) {
      for home in entry.attributes["country"] ?? [] {
        #expect(codes.contains(home), "\(lexicon)/\(entry.id)")
      }
    }
  }

  @Test(arguments: kinds)
  func kindsAreOfTheVocabulary(_ lexicon: String, _ known: Set<String>) throws {
    for entry in try Self.entries(lexicon) {
      #expect(known.isSuperset(of: entry.attributes["kind"] ?? []), "\(lexicon)/\(entry.id)")
    }
  }

  @Test func parentsOfFirmsAndFundsAreEntries() throws {
    let firms = try Self.entries("firm")
    let funds = try Self.entries("fund")
    let known = Set((firms + funds).map(\.id))
    for entry in firms + funds {
      #expect(known.isSuperset(of: entry.attributes["of"] ?? []), "\(entry.id)")
      if entry.attributes["kind"] == ["corporate"] {
        #expect(entry.attributes["of"] != nil, "\(entry.id) is corporate, of no one")
      }
    }
  }

  @Test func spansBeginBeforeTheyEnd() throws {
    for entry in try Self.lexicons.get().flatMap(\.entries) {
      let spans =
        entry.affiliations.map { ($0.from, $0.until) }
        + entry.terms.map { ($0.conditions?.from, $0.conditions?.until) }
      for case (let from?, let until?) in spans { #expect(from <= until, "\(entry.id)") }
    }
  }
}
