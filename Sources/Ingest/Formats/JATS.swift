import Corpus
import Markup

/// Journal Article Tag Suite (NISO Z39.96) and its forerunner, the NLM's: one article, or a set.
enum JATS: XMLArticles {
  static func recognises(_ text: [UInt8], root: String) -> Bool {
    // HTML has an `<article>` too.
    ["article", "pmc-articleset", "OAI-PMH"].contains(root) && text.holds("article-meta")
  }

  static func articles(
    in document: XMLDocument, _ context: ParseContext
  ) -> [Result<Article, Reject>] {
    let tree = document.tree
    let isCut = !document.isLastClosed("article")
    guard tree.localName(of: document.root) != "article" else {
      guard !isCut else {
        return [
          .failure(
            Reject(document.source, reason: .truncated, detail: "the article is cut short"))
        ]
      }
      return [draft(of: document.root, in: document).article(document.source, today: context.today)]
    }
    let drafts = tree.descendants("article", of: document.root).map { draft(of: $0, in: document) }
    return ExportedArticles.results(drafts, isCut: isCut, in: document.source, context)
  }

  private static func draft(of article: MarkupTree.Node, in document: XMLDocument) -> ArticleDraft {
    let tree = document.tree
    var draft = ArticleDraft()
    draft.language = tree.attribute("lang", of: article)
    guard let front = tree.firstChild("front", of: article) else { return draft }
    draft.outlet = document.text("journal-title", "abbrev-journal-title", in: front)
    let meta = tree.firstChild("article-meta", of: front) ?? front
    draft.id = identifier(in: meta, document)
    draft.title =
      tree.firstDescendant("article-title", of: meta).map {
        text(of: $0, in: document).joined(separator: " ")
      } ?? ""
    draft.authors = authors(in: meta, document)
    let dates = JATSDates(in: meta, document)
    draft.dates = dates.published.map { [$0.description] } ?? []
    draft.modified = dates.corrected?.description
    if let link = tree.firstChild("self-uri", of: meta).flatMap({ tree.attribute("href", of: $0) }),
      link.hasPrefix("http")
    {
      draft.url = link
    }
    let abstract = tree.children("abstract", of: meta).first {
      tree.attribute("abstract-type", of: $0) == nil
    }
    let body = tree.firstChild("body", of: article)
    draft.paragraphs = [abstract, body].compactMap(\.self).flatMap { text(of: $0, in: document) }
    return draft
  }

  /// The DOI, or the first identifier that the article has.
  private static func identifier(in meta: MarkupTree.Node, _ document: XMLDocument) -> String? {
    let tree = document.tree
    let ids = tree.children("article-id", of: meta)
    let doi = ids.first { tree.attribute("pub-id-type", of: $0) == "doi" }
    return (doi ?? ids.first).map { tree.text(of: $0) }
  }

  /// People who are not said to be anything but authors.
  private static func authors(in meta: MarkupTree.Node, _ document: XMLDocument) -> [String] {
    let tree = document.tree
    return tree.children("contrib-group", of: meta)
      .flatMap { tree.children("contrib", of: $0) }
      .filter { (tree.attribute("contrib-type", of: $0) ?? "author") == "author" }
      .compactMap { contributor in
        guard let name = tree.firstDescendant("name", of: contributor) else {
          return document.text("string-name", in: contributor)?.singleLine
        }
        let parts = ["prefix", "given-names", "surname", "suffix"]
        let isEastern = tree.attribute("name-style", of: name) == "eastern"
        let order = isEastern ? ["surname", "given-names"] : parts
        return order.compactMap { document.childText($0, of: name) }.joined(separator: " ")
      }
  }

  private static func text(of node: MarkupTree.Node, in document: XMLDocument) -> [String] {
    let tree = document.tree
    let superscript = tree.name("sup")
    return FragmentText.paragraphs(
      of: node, in: tree, blocks: ["sec", "list", "list-item", "disp-quote", "boxed-text"],
      skipped: [
        "fig", "fig-group", "table-wrap", "disp-formula", "ref-list", "fn", "fn-group", "label",
        "graphic", "media", "supplementary-material", "object-id",
      ],
      isDropped: { element in
        // A mark that leads to a note or a reference would stick to the word before it.
        tree.name(of: element) == superscript && tree.firstDescendant("xref", of: element) != nil
          || tree.localName(of: element) == "xref"
            && tree.firstChild("sup", of: element) != nil
      })
  }
}

/// When a journal article appeared: of the dates in print and online, the earliest.
private struct JATSDates {
  var published: CalendarDate?
  var corrected: CalendarDate?

  init(in meta: MarkupTree.Node, _ document: XMLDocument) {
    let tree = document.tree
    for node in tree.children("pub-date", of: meta) {
      guard let date = Self.date(of: node, in: document) else { continue }
      let kind = tree.attribute("pub-type", of: node) ?? tree.attribute("date-type", of: node) ?? ""
      if ["corrected", "correction", "updated", "update"].contains(kind) {
        corrected = date
      } else if Self.published.contains(kind) {
        published = published.map { Self.earlier($0, date) } ?? date
      }
    }
  }

  /// Kinds of dates that are no release to a repository and no withdrawal.
  private static let published: Set<String> = [
    "", "epub", "ppub", "epub-ppub", "epub-ahead", "epreprint", "ecorrected", "collection", "pub",
    "publication", "preprint", "issue-pub",
  ]

  private static func date(of node: MarkupTree.Node, in document: XMLDocument) -> CalendarDate? {
    let iso = document.tree.attribute("iso-8601-date", of: node)
    if let date = iso.flatMap({ CalendarDate(iso: $0.prefix(10)) }) { return date }
    func number(_ name: String) -> Int? { document.childText(name, of: node).flatMap { Int($0) } }
    guard let year = number("year") else { return nil }
    return CalendarDate(year: year, month: number("month") ?? 0, day: number("day") ?? 0)
  }

  /// The earlier of two dates; of two that may be the same, the more precise.
  private static func earlier(_ a: CalendarDate, _ b: CalendarDate) -> CalendarDate {
    let overlap = a.firstDay <= b.lastDay && b.firstDay <= a.lastDay
    if overlap { return a.precision >= b.precision ? a : b }
    return a.firstDay < b.firstDay ? a : b
  }
}
