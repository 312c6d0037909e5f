import Corpus
import Foundation
import Pipeline
import TestSupport
import Testing

/// The sample study, held to the answers that its makers wrote down.
@Suite struct SampleCorpusTests {
  /// One run for all tests of the suite.
  struct Sample: Sendable {
    let study: SmallTables
    let summary: RunSummary
    let articles: [[String: String]]
    let gold: [Gold]
  }

  struct SmallTables: Sendable {
    let folder: TemporaryFolder
    func table(_ name: String) throws -> CSVTable { CSVTable(try folder.text("\(name).csv")) }
  }

  /// An article as it should be read.
  struct Gold: Sendable, Decodable {
    struct Mention: Sendable, Decodable {
      var lexicon: String
      var entry: String
      var text: String
      var count: Int
    }
    var source: String
    var item: Int?
    var title: String
    var authors: [String]
    var date: String?
    var outlet: String
    var language: String
    var body: String
    var mentions: [Mention]
    /// `lexicon/entry` of what must not be found.
    var absent: [String]?
  }

  static let sample = Result { try makeSample() }

  static func makeSample() throws -> Sample {
    let corpus = PackagePaths.root + "/corpus"
    let folder = try TemporaryFolder()
    var study = try Study.load(corpus + "/study.yaml")
    study.out = folder.path
    let settings = RunSettings(isQuiet: true)
    let summary = try Run(study, settings: settings).run(telling: Progress(settings))
    let lines = try String(contentsOfFile: corpus + "/gold/gold.jsonl", encoding: .utf8)
    return Sample(
      study: SmallTables(folder: folder), summary: summary,
      articles: CSVTable(
        try String(contentsOfFile: corpus + "/gold/archive.csv", encoding: .utf8)
      ).rows,
      gold: try lines.split(separator: "\n").map {
        try JSONDecoder().decode(Gold.self, from: Data($0.utf8))
      })
  }

  /// The documents of each source, in the order of its articles.
  static func documents(_ sample: Sample) throws -> [String: [[String: String]]] {
    Dictionary(grouping: try sample.study.table("documents").rows) { $0["source"] ?? "" }
  }

  /// The document that should be the article at `item` (from 1) of `source`, by its title where
  /// the file holds several.
  static func document(
    _ source: String, title: String, in documents: [String: [[String: String]]]
  ) -> [String: String]? {
    let all = documents[source] ?? []
    return all.count == 1 ? all[0] : all.first { $0["title"] == title }
  }

