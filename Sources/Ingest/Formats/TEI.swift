import Corpus
import Markup

/// Text Encoding Initiative: a text, or a corpus of texts, each an article.
enum TEI: XMLArticles {
  static func recognises(_ text: [UInt8], root: String) -> Bool {
    ["TEI", "TEI.2", "teiCorpus", "teiCorpus.2"].contains(root) && text.holds("teiHeader")
  }

  static func articles(
    in document: XMLDocument, _ context: ParseContext
  ) -> [Result<Article, Reject>] {
    let tree = document.tree
    let name = ["TEI", "TEI.2"].first { document.bytes.holds("<\($0)", within: .max) } ?? "TEI"
    let isCut = !document.isLastClosed(name)
    let isCorpus = tree.localName(of: document.root).hasPrefix("teiCorpus")
    let texts = isCorpus ? tree.descendants(name, of: document.root) : [document.root]
    let drafts = texts.flatMap { self.drafts(of: $0, in: document) }
    guard isCorpus || isCut || drafts.count > 1 else {
      return drafts.map { $0.article(document.source, today: context.today) }
    }
    return ExportedArticles.results(drafts, isCut: isCut, in: document.source, context)
  }

  /// The text; or, of an issue of a newspaper, each division that is an article.
  private static func drafts(
    of text: MarkupTree.Node, in document: XMLDocument
  ) -> [ArticleDraft] {
    let tree = document.tree
    var draft = ArticleDraft()
    if let header = tree.firstChild("teiHeader", of: text) { read(header, into: &draft, document) }
    draft.id = tree.attribute("id", of: text) ?? draft.id
    draft.language = tree.attribute("lang", of: text) ?? draft.language
    let articles = tree.outermost("div", of: text) {
      tree.attribute("type", of: $0) == "article"
    }
    guard articles.count > 1 else {
      let bodies = tree.outermost("body", of: text) { _ in true }
      draft.paragraphs = bodies.flatMap { paragraphs(of: $0, in: tree) }
      return [draft]
    }
    return articles.map { article in
      var draft = draft
      draft.id = tree.attribute("id", of: article)
      let head = tree.firstDescendant("head", of: article)
      draft.title = head.map { tree.text(of: $0) } ?? ""
      draft.authors =
        tree.firstDescendant("byline", of: article)
        .map { AuthorList.people(inByline: tree.text(of: $0)) } ?? []
      draft.paragraphs = paragraphs(of: article, in: tree)
      return draft
    }
  }

  private static func read(
    _ header: MarkupTree.Node, into draft: inout ArticleDraft, _ document: XMLDocument
  ) {
    let tree = document.tree
    let title = tree.firstDescendant("titleStmt", of: header)
    let source = tree.firstDescendant("sourceDesc", of: header)
    let titles = title.map { tree.children("title", of: $0) } ?? []
    let main = titles.first { tree.attribute("type", of: $0) == "main" } ?? titles.first
    draft.title = main.map { tree.text(of: $0) } ?? ""
    draft.authors =
      [title, source].compactMap(\.self).lazy.map { people(in: $0, tree) }.first { !$0.isEmpty }
      ?? []
    let publication = tree.firstDescendant("publicationStmt", of: header)
    // The source's date is when the text appeared, the publication's when it was encoded.
    let dated = [source, tree.firstDescendant("creation", of: header), publication]
    draft.dates = dated.compactMap(\.self).flatMap { tree.descendants("date", of: $0) }
      .map { date in
        ["when", "when-iso", "from", "notBefore"].lazy.compactMap { tree.attribute($0, of: date) }
          .first ?? tree.text(of: date)
      }
    draft.outlet = source.flatMap { journal(in: $0, tree) }
    draft.id = publication.flatMap { document.text("idno", in: $0) }
    draft.language = tree.firstDescendant("language", of: header)
      .flatMap { tree.attribute("ident", of: $0) }
  }

  /// The title of the journal or newspaper that the text is from.
  private static func journal(in source: MarkupTree.Node, _ tree: MarkupTree) -> String? {
    let titles = tree.descendants("title", of: source)
    let journal = titles.first { tree.attribute("level", of: $0) == "j" }
    let monograph = tree.firstDescendant("monogr", of: source)
      .flatMap { tree.firstDescendant("title", of: $0) }
    return (journal ?? monograph).map { tree.text(of: $0) }
  }

  private static func people(in statement: MarkupTree.Node, _ tree: MarkupTree) -> [String] {
    tree.descendants("author", of: statement).flatMap { author -> [String] in
      let name = tree.firstDescendant("persName", of: author) ?? author
      let parts = ["forename", "surname"].flatMap { tree.descendants($0, of: name) }
      guard parts.isEmpty else {
        return [parts.map { tree.text(of: $0).singleLine }.joined(separator: " ")]
      }
      return AuthorList.names(in: tree.text(of: name))
    }
  }

  private static func paragraphs(of body: MarkupTree.Node, in tree: MarkupTree) -> [String] {
    FragmentText.paragraphs(
      of: body, in: tree,
      blocks: [
        "head", "ab", "lg", "l", "list", "item", "sp", "speaker", "opener", "closer", "dateline",
        "trailer", "row", "cell",
      ],
      skipped: [
        "note", "fw", "figDesc", "listBibl", "biblStruct", "rdg", "del", "formula", "byline",
      ],
      spaces: ["lb", "pb", "cb"],
      isDropped: { element in
        switch tree.localName(of: element) {
        // Of two readings the edited one counts.
        case "sic", "orig", "abbr": tree.localName(of: tree.parent(of: element)) == "choice"
        case "lb", "pb", "cb": tree.attribute("break", of: element) == "no"
        default: false
        }
      })
  }
}
