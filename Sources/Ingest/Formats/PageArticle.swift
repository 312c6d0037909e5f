import Corpus

/// An HTML page: its main text is one article.
enum PageArticle {
  /// - Parameter html: the page's bytes as UTF-8.
  static func articles(
    in record: Record, html: [UInt8], _ context: ParseContext
  ) -> [Result<Article, Reject>] {
    do throws(PageError) {
      let reader = PageReader(now: context.today)
      return [.success(try reader.article(from: html, source: record.source, url: record.url))]
    } catch {
      return [.failure(Reject(record.source, reason: error.reason, detail: error.detail))]
    }
  }
}
