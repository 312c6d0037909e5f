import Corpus

/// Articles in HTML or XML: which format it is, the root element tells.
enum MarkupArticles {
  static func articles(in record: Record, _ context: ParseContext) -> [Result<Article, Reject>] {
    [.failure(Reject(record.source, reason: .unknownFormat, detail: "not yet"))]
  }
}
