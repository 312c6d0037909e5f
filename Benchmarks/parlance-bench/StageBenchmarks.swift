import Corpus
import Extract
import Ingest
import Lexicons
import Normalize

/// Each stage by itself, on one core.
struct StageBenchmarks {
  let samples: Samples
  let lexicons: LexiconSet

  private static let parser = ArticleParser(today: CalendarDate(dayNumber: 20_700))

  func run(_ report: (Figure) -> Void) throws {
    let texts = Self.records([samples.texts])
    report(parse("parse HTML: main text and metadata", Self.records(samples.pages)))
    report(parse("parse JSON Lines", texts))
    let articles = Self.articles(texts)
    report(normalize("normalize, with duplicate signatures", articles, Normalizer()))
    report(
      normalize(
        "normalize, without signatures", articles, Normalizer(makesSignatures: false)))
    report(load())
    report(tag(articles))
    report(try retag())
  }

  func retag() throws -> Figure {
    try ColumnBenchmarks(
      Self.articles(Self.records([samples.texts])), lexicons: lexicons, folder: samples.folder
    ).retag()
  }

  func tag() -> Figure { tag(Self.articles(Self.records([samples.texts]))) }

  private func parse(_ what: String, _ records: [Record]) -> Figure {
    let bytes = records.reduce(0) { $0 + $1.bytes.count }
    let seconds = Figure.median { for record in records { _ = Self.parser.parse(record) } }
    return figure(what, bytes: bytes, count: records.count, unit: "records", seconds)
  }

  private func normalize(
    _ what: String, _ articles: [Article], _ normalizer: Normalizer
  ) -> Figure {
    let bytes = articles.reduce(0) { $0 + $1.text.utf8.count }
    let seconds = Figure.median {
      for article in articles { _ = try? normalizer.document(from: article) }
    }
    return figure(what, bytes: bytes, count: articles.count, unit: "articles", seconds)
  }

  private func load() -> Figure {
    let terms = lexicons.catalogue.terms.count
    let seconds = Figure.median {
      if let set = try? LexiconSet.load(["lexicons"]) { _ = CompiledLexicons(set) }
    }
    return Figure(
      what: "read and compile all shipped lexicons", amount: "\(terms) terms", seconds: seconds,
      rate: "")
  }

  /// With a tagger that has seen the words, as in an archive of any size.
  private func tag(_ articles: [Article]) -> Figure {
    let documents = articles.compactMap { try? Normalizer().document(from: $0) }
    let bytes = documents.reduce(0) { $0 + $1.title.utf8.count + $1.body.utf8.count }
    var tagger = Tagger(CompiledLexicons(lexicons))
    var mentions = 0
    let seconds = Figure.median {
      mentions = 0
      for document in documents { mentions += tagger.mentions(in: document).count }
    }
    return figure(
      "tag with all shipped lexicons (\(mentions) mentions)", bytes: bytes,
      count: documents.count, unit: "documents", seconds)
  }

  private func figure(
    _ what: String, bytes: Int, count: Int, unit: String, _ seconds: Double
  ) -> Figure {
    let rate = Report.decimal(Double(bytes) / 1e6 / seconds, 0)
    return Figure(
      what: what, amount: "\(Report.megabytes(bytes)), \(count) \(unit)", seconds: seconds,
      rate: "\(rate) MB/s, \(Int(Double(count) / seconds)) \(unit)/s")
  }

  static func records(_ paths: [String]) -> [Record] {
    var records: [Record] = []
    for file in Archive(typed: paths).list().files {
      RecordReader().forEachRecord(in: file) { result in
        if case .success(let record) = result { records.append(record) }
      }
    }
    return records
  }

  static func articles(_ records: [Record]) -> [Article] {
    records.flatMap { parser.parse($0) }.compactMap { try? $0.get() }
  }
}
