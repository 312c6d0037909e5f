import Corpus
import Markup

/// RSS 0.9x, 1.0 (RDF) and 2.0, and Atom: each entry is an article.
struct Feed {
  private let document: XMLDocument
  private let title: String?
  private let language: String?
  private let authors: [String]

  static func articles(
    in document: XMLDocument, _ context: ParseContext
  ) -> [Result<Article, Reject>] {
    var entries = document.tree.descendants("entry", of: document.root)
    let name = entries.isEmpty ? "item" : "entry"
    if entries.isEmpty { entries = document.tree.descendants("item", of: document.root) }
    // An entry that was cut short is no article.
    let isCut = !entries.isEmpty && !document.isLastClosed(name)
    if isCut { entries.removeLast() }
    let feed = Feed(document)
    var results = entries.enumerated().map { index, entry in
      let source = Source(path: document.source.path, offset: index + 1)
      return feed.draft(FeedEntry(document, entry)).article(source, today: context.today)
    }
    if isCut || results.isEmpty {
      let problem = document.tree.problem?.description
      results.append(
        .failure(
          Reject(
            document.source, reason: isCut ? .truncated : .empty,
            detail: isCut
              ? "the feed is cut short in entry \(entries.count + 1)"
              : "the feed holds no entries" + (problem.map { " (\($0))" } ?? ""))))
    }
    return results
  }

  private init(_ document: XMLDocument) {
    self.document = document
    let channel = document.tree.firstDescendant("channel", of: document.root) ?? document.root
    let head = FeedEntry(document, channel)
    title = head.inline("title")
    language = head.language ?? document.tree.attribute("lang", of: document.root)
    authors = head.authors
  }

  private func draft(_ entry: FeedEntry) -> ArticleDraft {
    var draft = ArticleDraft()
    draft.url = entry.link
    draft.id = entry.text("guid", "id") ?? entry.identifier
    draft.title = entry.inline("title") ?? ""
    draft.authors = entry.authors.isEmpty ? authors : entry.authors
    let published = entry.texts("published", "pubdate", "issued", "created", "date")
    let updated = entry.texts("updated", "modified")
    draft.dates = published + updated
    draft.modified = published.isEmpty ? nil : updated.first
    // An entry that comes from another feed says so: `<source>`, with a title below it in Atom.
    draft.outlet = entry.origin ?? title
    draft.language = entry.language ?? language
    draft.paragraphs = entry.paragraphs
    return draft
  }
}
