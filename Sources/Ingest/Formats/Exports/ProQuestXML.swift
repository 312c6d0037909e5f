import Corpus
import Markup

/// ProQuest's XML: `<RECORD>` as the text and data mining service hands it out, `<Record>` as the
/// historical newspapers come. One record to a file as a rule.
enum ProQuestXML: XMLArticles {
  static func recognises(_ text: [UInt8], root: String) -> Bool {
    text.holds("<GOID") && text.holds("<Obj")
      || text.holds("<RecordID") && (text.holds("PubDate>") || text.holds("<RecordTitle"))
  }

  static func articles(
    in document: XMLDocument, _ context: ParseContext
  ) -> [Result<Article, Reject>] {
    let tree = document.tree
    let root = document.root
    let name = ["RECORD", "Record"].first { tree.name($0) != nil } ?? "RECORD"
    let isCut = !document.isLastClosed(name)
    if tree.localName(of: root) == name, !isCut {
      return [draft(of: root, in: document).article(document.source, today: context.today)]
    }
    let records =
      tree.localName(of: root) == name ? [root] : tree.descendants(name, of: root)
    let drafts = records.map { draft(of: $0, in: document) }
    return ExportedArticles.results(drafts, isCut: isCut, in: document.source, context)
  }

  private static func draft(of record: MarkupTree.Node, in document: XMLDocument) -> ArticleDraft {
    document.tree.firstChild("Obj", of: record) != nil
      ? mined(record, in: document) : historical(record, in: document)
  }

  /// A record of the text and data mining service.
  private static func mined(_ record: MarkupTree.Node, in document: XMLDocument) -> ArticleDraft {
    let tree = document.tree
    var draft = ArticleDraft()
    draft.id = document.childText("GOID", of: record)
    let object = tree.firstChild("Obj", of: record) ?? record
    // `<TitleAtt>` holds `<Title>`; a title in another language is `<TitleAlt>`.
    draft.title =
      tree.firstDescendant("TitleAtt", of: object).flatMap { document.text("Title", in: $0) }
      ?? document.childText("Title", of: object) ?? ""
    draft.dates = dates(
      numeric: document.text("NumericDate", "StartDate", in: object),
      written: document.text("AlphaDate", in: object))
    draft.language = tree.firstDescendant("Language", of: object).flatMap {
      document.text("ISO", "RawLang", in: $0) ?? tree.text(of: $0)
    }
    draft.outlet = tree.firstDescendant("PubFrosting", of: record)
      .flatMap { document.childText("Title", "SortTitle", of: $0) }.map(withoutYears)
    draft.authors = tree.descendants("Contributor", of: object)
      .filter { isAuthor(role: tree.attribute("ContribRole", of: $0)) }
      .compactMap { name(of: $0, document) }
    let text = tree.firstDescendant("TextInfo", of: record)
      .flatMap {
        tree.firstDescendant("Text", of: $0) ?? tree.firstDescendant("HiddenText", of: $0)
      }
    draft.paragraphs = text.map { paragraphs(of: $0, in: tree) } ?? []
    if draft.paragraphs.isEmpty, let abstract = tree.firstDescendant("Abstract", of: object) {
      let inner = tree.firstDescendant("AbsText", of: abstract) ?? abstract
      draft.paragraphs = paragraphs(of: inner, in: tree)
    }
    return draft
  }

  /// A record of the historical newspapers.
  private static func historical(
    _ record: MarkupTree.Node, in document: XMLDocument
  ) -> ArticleDraft {
    let tree = document.tree
    var draft = ArticleDraft()
    draft.id = document.childText("RecordID", of: record)
    draft.url = document.childText("URLDocView", of: record)
    draft.title = document.childText("RecordTitle", of: record) ?? ""
    draft.dates = dates(
      numeric: document.childText("NumericPubDate", of: record),
      written: document.childText("AlphaPubDate", of: record))
    draft.language = document.childText("LanguageCode", of: record)
    draft.outlet = tree.firstChild("Publication", of: record)
      .flatMap { document.childText("Title", of: $0) }.map(withoutYears)
    draft.authors = tree.children("Contributor", of: record)
      .filter { isAuthor(role: document.childText("ContribRole", of: $0)) }
      .compactMap { name(of: $0, document) }
    for part in ["FullText", "Abstract"] where draft.paragraphs.isEmpty {
      draft.paragraphs =
        tree.firstChild(part, of: record).map { paragraphs(of: $0, in: tree) } ?? []
    }
    return draft
  }

  /// The date in figures gives a monthly's issue a day; what is written out does not.
  private static func dates(numeric: String?, written: String?) -> [String] {
    let dates = [numeric, written].compactMap(\.self)
    let precision = written.flatMap { DateParser().date(in: $0)?.precision }
    return precision.map { $0 < .day } == true ? dates.reversed() : dates
  }

  private static func isAuthor(role: String?) -> Bool {
    role.map { $0.lowercased().contains("author") } ?? true
  }

  private static func name(of contributor: MarkupTree.Node, _ document: XMLDocument) -> String? {
    let parts = ["FirstName", "MiddleName", "LastName"].compactMap {
      document.text($0, in: contributor)
    }
    if document.text("LastName", in: contributor) != nil { return parts.joined(separator: " ") }
    guard let name = document.text("OriginalForm", "PersonName", in: contributor) else {
      return nil
    }
    // "Doe, Jane": the family name first.
    let halves = name.split(separator: ",").map { $0.trimmed }
    return halves.count == 2 ? halves[1] + " " + halves[0] : AuthorList.names(in: name).first
  }

  /// The text of an element, whose markup is escaped or its own.
  private static func paragraphs(of node: MarkupTree.Node, in tree: MarkupTree) -> [String] {
    tree.children(of: node).contains { !tree.isText($0) }
      ? FragmentText.paragraphs(of: node, in: tree) : RecordText.paragraphs(tree.text(of: node))
  }

  /// The name of a newspaper without the years in which it was called so: "The Example
  /// (1901-1959)".
  private static func withoutYears(_ outlet: String) -> String {
    guard outlet.hasSuffix(")"), let open = outlet.lastIndex(of: "("), open > outlet.startIndex
    else { return outlet }
    let years = outlet[outlet.index(after: open)...].dropLast().lowercased()
      .split(whereSeparator: { $0 == "-" || $0 == "–" || $0 == ";" || $0 == " " })
    let areYears =
      !years.isEmpty
      && years.allSatisfy {
        $0 == "current" || $0 == "present" || $0.count == 4 && $0.allSatisfy(\.isNumber)
      }
    return areYears ? outlet[..<open].trimmed : outlet
  }
}
