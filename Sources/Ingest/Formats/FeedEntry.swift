import Foundation
import Markup

/// The children of an entry of a feed, or of its head, by name.
struct FeedEntry {
  private let document: XMLDocument
  private let node: MarkupTree.Node
  /// By local name in lower case: feeds do not agree on `pubDate`.
  private var children: [String: [MarkupTree.Node]] = [:]

  private var tree: MarkupTree { document.tree }

  init(_ document: XMLDocument, _ node: MarkupTree.Node) {
    self.document = document
    self.node = node
    var others: [(name: String, node: MarkupTree.Node)] = []
    let ownNamespace = document.tree.namespace(of: node)
    for child in document.tree.children(of: node) where !document.tree.isText(child) {
      let name = document.tree.localName(of: child).lowercased()
      let namespace = document.tree.namespace(of: child)
      if namespace == ownNamespace {
        children[name, default: []].append(child)
      } else if !Self.foreign.contains(namespace.lowercased()) {
        others.append((name, child))
      }
    }
    // A module's `title` or `description` stands behind the entry's own.
    for (name, child) in others { children[name, default: []].append(child) }
  }

  /// Modules that describe pictures and episodes.
  private static let foreign: Set<String> = [
    "http://search.yahoo.com/mrss/", "http://search.yahoo.com/mrss",
    "http://www.itunes.com/dtds/podcast-1.0.dtd", "https://podcastindex.org/namespace/1.0",
  ]

  /// The texts of the children of these names, in the order of the names.
  func texts(_ names: String...) -> [String] {
    names.flatMap { children[$0] ?? [] }.map { tree.text(of: $0).trimmed }.filter { !$0.isEmpty }
  }

  func text(_ names: String...) -> String? {
    names.lazy.flatMap { children[$0] ?? [] }.map { tree.text(of: $0).trimmed }
      .first { !$0.isEmpty }
  }

  /// The text of a child, on one line, without the markup that feeds put in it.
  func inline(_ name: String) -> String? {
    for child in children[name] ?? [] {
      let text = paragraphs(of: child).joined(separator: " ")
      if !text.isEmpty { return text }
    }
    return nil
  }

  /// `rdf:about`, the identifier of an RSS 1.0 item.
  var identifier: String? { tree.attribute("about", of: node) }

  var language: String? { text("language") ?? tree.attribute("lang", of: node) }

  /// The outlet that an entry was taken from.
  var origin: String? {
    guard let source = children["source"]?.first else { return nil }
    return document.childText("title", of: source)
      ?? (tree.firstChild("id", of: source) == nil ? tree.text(of: source).trimmed : nil)
  }

  /// The page of the entry: Atom's alternate link, RSS's link, or a guid that is one.
  var link: String? {
    let links = children["link"] ?? []
    let alternate = links.first { link in
      let rel = tree.attribute("rel", of: link)
      return tree.attribute("href", of: link) != nil && (rel == nil || rel == "alternate")
    }
    if let alternate { return tree.attribute("href", of: alternate)?.trimmed }
    if let text = text("origlink", "link") { return text }
    guard let guid = children["guid"]?.first,
      tree.attribute("isPermaLink", of: guid)?.lowercased() != "false"
    else { return nil }
    let text = tree.text(of: guid).trimmed
    return text.hasPrefix("http://") || text.hasPrefix("https://") ? text : nil
  }

  var authors: [String] {
    let nodes = (children["creator"] ?? []) + (children["author"] ?? [])
    return AuthorList.unique(
      nodes.flatMap { node -> [String] in
        if let name = document.childText("name", of: node) { return [name] }
        return AuthorList.names(in: Self.name(inAddress: tree.text(of: node).trimmed))
      })
  }

  /// The name in `mail@host (Name)`, `Name <mail@host>` or a plain name; nothing in a bare address.
  private static func name(inAddress text: String) -> String {
    guard text.contains("@") else { return text }
    if let open = text.lastIndex(of: "("), let close = text.lastIndex(of: ")"), open < close {
      return text[text.index(after: open)..<close].trimmed
    }
    let words = text.split(whereSeparator: \.isWhitespace).filter { !$0.contains("@") }
    return words.joined(separator: " ").trimmed
  }

  /// The fullest text that the entry carries, in paragraphs.
  var paragraphs: [String] {
    for name in ["encoded", "body", "fullitem", "content", "description", "summary"] {
      for child in children[name] ?? [] {
        let paragraphs = paragraphs(of: child)
        if !paragraphs.isEmpty { return paragraphs.filter { !Self.isFooter($0) } }
      }
    }
    return []
  }

  /// The line that WordPress adds to every entry.
  private static func isFooter(_ paragraph: String) -> Bool {
    paragraph.hasPrefix("The post ") && paragraph.contains(" appeared first on ")
  }

  /// The paragraphs of a child: markup in place, escaped markup, or plain text.
  private func paragraphs(of child: MarkupTree.Node) -> [String] {
    if tree.children(of: child).contains(where: { !tree.isText($0) }) {
      return FragmentText.paragraphs(of: child, in: tree)
    }
    let text = tree.text(of: child)
    let type = tree.attribute("type", of: child)
    if tree.attribute("mode", of: child) == "base64" || type == "application/octet-stream" {
      guard let bytes = Data(base64Encoded: text, options: .ignoreUnknownCharacters) else {
        return []
      }
      return FragmentText.paragraphs(ofHTML: String(decoding: bytes, as: UTF8.self))
    }
    switch type {
    case "text", "text/plain": return Paragraphs.split(text)
    case "html": return FragmentText.paragraphs(ofHTML: text)
    default: return RecordText.paragraphs(text)
    }
  }
}
