public import Corpus

/// The stage: an archive's files become records (`Archive`, `RecordReader`), and a record becomes
/// articles (`ArticleParser`).
///
///     let listing = Archive(root: "study", patterns: ["articles/"]).list()
///     let parser = ArticleParser(today: today)
///     for file in listing.files {
///       try RecordReader().forEachRecord(in: file) { record in
///         for article in parser.parse(record) { … }
///       }
///     }
///
/// Cutting is serial and cheap; parsing is pure, and safe to call from many tasks.
public struct ArticleParser: Sendable {
  private let today: CalendarDate
  private let sidecar: Sidecar?
  private let outlets: OutletTable?
  private let fields: FieldMapping

  /// - Parameters:
  ///   - today: no article is dated later than the day after.
  ///   - sidecar: metadata that wins over what the records say.
  ///   - outlets: names and countries of outlets by host or name.
  ///   - fields: keys and columns that hold a field under names of their own.
  public init(
    today: CalendarDate, sidecar: Sidecar? = nil, outlets: OutletTable? = nil,
    fields: FieldMapping = FieldMapping()
  ) {
    self.today = today
    self.fields = fields
    self.sidecar = sidecar
    self.outlets = outlets
  }

  /// The articles of a record, in its order, and what in it became none.
  public func parse(_ record: Record) -> [Result<Article, Reject>] {
    parse(record, keeping: nil)
  }

  /// As `parse(_:)`, with the evidence of pages put into `log`.
  func parse(_ record: Record, keeping log: EvidenceLog?) -> [Result<Article, Reject>] {
    // What a capture of a page says cannot be later than the capture.
    let context = ParseContext(
      today: min(record.retrieved ?? today, today), log: log, fields: fields)
    return articles(in: record, context).map { result in
      result.map { article in
        var article = article
        sidecar?.apply(to: &article)
        outlets?.apply(to: &article)
        return article
      }
    }
  }

  /// As `parse(_:)`; what could not be cut into a record stays a reject.
  public func parse(_ record: Result<Record, Reject>) -> [Result<Article, Reject>] {
    switch record {
    case .success(let record): parse(record)
    case .failure(let reject): [.failure(reject)]
    }
  }

  private func articles(
    in record: Record, _ context: ParseContext
  ) -> [Result<Article, Reject>] {
    switch record.format {
    case .jsonObject: JSONArticles.article(in: record, context)
    case .json: JSONArticles.articles(in: record, context)
    case .row(let header): TableArticles.article(in: record, header, context)
    case .plainText: PlainText.article(in: record, context)
    case .markup: MarkupArticles.articles(in: record, context)
    }
  }
}

/// What every format needs to know beyond the record.
struct ParseContext: Sendable {
  let today: CalendarDate
  /// Where the evidence of pages is kept, if anyone asks for it.
  var log: EvidenceLog?
  let fields: FieldMapping
}
