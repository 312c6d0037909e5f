import Bytes
import Corpus

/// Plain text: the first line is the title, the rest the text; its date comes from a sidecar.
enum PlainText {
  static func article(in record: Record, _ context: ParseContext) -> [Result<Article, Reject>] {
    let decoded = TextDecoder.decode(record.bytes, charset: record.charset)
    // A text in an unknown encoding shows as characters that do not exist.
    guard decoded.errors * 20 <= record.bytes.count else {
      return [.failure(Reject(record.source, reason: .encoding, detail: "no encoding explains it"))]
    }
    if let articles = NexisText.articles(in: decoded.utf8, record.source, context) {
      return articles
    }
    let text = decoded.utf8.drop { $0.isSpace }
    let end = text.firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.endIndex
    var draft = ArticleDraft()
    draft.url = record.url
    let rest = Array(text[end...])
    if end - text.startIndex <= longestTitle {
      draft.title = String(decoding: text[..<end], as: UTF8.self)
      draft.paragraphs = Paragraphs.split(rest)
    } else {
      draft.paragraphs = Paragraphs.split(Array(text))
    }
    return [draft.article(record.source, today: context.today)]
  }

  /// In bytes. A longer first line is a paragraph.
  private static let longestTitle = 400
}