  /// A share of equal answers, printed, and not below what it once was.
  static func expect(
    _ what: String, _ wrong: [String], of count: Int, atLeast floor: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let share = Double(count - wrong.count) / Double(count)
    print("sample archive: \(what) right in \(count - wrong.count) of \(count)")
    #expect(
      share >= floor, "\(what): \(wrong.prefix(5).joined(separator: "; "))",
      sourceLocation: sourceLocation)
  }

  @Test("Every article of the archive is a document, and nothing else is")
  func archive() throws {
    let sample = try Self.sample.get()
    let documents = try Self.documents(sample)
    let wanted = Dictionary(grouping: sample.articles) { $0["source"] ?? "" }
    for (source, articles) in wanted {
      #expect(documents[source]?.count == articles.count, "\(source)")
    }
    #expect(Set(documents.keys).subtracting(wanted.keys).isEmpty)
    let rejected = Set(try sample.study.table("rejects").rows.map { $0["source"] ?? "" })
    #expect(
      rejected == [
        "broken/binary.html", "broken/cut-short.jsonl", "broken/empty.html",
        "broken/entity-attack.xml", "broken/truncated.html.gz",
      ])
  }

  @Test("Dates, outlets and countries are those of the articles; four have no date")
  func metadata() throws {
    let sample = try Self.sample.get()
    let documents = try Self.documents(sample)
    var wrong: [String: [String]] = [:]
    for (source, articles) in Dictionary(grouping: sample.articles, by: { $0["source"] ?? "" }) {
      let found = documents[source] ?? []
      // Articles and documents of a file come in different orders: compared as sets with counts.
      for column in ["date", "outlet", "outlet_country", "language"] {
        let wanted = articles.map { $0[column] ?? "" }.sorted()
        if found.map({ $0[column] ?? "" }).sorted() != wanted {
          wrong[column, default: []].append(source)
        }
      }
    }
    let files = documents.count
    Self.expect("dates", wrong["date"] ?? [], of: files, atLeast: 1)
    Self.expect("outlets", wrong["outlet"] ?? [], of: files, atLeast: 1)
    Self.expect("countries", wrong["outlet_country"] ?? [], of: files, atLeast: 1)
    Self.expect("languages", wrong["language"] ?? [], of: files, atLeast: 0.99)
    #expect(sample.summary.census.undated == 4)
  }

  @Test("Titles, authors and texts are those that were written")
  func texts() throws {
    let sample = try Self.sample.get()
    let documents = try Self.documents(sample)
    var titles: [String] = []
    var authors: [String] = []
    for gold in sample.gold {
      let document = Self.document(gold.source, title: gold.title, in: documents)
      if document?["title"] != gold.title { titles.append(gold.source) }
      if document?["authors"] != gold.authors.joined(separator: "; ") {
        authors.append(gold.source)
      }
    }
    Self.expect("titles", titles, of: sample.gold.count, atLeast: 1)
    Self.expect("authors", authors, of: sample.gold.count, atLeast: 0.93)

    let articles = try Self.parsed(sample)
    let bodies = sample.gold.filter { gold in
      !articles.contains { $0.source == gold.source && $0.text == gold.body }
    }
    Self.expect("texts", bodies.map(\.source), of: sample.gold.count, atLeast: 0.96)
  }

  struct Parsed: Decodable {
    var source: String
    var text: String
  }

  /// The articles as `parlance parse` prints them.
  static func parsed(_ sample: Sample) throws -> [Parsed] {
    let corpus = PackagePaths.root + "/corpus/"
    var lines: [UInt8] = []
    let sources = Set(sample.gold.map(\.source)).sorted()
    _ = try ParseTool(paths: sources.map { corpus + $0 }, settings: RunSettings()).run(
      write: { lines += $0 }, onReject: { _ in })
    return try lines.split(separator: UInt8(ascii: "\n")).map { line in
      var article = try JSONDecoder().decode(Parsed.self, from: Data(line))
      article.source = String(article.source.dropFirst(corpus.count))
      return article
    }
  }

  @Test("Names and phrases that were written on purpose are found; what only looks like one is not")
  func mentions() throws {
    let sample = try Self.sample.get()
    let documents = try Self.documents(sample)
    let found = Dictionary(grouping: try sample.study.table("mentions").rows) {
      $0["document_id"] ?? ""
    }
    var missed: [String] = []
    var count = 0
    var mistaken: [String] = []
    var lookalikes = 0
    for gold in sample.gold {
      let id = Self.document(gold.source, title: gold.title, in: documents)?["document_id"] ?? ""
      let mentions = found[id] ?? []
      func number(_ name: String) -> Int {
        mentions.count { "\($0["lexicon"] ?? "")/\($0["entry"] ?? "")" == name }
      }
      let wanted = Dictionary(grouping: gold.mentions) { "\($0.lexicon)/\($0.entry)" }
      for (name, parts) in wanted {
        count += 1
        if number(name) < parts.reduce(0, { $0 + $1.count }) {
          missed.append("\(gold.source): \(name)")
        }
      }
      for absent in gold.absent ?? [] {
        lookalikes += 1
        if number(absent) > 0 { mistaken.append("\(gold.source): \(absent)") }
      }
    }
    Self.expect("mentions", missed, of: count, atLeast: 0.94)
    Self.expect("lookalikes", mistaken, of: lookalikes, atLeast: 0.8)
  }

  @Test("Copies and near copies are found, and nothing else is taken for one")
  func copies() throws {
    let sample = try Self.sample.get()
    let documents = try sample.study.table("documents").rows
    let copies = documents.filter { $0["duplicate_of"] != "" }
    let originals = Dictionary(
      uniqueKeysWithValues: documents.map { ($0["document_id"] ?? "", $0["source"] ?? "") })
    let slugs = Dictionary(
      sample.articles.map { ($0["slug"] ?? "", $0["source"] ?? "") }
    ) { first, _ in first }
    let found = Set(
      copies.map { "\($0["source"] ?? "") of \(originals[$0["duplicate_of"] ?? ""] ?? "")" })
    let wanted = Set(
      sample.articles.filter { $0["copy_of"] != "" }.map {
        "\($0["source"] ?? "") of \(slugs[$0["copy_of"] ?? ""] ?? "")"
      })
    #expect(found == wanted)
    #expect(copies.count == 8)
  }

  @Test("The series tell what happened")
  func story() throws {
    let sample = try Self.sample.get()
    let series = try sample.study.table("series").rows.filter { $0["group"] == "all" }
    func hits(_ measure: String, _ years: ClosedRange<Int>) -> Int {
      series.filter { row in
        row["measure"] == measure && years.contains(Int(row["period"]?.prefix(4) ?? "") ?? 0)
      }.reduce(0) { $0 + (Int($1["hits"] ?? "") ?? 0) }
    }
    // The protest of 2019, its return, and the revival of 2025.
    #expect(hits("hours-996", 2010...2018) <= 2)
    #expect(hits("hours-996", 2019...2019) >= 10)
    #expect(hits("hours-996", 2021...2025) >= 10)
    #expect(hits("working-hours", 2019...2025) > 4 * hits("working-hours", 2010...2018))
    #expect(hits("mega-rounds", 2017...2025) > 2 * hits("mega-rounds", 2010...2016))
    #expect(hits("national-security", 2018...2025) > 4 * hits("national-security", 2010...2017))
    let gaps = series.filter { $0["status"] == "no_documents" }
    #expect(gaps.allSatisfy { $0["hits"] == "" && $0["rate_per_10k"] == "" })
  }
}
