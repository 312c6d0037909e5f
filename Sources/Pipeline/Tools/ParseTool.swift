public import Corpus
import Export

/// `parlance parse`: articles as JSON Lines, what the parser sees.
public struct ParseTool: Sendable {
  private let tool: ArticleTool

  public init(paths: [String], settings: RunSettings) {
    tool = ArticleTool(paths: paths, settings: settings)
  }

  /// Calls `write` with lines of JSON in the order of the paths. Returns whether all files could
  /// be read.
  public func run(write: ([UInt8]) throws -> Void, onReject: (Reject) -> Void) throws -> Bool {
    return try tool.run(
      makeWorker: {
        { articles in
          var bytes: [UInt8] = []
          for article in articles {
            Self.json(article).append(to: &bytes)
            bytes.append(UInt8(ascii: "\n"))
          }
          return (bytes, [])
        }
      }, consume: write, onReject: onReject)
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
    ])
  }
}
