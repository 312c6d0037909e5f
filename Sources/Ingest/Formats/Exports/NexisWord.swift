import Corpus
import Markup

/// The text of a Word document (Office Open XML, `word/document.xml`): an export of Nexis Uni,
/// Lexis+ or Nexis, many articles to a document.
enum NexisWord: XMLArticles {
  static func recognises(_ text: [UInt8], root: String) -> Bool {
    root == "document" && text.holds("wordprocessingml", within: 4096)
  }

  static func articles(
    in document: XMLDocument, _ context: ParseContext
  ) -> [Result<Article, Reject>] {
    guard let export = NexisExport(blocks(of: document)) else {
      return [
        .failure(
          Reject(
            document.source, reason: .unknownFormat,
            detail: "a Word document that is no export of articles"))
      ]
    }
    return export.results(in: document.source, context)
  }

  private static func blocks(of document: XMLDocument) -> [NexisExport.Block] {
    let tree = document.tree
    return tree.descendants("p", of: document.root).compactMap { paragraph in
      let lines = lines(of: paragraph, in: tree)
      return lines.isEmpty ? nil : lines
    }
  }

  /// The lines of a paragraph, as `<w:br/>` parts them.
  private static func lines(of paragraph: MarkupTree.Node, in tree: MarkupTree) -> [String] {
    let (text, line) = (tree.name("t"), tree.name("br"))
    let spaces = [tree.name("tab"), tree.name("noBreakHyphen")]
    var lines = [""]
    for node in tree.descendants(of: paragraph) {
      switch tree.name(of: node) {
      case text: lines[lines.count - 1] += tree.text(of: node)
      case line: lines.append("")
      case let name where spaces.contains(name): lines[lines.count - 1] += " "
      default: break
      }
    }
    return lines.map(\.singleLine).filter { !$0.isEmpty }
  }
}
