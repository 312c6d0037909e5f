import Corpus
import Markup

/// Pages that are exports of a database: which format it is, the markup shows.
enum ExportedPage {
  /// The articles of an export; nil if the page is none.
  static func articles(
    in record: Record, html: [UInt8], _ context: ParseContext
  ) -> [Result<Article, Reject>]? {
    guard mayBeExport(html), let tree = try? MarkupTree(html: html) else { return nil }
    let formats: [any HTMLArticles.Type] = [
      NexisHTML.self, FactivaHTML.self, EuropresseHTML.self,
    ]
    for format in formats {
      if let results = format.articles(in: tree, record.source, context) { return results }
    }
    return nil
  }

  /// Whether the page's head shows a mark of an export: so that other pages are not parsed twice.
  private static func mayBeExport(_ html: [UInt8]) -> Bool {
    let last = min(html.count, 1 << 14) - 8
    var index = 1
    while index < last {
      switch (html[index - 1], html[index]) {
      case (0x44, 0x4F):  // DO
        if html[(index - 1)...].starts(with: "DOC_ID_".utf8) { return true }
      case (0x44, 0x6F):  // Do
        if html[(index - 1)...].starts(with: "DocPublicat".utf8) { return true }
      case (0x46, 0x61):  // Fa
        if html[(index - 1)...].starts(with: "Factiva".utf8) { return true }
      case (0x22, 0x61):  // "a: class="article enArticle"
        if html[index...].starts(with: "article ".utf8), index + 17 < html.count,
          html[(index + 10)...].starts(with: "Article".utf8)
        {
          return true
        }
      default: break
      }
      index += 1
    }
    return false
  }
}

/// A format of pages that hold many articles.
protocol HTMLArticles {
  /// The articles of a page; nil if it is not of this format.
  static func articles(
    in tree: MarkupTree, _ source: Source, _ context: ParseContext
  ) -> [Result<Article, Reject>]?
}

extension MarkupTree {
  /// The elements below `node` that have a class, whatever its case.
  func elements(ofClass name: String, in node: Node) -> [Node] {
    descendants(of: node).filter { hasClass(name, $0) }
  }

  func hasClass(_ name: String, _ node: Node) -> Bool {
    guard let classes = attribute(.class, of: node) else { return false }
    return classes.lowercased().split(whereSeparator: \.isWhitespace).contains { $0 == name }
  }
}
