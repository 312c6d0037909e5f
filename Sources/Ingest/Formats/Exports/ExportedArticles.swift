import Corpus

/// What comes of an export that holds many articles.
enum ExportedArticles {
  /// The articles, numbered by their places in the export from 1.
  /// - Parameter isCut: the last draft ends where the export was cut short, and is no article.
  static func results(
    _ drafts: [ArticleDraft], isCut: Bool = false, in source: Source, _ context: ParseContext
  ) -> [Result<Article, Reject>] {
    guard !drafts.isEmpty else {
      return [.failure(Reject(source, reason: .empty, detail: "the export holds no articles"))]
    }
    return drafts.enumerated().map { index, draft in
      let source = source.entry(index + 1)
      guard isCut, index == drafts.count - 1 else {
        return draft.article(source, today: context.today)
      }
      return .failure(
        Reject(
          source, reason: .truncated, detail: "the export is cut short in article \(index + 1)"))
    }
  }

  /// Whether an export whose articles end in their numbers is cut short: the last article has none.
  static func lackLastNumber(_ drafts: [ArticleDraft]) -> Bool {
    drafts.last?.id == nil && drafts.contains { $0.id != nil }
  }
}

extension [UInt8] {
  /// Whether the text holds `word` within its first bytes.
  func holds(_ word: String, within limit: Int = 1 << 16) -> Bool {
    let word = Array(word.utf8)
    let last = Swift.min(count, limit) - word.count
    var index = 0
    while index <= last {
      var length = 0
      while length < word.count, self[index + length] == word[length] { length += 1 }
      if length == word.count { return true }
      index += 1
    }
    return false
  }
}
