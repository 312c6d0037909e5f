import Corpus
import Extract
import Foundation
import Lexicons
import Testing

/// A reader who types the name that the tables show must find the entry that bears it.
@Suite struct OwnNamesTests {
  private static let gazetteers: Set = ["country", "firm", "fund", "person", "place", "programme"]

  /// A label may be a word that counts only in company, such as Grab: then a term with conditions
  /// must have it, and find it once they are taken away.
  @Test func everyLabelIsFoundUnderItsEntryUnlessItNeedsCompany() throws {
    var bare = try LexiconSet.load([Shipped.root.appending(path: "lexicons").path])
    let entries = bare.lexicons.filter { Self.gazetteers.contains($0.name) }.flatMap { lexicon in
      lexicon.entries.map { (name: "\(lexicon.name)/\($0.id)", label: $0.label) }
    }
    #expect(entries.count > 6_000)
    let unfound = try unfound(entries, by: try Shipped.lexicons.get())
    #expect(unfound.count < entries.count / 8, "most names need no company")
    for (l, lexicon) in bare.lexicons.enumerated() {
      for (e, entry) in lexicon.entries.enumerated() {
        for t in entry.terms.indices { bare.lexicons[l].entries[e].terms[t].conditions = nil }
      }
    }
    let lost = try self.unfound(unfound, by: CompiledLexicons(bare))
    #expect(lost.isEmpty, "\(lost.map { "\($0.name): \($0.label)" })")
  }

  private func unfound(
    _ entries: [(name: String, label: String)], by lexicons: CompiledLexicons
  ) throws -> [(name: String, label: String)] {
    var tagger = Tagger(lexicons)
    return try entries.filter { entry in
      let article = Article(
        id: "a", source: Source(path: "a"),
        paragraphs: ["Yesterday they wrote about \(entry.label) again."])
      return try !sightings(&tagger, in: article).contains { $0.entry == entry.name }
    }
  }
}
