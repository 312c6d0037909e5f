import Corpus

/// JSON Feed (https://jsonfeed.org): each item is an article.
enum JSONFeed {
  static func reads(_ object: JSONObject) -> Bool {
    object["version"]?.text?.contains("jsonfeed.org/version/") == true
  }

  static func articles(
    in feed: JSONObject, _ source: Source, _ context: ParseContext
  ) -> [Result<Article, Reject>] {
    let items = feed["items"]?.elements ?? []
    guard !items.isEmpty else {
      return [.failure(Reject(source, reason: .empty, detail: "the feed holds no entries"))]
    }
    return items.enumerated().map { index, item in
      let source = source.entry(index + 1)
      guard let item = item.object else {
        return .failure(Reject(source, reason: .malformed, detail: "the item is no JSON object"))
      }
      return draft(item, in: feed).article(source, today: context.today)
    }
  }

  private static func draft(_ item: JSONObject, in feed: JSONObject) -> ArticleDraft {
    var draft = ArticleDraft()
    draft.id = item["id"]?.text
    draft.url = item["url"]?.text ?? item["external_url"]?.text
    draft.title = item["title"]?.text ?? ""
    draft.authors = authors(of: item).isEmpty ? authors(of: feed) : authors(of: item)
    draft.dates = [item["date_published"]?.text].compactMap(\.self)
    draft.modified = item["date_modified"]?.text
    draft.outlet = feed["title"]?.text
    draft.tags = (item["tags"]?.elements ?? []).compactMap(\.text)
    draft.language = item["language"]?.text ?? feed["language"]?.text
    if let html = item["content_html"]?.text {
      draft.paragraphs = FragmentText.paragraphs(ofHTML: html)
    }
    if draft.paragraphs.isEmpty, let text = item["content_text"]?.text ?? item["summary"]?.text {
      draft.paragraphs = RecordText.paragraphs(text)
    }
    return draft
  }

  /// Version 1.1's `authors`, or version 1's `author`.
  private static func authors(of object: JSONObject) -> [String] {
    (object["authors"] ?? object["author"])?.elements.compactMap { $0.object?["name"]?.text } ?? []
  }
}
