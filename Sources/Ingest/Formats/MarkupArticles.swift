import Corpus
import Markup

/// Articles in HTML or XML: which format it is, the root element tells.
enum MarkupArticles {
  static func articles(in record: Record, _ context: ParseContext) -> [Result<Article, Reject>] {
    let declared = MarkupDeclaration.encoding(in: record.bytes)
    let decoded = TextDecoder.decode(record.bytes, charset: record.charset, declared: declared)
    if decoded.encoding.kind == .unreadable {
      return reject(record.source, .encoding, "declared in an encoding that is not read")
    }
    guard let root = MarkupDeclaration.root(of: decoded.utf8) else {
      return reject(record.source, .empty, "no element in it")
    }
    guard let format = XMLFormat.of(root.name) ?? .like(decoded.utf8, root: root.name) else {
      // Pages begin with any element of HTML, or with one of their own, which has a hyphen.
      let isPage = MarkupName(known: root.name.lowercased()) != nil || root.name.contains("-")
      if !root.isXML, isPage || root.name.isEmpty {
        return ExportedPage.articles(in: record, html: decoded.utf8, context)
          ?? PageArticle.articles(in: record, html: decoded.utf8, context)
      }
      if root.name.isEmpty { return reject(record.source, .malformed, "XML without an element") }
      return reject(
        record.source, .unknownFormat, "XML with <\(root.name)> as root is no article format")
    }
    do throws(MarkupError) {
      let tree = try MarkupTree(xml: decoded.utf8)
      let document = XMLDocument(
        tree: tree, bytes: decoded.utf8, source: record.source, url: record.url)
      return format.articles(in: document, context)
    } catch {
      let reason: Reject.Reason =
        switch error.reason {
        case .empty: .empty
        case .tooLarge: .tooLarge
        case .malformed: .malformed
        }
      return reject(record.source, reason, error.description)
    }
  }

  private static func reject(
    _ source: Source, _ reason: Reject.Reason, _ detail: String
  ) -> [Result<Article, Reject>] {
    [.failure(Reject(source, reason: reason, detail: detail))]
  }
}

/// The XML formats that hold articles, by the local name of their root elements.
enum XMLFormat {
  case feed, nitf, newsML
  /// A format whose root element alone does not tell it.
  case other(any XMLArticles.Type)

  /// The format that a text shows itself to be.
  static func like(_ text: [UInt8], root: String) -> XMLFormat? {
    // Pages are not searched: of HTML's elements only `<article>` is such a root.
    guard root == "article" || MarkupName(known: root.lowercased()) == nil else { return nil }
    let others: [any XMLArticles.Type] = [
      JATS.self, TEI.self, FactivaXML.self, ProQuestXML.self, NexisWord.self,
    ]
    return others.first { $0.recognises(text, root: root) }.map(XMLFormat.other)
  }

  static func of(_ root: String) -> XMLFormat? {
    switch root {
    case "rss", "feed", "RDF", "channel", "CHANNEL", "Channel": .feed
    case "nitf": .nitf
    case "newsItem", "newsMessage", "contentSet", "packageItem", "knowledgeItem", "conceptItem",
      "planningItem",
      "catalogItem":
      .newsML
    default: nil
    }
  }

  func articles(in document: XMLDocument, _ context: ParseContext) -> [Result<Article, Reject>] {
    switch self {
    case .feed: Feed.articles(in: document, context)
    case .nitf: NITF.articles(in: document, context)
    case .newsML: NewsML.articles(in: document, context)
    case .other(let format): format.articles(in: document, context)
    }
  }
}

/// An XML format that is told by what is in a document, beside the name of its root element.
protocol XMLArticles {
  /// - Parameter root: the local name of the root element.
  static func recognises(_ text: [UInt8], root: String) -> Bool

  static func articles(
    in document: XMLDocument, _ context: ParseContext
  ) -> [Result<Article, Reject>]
}
