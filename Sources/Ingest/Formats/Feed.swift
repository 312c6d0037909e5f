import Corpus
import Markup

/// RSS 0.9x, 1.0 (RDF) and 2.0, Atom, and CDF: each entry is an article.
struct Feed {
  private let document: XMLDocument
  /// The elements that are entries, in order.
  let entries: [MarkupTree.Node]
  let title: String?
  private let language: String?
  private let authors: [String]
  /// The site that the feed is of.
  private let link: String?
  /// The name of the last entry's element.
  private let entryName: String?

  static func articles(
    in document: XMLDocument, _ context: ParseContext
  ) -> [Result<Article, Reject>] {
    let feed = Feed(document)
    // An entry that was cut short is no article.
    let isCut = feed.entryName.map { !document.isLastClosed($0) } ?? false
    let whole = feed.entries.dropLast(isCut ? 1 : 0)
    var results = whole.enumerated().map { index, entry in
      let source = document.source.entry(index + 1)
      return feed.draft(entry).article(source, today: context.today)
    }
    if isCut || results.isEmpty {
      let problem = document.tree.problem?.description
      results.append(
        .failure(
          Reject(
            document.source, reason: isCut ? .truncated : .empty,
            detail: isCut
              ? "the feed is cut short in entry \(whole.count + 1)"
              : "the feed holds no entries" + (problem.map { " (\($0))" } ?? ""))))
    }
    return results
  }

  init(_ document: XMLDocument) {
    self.document = document
    let tree = document.tree
    // CDF writes its names in capitals.
    let names = ["entry", "item", "ITEM", "Item"]
    entryName = names.first { tree.firstDescendant($0, of: document.root) != nil }
    entries = entryName.map { tree.descendants($0, of: document.root) } ?? []
    let channel =
      tree.firstDescendant("channel", of: document.root)
      ?? tree.firstDescendant("CHANNEL", of: MarkupTree.root) ?? document.root
    let head = FeedEntry(document, channel)
    title = head.inline("title")
    language = head.language ?? tree.attribute("lang", of: document.root)
    authors = head.authors
    link = head.link(base: nil)
  }

  /// What an entry says.
  func draft(_ node: MarkupTree.Node) -> ArticleDraft {
    let entry = FeedEntry(document, node)
    var draft = ArticleDraft()
    draft.url = entry.link(base: link)
    draft.id = entry.text("guid", "id") ?? entry.identifier
    draft.title = entry.inline("title") ?? ""
    draft.authors = entry.authors.isEmpty ? authors : entry.authors
    let published = entry.texts("published", "pubdate", "issued", "created", "date")
    let updated = entry.texts("updated", "modified") + [entry.modified].compactMap(\.self)
    draft.dates = published + updated
    draft.modified = published.isEmpty ? nil : updated.first
    // An entry that comes from another feed says so: `<source>`, with a title below it in Atom.
    draft.outlet = entry.origin ?? title
    draft.language = entry.language ?? language
    draft.tags = entry.tags
    draft.paragraphs = entry.paragraphs
    return draft
  }
}
