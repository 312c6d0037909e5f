import Corpus

/// An HTML page: its main text is one article.
enum PageArticle {
  static func articles(
    in record: Record, html: [UInt8], _ context: ParseContext
  ) -> [Result<Article, Reject>] {
    var draft = ArticleDraft()
    draft.paragraphs = FragmentText.paragraphs(ofHTML: String(decoding: html, as: UTF8.self))
    return [draft.article(record.source, today: context.today)]
  }
}
