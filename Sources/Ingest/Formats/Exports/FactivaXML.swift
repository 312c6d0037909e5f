import Corpus
import Markup

/// Factiva's XML: `<article>` elements with an accession number, in a result set or alone.
enum FactivaXML: XMLArticles {
  static func recognises(_ text: [UInt8], root: String) -> Bool {
    text.holds("<accessionNo") && (text.holds("<publicationDate") || text.holds("<leadParagraph"))
  }

  static func articles(
    in document: XMLDocument, _ context: ParseContext
  ) -> [Result<Article, Reject>] {
    let tree = document.tree
    let isSingle = tree.localName(of: document.root) == "article"
    let articles = isSingle ? [document.root] : tree.descendants("article", of: document.root)
    let drafts = articles.map { draft(of: $0, in: document) }
    let isCut = !document.isLastClosed("article")
    return ExportedArticles.results(drafts, isCut: isCut, in: document.source, context)
  }

  private static func draft(of article: MarkupTree.Node, in document: XMLDocument) -> ArticleDraft {
    let tree = document.tree
    var draft = ArticleDraft()
    func text(_ name: String) -> String? { document.childText(name, of: article) }
    draft.id = text("accessionNo")
    draft.title = text("headline") ?? ""
    draft.authors = text("byline").map(AuthorList.people(inByline:)) ?? []
    draft.dates =
      tree.firstChild("publicationDate", of: article).map { date in
        ["dateTime", "date"].compactMap { document.childText($0, of: date) }
      } ?? []
    draft.outlet = text("sourceName")
    draft.language = text("baseLanguage")
    draft.paragraphs = ["leadParagraph", "tailParagraphs"]
      .flatMap { tree.children($0, of: article) }
      .flatMap { paragraphs(of: $0, in: tree) }
    return draft
  }

  /// The text of a part, in `<paragraph>` elements or as lines.
  private static func paragraphs(of part: MarkupTree.Node, in tree: MarkupTree) -> [String] {
    let paragraphs = tree.children("paragraph", of: part)
    guard !paragraphs.isEmpty else { return Paragraphs.split(tree.text(of: part)) }
    return paragraphs.flatMap { paragraph in
      // Proportional text breaks lines for the file's sake, fixed text where the writer did.
      tree.attribute("display", of: paragraph)?.lowercased() == "fixed"
        ? Paragraphs.split(tree.text(of: paragraph)) : [tree.text(of: paragraph).singleLine]
    }
  }
}
