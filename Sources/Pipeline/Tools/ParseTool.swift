public import Corpus
import Export
public import Ingest

/// `parlance parse`: articles as JSON Lines, what the parser sees.
public struct ParseTool: Sendable {
  private let tool: ArticleTool
  private let templates: Templates?

  /// - Parameter templates: what is dropped from the articles, if it was learned.
  public init(
    paths: [String], templates: Templates? = nil, reading: ReadingSettings = ReadingSettings(),
    settings: RunSettings
  ) {
    tool = ArticleTool(paths: paths, reading: reading, settings: settings)
    self.templates = templates
  }

  /// Calls `write` with lines of JSON in the order of the paths. `onTemplates` is told what was
  /// dropped as template. Returns whether all files could be read.
  public func run(
    write: ([UInt8]) throws -> Void, onReject: (Reject) -> Void,
    onTemplates: (TemplateCount) -> Void = { _ in }
  ) throws -> Bool {
    let templates = templates
    var count = TemplateCount()
    let isComplete = try tool.run(
      makeWorker: {
        { articles in
          var bytes: [UInt8] = []
          var count = TemplateCount()
          for var article in articles {
            if let templates { count.strip(templates, from: &article) }
            Self.json(article).append(to: &bytes)
            bytes.append(UInt8(ascii: "\n"))
          }
          return ((bytes, count), [])
        }
      },
      consume: { bytes, dropped in
        try write(bytes)
        count.merge(dropped)
      }, onReject: onReject)
    if templates != nil { onTemplates(count) }
    return isComplete
  }

  static func json(_ article: Article) -> JSON {
    .object([
      ("id", .string(article.id)), ("source", .string(article.source.path)),
      ("url", .string(article.url)), ("title", .string(article.title)),
      ("authors", .array(article.authors.map { .string($0) })),
      ("date", .string(article.date?.description)),
      ("date_source", .string(article.dateSource?.rawValue)),
      ("modified", .string(article.modified?.description)),
      ("outlet", .string(article.outlet)), ("outlet_country", .string(article.outletCountry)),
      ("language", .string(article.language)), ("text", .string(article.text)),
      ("paragraphs", .array(article.paragraphs.map { .string($0) })),
      ("section", .string(article.section)), ("tags", .array(article.tags.map { .string($0) })),
    ])
  }
}
