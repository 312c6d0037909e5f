import Corpus
import Markup

/// News Industry Text Format (IPTC): one document is one article.
enum NITF {
  static func articles(
    in document: XMLDocument, _ context: ParseContext
  ) -> [Result<Article, Reject>] {
    [draft(of: document.root, in: document).article(document.source, today: context.today)]
  }

  /// The article of a `<nitf>` element, which may stand in another document.
  static func draft(of nitf: MarkupTree.Node, in document: XMLDocument) -> ArticleDraft {
    let tree = document.tree
    var draft = ArticleDraft()
    func attribute(_ name: String, ofFirst element: String) -> String? {
      tree.firstDescendant(element, of: nitf).flatMap { tree.attribute(name, of: $0) }
    }
    draft.id = attribute("id-string", ofFirst: "doc-id")
    draft.title = document.text("hl1", "hedline", "title", in: nitf) ?? ""
    draft.authors = authors(in: nitf, document)
    draft.dates = [
      attribute("norm", ofFirst: "date.issue"),
      attribute("date.publication", ofFirst: "pubdata"),
      attribute("norm", ofFirst: "story.date"),
      document.text("story.date", in: nitf),
      attribute("norm", ofFirst: "date.release"),
    ].compactMap(\.self)
    draft.outlet =
      attribute("name", ofFirst: "pubdata") ?? document.text("distributor", in: nitf)
    draft.language = tree.attribute("lang", of: nitf)
    draft.section = attribute("position.section", ofFirst: "pubdata")
    draft.tags = tree.descendants("keyword", of: nitf).compactMap { tree.attribute("key", of: $0) }
    draft.url = attribute("ex-ref", ofFirst: "pubdata")
    let dateline = document.text("dateline", in: nitf) ?? ""
    draft.paragraphs = Dateline.joined(dateline, to: paragraphs(in: nitf, document))
    return draft
  }

  /// `<byline>` holds the people as `<person>`, or as text with a `<byttl>` for their role.
  private static func authors(in nitf: MarkupTree.Node, _ document: XMLDocument) -> [String] {
    let tree = document.tree
    return tree.descendants("byline", of: nitf).flatMap { byline -> [String] in
      let people = tree.descendants("person", of: byline).map { tree.text(of: $0).singleLine }
      if !people.isEmpty { return people }
      let text = FragmentText.paragraphs(of: byline, in: tree, skipped: ["byttl", "virtloc"])
      return AuthorList.names(in: text.joined(separator: " "))
    }
  }

  private static func paragraphs(
    in nitf: MarkupTree.Node, _ document: XMLDocument
  ) -> [String] {
    let tree = document.tree
    let contents = tree.descendants("body.content", of: nitf)
    return contents.flatMap {
      FragmentText.paragraphs(
        of: $0, in: tree, blocks: ["block", "hl1", "hl2", "bq", "fn", "content"],
        skipped: ["media", "nitf-table", "datasource"])
    }
  }
}
