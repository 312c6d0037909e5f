import Corpus
import Foundation
import Testing

@testable import Ingest

@Suite(.enabled(if: SharedData.has("data"), "no shared data: set PARLANCE_DATA"))
struct SharedDataTests {
  struct Dump: Sendable, CustomTestStringConvertible {
    var name: String
    var articles: Int
    /// None of them is undated.
    var years: ClosedRange<Int>
    var testDescription: String { name }
  }

  @Test(arguments: [
    Dump(name: "wikinews.jsonl.gz", articles: 295, years: 2019...2021),
    Dump(name: "techcrunch-headlines.jsonl.gz", articles: 64_721, years: 2006...2022),
  ])
  func readsDumps(_ dump: Dump) {
    var count = 0
    var years: Set<Int> = []
    let parser = ArticleParser(today: today)
    for file in Archive(root: SharedData.root + "/data", patterns: [dump.name]).list().files {
      RecordReader().forEachRecord(in: file) { record in
        for article in parser.parse(record).compactMap({ try? $0.get() }) {
          count += 1
          years.insert(article.date?.year ?? 0)
        }
      }
    }
    #expect(count == dump.articles)
    #expect(years.min() == dump.years.lowerBound)
    #expect(years.max() == dump.years.upperBound)
  }

  /// The listings of the NewsML-G2 guidelines that hold a text, and no other, give articles.
  @Test func readsNewsMLListings() throws {
    let samples = try SharedData.formats("./newsml-g2")
    let (articles, rejects) = ingest(samples, "newsml-g2/*.xml")
    let listings = articles.map { $0.source.path.split(separator: "_")[1] }
    #expect(listings == ["22", "25", "2"])
    #expect(articles.allSatisfy { !$0.paragraphs.isEmpty })
    #expect(rejects.allSatisfy { $0.reason == .noText || $0.reason == .unknownFormat })
  }

  /// JSONTestSuite: files called `y_` are JSON, `n_` are not, and `i_` are a parser's choice.
  @Test func parsesJSONAsTheTestSuiteSays() throws {
    let samples = try SharedData.formats("./json")
    let folder = samples.path + "/json/test_parsing"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(names.count > 300)
    for name in names {
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)))
      let isJSON = UTF8Check(bytes).errors == 0 && (try? JSONParser.parse(bytes)) != nil
      if name.hasPrefix("i_") { continue }
      #expect(isJSON == name.hasPrefix("y_"), "\(name)")
    }
    // As files, each is an article, a reject or several, and never nothing.
    for name in names {
      let (articles, rejects) = ingest(samples, "json/test_parsing/\(name)")
      #expect(articles.count + rejects.count > 0, "\(name)")
    }
  }

  /// The Big List of Naughty Strings: one article for each that is not blank, with that title, in
  /// JSON Lines as in CSV.
  @Test func readsNaughtyStrings() throws {
    let samples = try SharedData.formats("./naughty-strings")
    let list = samples.path + "/naughty-strings/blns.json"
    let strings = try JSONDecoder().decode(
      [String].self, from: Data(contentsOf: URL(fileURLWithPath: list)))
    #expect(strings.count > 500)
    let encoder = JSONEncoder()
    let lines = try strings.map {
      String(decoding: try encoder.encode(["title": $0, "text": "x"]), as: UTF8.self)
    }
    let rows = strings.map { "\"\($0.replacing("\"", with: "\"\""))\",x" }
    let jsonl = try ingest(lines.joined(separator: "\n"), as: "x.jsonl")
    let csv = try ingest("title,text\n" + rows.joined(separator: "\n"), as: "x.csv")
    for (articles, rejects) in [jsonl, csv] {
      #expect(rejects.isEmpty)
      #expect(articles.count == strings.count)
      for (article, string) in zip(articles, strings) {
        #expect(article.title == ControlCharacters.mended(string).singleLine)
      }
    }
  }
}
