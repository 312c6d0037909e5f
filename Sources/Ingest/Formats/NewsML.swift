import Corpus
import Markup

/// NewsML-G2 (IPTC): each news item that carries its text is an article, alone or in a message.
///
/// The text is NITF, XHTML or plain, inline. Items that only point at their content (pictures,
/// videos, packages) and items that are no news (concepts, events, plans) are rejected as such.
enum NewsML {
  static func articles(
    in document: XMLDocument, _ context: ParseContext
  ) -> [Result<Article, Reject>] {
    let tree = document.tree
    let isSingle = tree.localName(of: document.root) != "newsMessage"
    let items =
      isSingle
      ? [document.root]
      : tree.descendants("itemSet", of: document.root).flatMap { set in
        tree.children(of: set).filter { !tree.isText($0) }
      }
    guard !items.isEmpty else {
      return [
        .failure(Reject(document.source, reason: .empty, detail: "the message holds no items"))
      ]
    }
    return items.enumerated().map { index, item in
      let source = isSingle ? document.source : document.source.entry(index + 1)
      return article(of: item, in: document, source, context)
    }
  }

  private static func article(
    of item: MarkupTree.Node, in document: XMLDocument, _ source: Source, _ context: ParseContext
  ) -> Result<Article, Reject> {
    let draft = draft(of: item, in: document)
    guard !draft.paragraphs.isEmpty else {
      let name = document.tree.localName(of: item)
      return .failure(
        Reject(source, reason: .noText, detail: "a NewsML-G2 \(name) without inline text"))
    }
    return draft.article(source, today: context.today)
  }

  private static func draft(of item: MarkupTree.Node, in document: XMLDocument) -> ArticleDraft {
    let tree = document.tree
    var draft = inlineDraft(of: item, in: document)
    draft.id = tree.attribute("guid", of: item) ?? draft.id
    let meta = tree.firstChild("contentMeta", of: item)
    let itemMeta = tree.firstChild("itemMeta", of: item)
    let parts = [meta, itemMeta].compactMap(\.self)
    func first(_ name: String) -> String? {
      parts.lazy.compactMap { document.childText(name, of: $0) }.first
    }
    if let headline = first("headline") ?? (draft.title.isEmpty ? first("title") : nil) {
      draft.title = headline
    }
    let by = first("by").map { AuthorList.names(in: $0) } ?? creators(of: meta, in: document)
    if !by.isEmpty { draft.authors = by }
    draft.dates =
      ["contentCreated", "firstCreated", "versionCreated"].compactMap(first) + draft.dates
    draft.modified = first("contentModified")
    draft.outlet = name(of: "provider", in: itemMeta, document) ?? draft.outlet
    draft.language =
      meta.flatMap { tree.firstChild("language", of: $0) }.flatMap {
        tree.attribute("tag", of: $0)
      } ?? draft.language ?? tree.attribute("lang", of: item)
    return draft
  }

  /// The text that the item carries, and what a NITF document inside says of itself.
  private static func inlineDraft(
    of item: MarkupTree.Node, in document: XMLDocument
  ) -> ArticleDraft {
    let tree = document.tree
    let isContent = tree.localName(of: item) == "contentSet"
    guard let content = isContent ? item : tree.firstChild("contentSet", of: item) else {
      return ArticleDraft()
    }
    if let nitf = tree.firstDescendant("nitf", of: content) {
      return NITF.draft(of: nitf, in: document)
    }
    var draft = ArticleDraft()
    for html in tree.descendants("html", of: content) {
      draft.title = document.text("title", in: html) ?? draft.title
      let body = tree.firstDescendant("body", of: html) ?? html
      draft.paragraphs += FragmentText.paragraphs(of: body, in: tree)
    }
    for data in tree.children("inlineData", of: content) where draft.paragraphs.isEmpty {
      draft.paragraphs = RecordText.paragraphs(tree.text(of: data))
    }
    return draft
  }

  private static func creators(
    of meta: MarkupTree.Node?, in document: XMLDocument
  ) -> [String] {
    guard let meta else { return [] }
    return document.tree.children("creator", of: meta).compactMap {
      document.childText("name", of: $0)
    }
  }

  /// The name of a provider: spelled out, as a literal, or the end of its code.
  private static func name(
    of element: String, in meta: MarkupTree.Node?, _ document: XMLDocument
  ) -> String? {
    let tree = document.tree
    guard let node = meta.flatMap({ tree.firstChild(element, of: $0) }) else { return nil }
    return document.childText("name", of: node) ?? tree.attribute("literal", of: node)
      ?? tree.attribute("qcode", of: node).flatMap {
        $0.split(separator: ":").last.map(String.init)
      }
  }
}
