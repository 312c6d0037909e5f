import Corpus
import Extract
import Lexicons
import Testing

/// The places that news agencies put in front in capitals.
@Suite struct DatelineTaggingTests {
  private func found(_ body: String) throws -> [String] {
    let set = try LexiconSet(parsing: [
      (
        "t.yaml",
        "lexicon: country\nentries:\n  - {id: GB, label: UK, terms: [London]}\n  - {id: JP, label: Japan, terms: [Tokyo, Japan]}\n"
      )
    ])
    var tagger = Tagger(CompiledLexicons(set))
    let catalogue = set.catalogue
    return tagger.mentions(in: document(body, title: "A title of the day")).map {
      catalogue.entries[Int($0.entry)].id + ($0.isInDateline ? " dateline" : "")
    }
  }

  @Test func findsCapitalsInTheDatelineOnly() throws {
    #expect(try found("LONDON, April 1 - A bank of Tokyo.") == ["GB dateline", "JP"])
    #expect(try found("Tokyo (Reuters) - LONDON banks in Japan.") == ["JP dateline", "JP"])
    #expect(try found("Banks in LONDON and in London.") == ["GB"])
    #expect(try found("London - the capital - is old.") == ["GB"])
  }
}
