import Corpus
import Markup

/// An export of Factiva as a page: an element of the class `article enArticle` (`frArticle` …) for
/// each article.
enum FactivaHTML: HTMLArticles {
  static func articles(
    in tree: MarkupTree, _ source: Source, _ context: ParseContext
  ) -> [Result<Article, Reject>]? {
    let articles = tree.elements(ofClass: "article", in: MarkupTree.root).filter {
      interfaceLanguage(of: $0, in: tree) != nil
    }
    guard !articles.isEmpty else { return nil }
    let drafts = articles.map { draft(of: $0, in: tree) }
    return ExportedArticles.results(
      drafts, isCut: ExportedArticles.lackLastNumber(drafts), in: source, context)
  }

  /// `fr` of `frArticle`.
  private static func interfaceLanguage(of article: MarkupTree.Node, in tree: MarkupTree) -> String?
  {
    let classes = tree.attribute(.class, of: article)?.lowercased().split(separator: " ") ?? []
    let names = classes.filter { $0.hasSuffix("article") && $0.count > 7 && $0.count <= 12 }
    return names.first.map { String($0.dropLast(7)) }
  }

  private static func draft(of article: MarkupTree.Node, in tree: MarkupTree) -> ArticleDraft {
    let fields = fields(of: article, in: tree)
    var draft =
      fields.isEmpty
      ? FactivaLines(article, in: tree).draft : self.draft(fields, in: tree)
    draft.id = draft.id.map { $0.hasPrefix("Document ") ? $0.dropFirst(9).trimmed : $0 }
    if draft.language.flatMap(LanguageTag.primary) == nil {
      draft.language = interfaceLanguage(of: article, in: tree)
    }
    return draft
  }

  /// The form with codes: rows of a table, or terms of a list, with a code and what it stands for.
  private static func fields(
    of article: MarkupTree.Node, in tree: MarkupTree
  ) -> [String: MarkupTree.Node] {
    var fields: [String: MarkupTree.Node] = [:]
    for name in ["td", "dt"] {
      for cell in tree.descendants(name, of: article) {
        let code = tree.text(of: cell).trimmed
        let next = tree.end(of: cell)
        guard (2...3).contains(code.utf8.count), code.utf8.allSatisfy({ 0x41...0x5A ~= $0 }),
          let value = (next..<tree.end(of: article)).first(where: { !tree.isText($0) }),
          fields[code] == nil
        else { continue }
        fields[code] = value
      }
    }
    return fields["HD"] == nil && fields["AN"] == nil ? [:] : fields
  }

  private static func draft(
    _ fields: [String: MarkupTree.Node], in tree: MarkupTree
  ) -> ArticleDraft {
    func text(_ code: String) -> String? { fields[code].map { tree.text(of: $0).singleLine } }
    var draft = ArticleDraft()
    draft.id = text("AN")
    draft.title = text("HD") ?? ""
    draft.authors = text("BY").map(AuthorList.people(inByline:)) ?? []
    draft.dates = [text("PD")].compactMap(\.self)
    draft.outlet = text("SN")
    draft.language = text("LA")
    draft.paragraphs = ["LP", "TD"].compactMap { fields[$0] }
      .flatMap { FragmentText.paragraphs(of: $0, in: tree) }
    return draft
  }
}
