import Corpus
import Extract
import Foundation
import Lexicons
import Testing

/// The shipped lexicons against the mentions written down for the sample archive.
@Suite struct CorpusGoldTests {
  struct Gold: Decodable {
    struct Item: Decodable {
      var lexicon: String
      var entry: String
      var text: String
      var count: Int
    }
    var source: String
    var title: String
    var body: String
    var date: String?
    var outlet: String?
    var language: String?
    var mentions: [Item]
    var absent: [String]?
  }

  @Test func nearlyAllMentionsAreFoundAndNoneThatMustNotBe() throws {
    let file = Shipped.root.appending(path: "corpus/gold/gold.jsonl")
    var tagger = Tagger(try Shipped.lexicons.get())
    var total = 0
    var missed: [String] = []
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let gold = try JSONDecoder().decode(Gold.self, from: Data(line.utf8))
      let article = Article(
        id: gold.source, source: Source(path: gold.source), title: gold.title,
        date: gold.date.flatMap { CalendarDate(iso: $0) }, outlet: gold.outlet,
        language: gold.language,
        paragraphs: gold.body.split(separator: "\n").map(String.init))
      var found = try sightings(&tagger, in: article)
      for name in gold.absent ?? [] {
        #expect(!found.contains { $0.entry == name }, "\(name) in \(gold.source)")
      }
      // The longest first, so that a short name does not use up a long one's mention.
      for item in gold.mentions.sorted(by: { $0.text.utf8.count > $1.text.utf8.count }) {
        total += item.count
        for _ in 0..<item.count {
          let same = found.indices.filter {
            found[$0].entry == "\(item.lexicon)/\(item.entry)" && found[$0].text.contains(item.text)
          }
          if let best = same.min(by: { found[$0].text.count < found[$1].text.count }) {
            found.remove(at: best)
          } else {
            missed.append("\(item.lexicon)/\(item.entry) '\(item.text)' in \(gold.source)")
          }
        }
      }
    }
    #expect(total > 1_500)
    let recall = 1 - Double(missed.count) / Double(total)
    #expect(recall >= 0.98, "\(recall)\n\(missed.joined(separator: "\n"))")
  }
}
