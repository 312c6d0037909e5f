import Corpus
import Foundation
import Testing

@testable import Ingest

/// What has been reached on pages of the press: it must not fall. Every third page of each set is
/// read; the floors stand a little under what these give.
@Suite(.enabled(if: SharedData.has("data"), "no shared data: set PARLANCE_DATA"))
struct PageSetsTests {
  struct Floors: Sendable, CustomTestStringConvertible {
    var name: String
    var body: Double?
    var title: Double
    var day: Double
    var authors: Double
    /// Gold dates are in UTC.
    var days = 0
    var testDescription: String { name }
  }

  @Test(arguments: [
    Floors(name: "pages-wcxb-dev", body: 0.954, title: 0.86, day: 0.9, authors: 0.86),
    Floors(name: "pages-readability", body: 0.971, title: 0.70, day: 0.92, authors: 0.59),
    Floors(name: "pages-postlight", body: nil, title: 0.92, day: 0.95, authors: 0.72, days: 1),
  ])
  func reaches(_ floors: Floors) throws {
    let pages = try TemporaryFolder()
    let archive = SharedData.root + "/data/\(floors.name).tar.gz"
    try #require(SharedData.run("tar", "-xzf", archive, "-C", pages.path))
    let folder = pages.path + "/" + floors.name
    let lines = try Data(contentsOf: URL(fileURLWithPath: folder + "/gold.jsonl"))
      .split(separator: UInt8(ascii: "\n"))
    var score = ExtractionScore()
    let parser = ArticleParser(today: CalendarDate(year: 2026, month: 7, day: 1)!)
    for (number, line) in lines.enumerated() where number.isMultiple(of: 3) {
      let gold = try #require(ExtractionScore.Gold(line))
      var article: Article?
      for file in Archive(root: folder, patterns: [gold.file]).list().files {
        RecordReader().forEachRecord(in: file) { record in
          article = parser.parse(record).lazy.compactMap { try? $0.get() }.first ?? article
        }
      }
      score.add(gold, article, days: floors.days)
    }
    if let floor = floors.body {
      #expect(score.f1 >= floor, "precision \(score.precision), recall \(score.recall)")
    }
    #expect(score.title.value >= floors.title)
    #expect(score.day.value >= floors.day)
    #expect(score.authors.value >= floors.authors)
  }
}
