import Corpus

/// An HTML page: its main text is one article.
enum PageArticle {
  /// - Parameter html: the page's bytes as UTF-8.
  static func articles(
    in record: Record, html: [UInt8], _ context: ParseContext
  ) -> [Result<Article, Reject>] {
    do throws(PageError) {
      let reader = PageReader(now: context.today)
      let article = try reader.article(from: html, source: record.source, url: record.url) {
        context.log?.add($0, of: record.source)
      }
      // A page that has nothing but its heading is a notice, such as "Not Found".
      guard article.paragraphs.contains(where: { !article.title.contains($0) }) else {
        return [
          .failure(Reject(record.source, reason: .noText, detail: "no text beside the heading"))
        ]
      }
      return [.success(article)]
    } catch {
      return [.failure(Reject(record.source, reason: error.reason, detail: error.detail))]
    }
  }
}
