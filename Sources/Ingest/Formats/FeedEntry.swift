import Foundation
import Markup

/// The children of an entry of a feed, or of its head, by name.
struct FeedEntry {
  private let document: XMLDocument
  private let node: MarkupTree.Node
  /// By local name in lower case: feeds do not agree on `pubDate`, and CDF writes capitals.
  private var children: [String: [MarkupTree.Node]] = [:]
  /// What describes the pictures and episodes that come with the entry: it counts only where the
  /// entry has nothing of that name.
  private var media: [String: [MarkupTree.Node]] = [:]

  private var tree: MarkupTree { document.tree }

  init(_ document: XMLDocument, _ node: MarkupTree.Node) {
    self.document = document
    self.node = node
    var others: [(name: String, node: MarkupTree.Node)] = []
    let tree = document.tree
    let ownNamespace = tree.namespace(of: node)
    for child in tree.children(of: node) where !tree.isText(child) {
      let name = tree.localName(of: child).lowercased()
      let namespace = tree.namespace(of: child)
      if namespace == ownNamespace {
        children[name, default: []].append(child)
      } else if !Self.mediaNamespaces.contains(namespace.lowercased()) {
        others.append((name, child))
      } else if name == "group" {
        for part in tree.children(of: child) where !tree.isText(part) {
          media[tree.localName(of: part).lowercased(), default: []].append(part)
        }
      } else {
        media[name, default: []].append(child)
      }
    }
    // A module's `title` or `description` stands behind the entry's own.
    for (name, child) in others { children[name, default: []].append(child) }
  }

  private static let mediaNamespaces: Set<String> = [
    "http://search.yahoo.com/mrss/", "http://search.yahoo.com/mrss",
    "http://www.itunes.com/dtds/podcast-1.0.dtd", "https://podcastindex.org/namespace/1.0",
  ]

  private func elements(_ name: String) -> [MarkupTree.Node] {
    children[name] ?? media[name] ?? []
  }

  /// The texts of the children of these names, in the order of the names. Of several children of
  /// one name the last comes first, as of a key that a JSON object holds twice.
  func texts(_ names: String...) -> [String] {
    names.flatMap { children[$0]?.reversed() ?? [] }.map { tree.text(of: $0).trimmed }
      .filter { !$0.isEmpty }
  }

  func text(_ names: String...) -> String? {
    names.lazy.flatMap { children[$0] ?? [] }.map { tree.text(of: $0).trimmed }
      .first { !$0.isEmpty }
  }

  /// The text of a child, on one line, without the markup that feeds put in it.
  func inline(_ name: String) -> String? {
    for child in elements(name) {
      let text = paragraphs(of: child).joined(separator: " ")
      if !text.isEmpty { return text }
    }
    return nil
  }

  /// `rdf:about`, the identifier of an RSS 1.0 item.
  var identifier: String? { tree.attribute("about", of: node) }

  /// CDF says when an item was changed in an attribute.
  var modified: String? { tree.attribute("LASTMOD", of: node) }

  /// The language of the entry's text: as the text says, or the entry.
  var language: String? {
    content.flatMap { tree.attribute("lang", of: $0.node) } ?? text("language")
      ?? tree.attribute("lang", of: node)
  }

  /// The outlet that an entry was taken from.
  var origin: String? {
    guard let source = children["source"]?.first else { return nil }
    return document.childText("title", of: source)
      ?? (tree.firstChild("id", of: source) == nil ? tree.text(of: source).trimmed : nil)
  }

  /// The page of the entry: where a proxy says that it stood, Atom's alternate link, RSS's link,
  /// a guid that is one, or CDF's `HREF`.
  /// - Parameter base: what a relative link is relative to where no `xml:base` says it.
  func link(base: String?) -> String? {
    if let original = text("origlink") { return original }
    let links = children["link"] ?? []
    let alternates = links.filter { link in
      let rel = tree.attribute("rel", of: link)
      return rel == nil || rel == "alternate"
    }
    for link in alternates + links.filter({ tree.attribute("href", of: $0) == nil }) {
      let address = tree.attribute("href", of: link) ?? tree.text(of: link)
      if !address.trimmed.isEmpty { return resolved(address.trimmed, at: link, base: base) }
    }
    if let address = tree.attribute("HREF", of: node) {
      return resolved(address.trimmed, at: node, base: base)
    }
    guard let guid = children["guid"]?.first,
      tree.attribute("isPermaLink", of: guid)?.lowercased() != "false"
    else { return nil }
    let text = tree.text(of: guid).trimmed
    return text.hasPrefix("http://") || text.hasPrefix("https://") ? text : nil
  }

  /// An address as `xml:base`, where the document came from, or else `base` completes it.
  private func resolved(
    _ address: String, at element: MarkupTree.Node, base: String?
  ) -> String {
    var address = address
    var ancestor = element
    while !RelativeAddress.isAbsolute(address), ancestor > MarkupTree.root {
      if let base = tree.attribute("base", of: ancestor) {
        address = RelativeAddress.resolve(address, against: base) ?? address
      }
      ancestor = tree.parent(of: ancestor)
    }
    guard !RelativeAddress.isAbsolute(address), let base = document.url ?? base else {
      return address
    }
    return RelativeAddress.resolve(address, against: base) ?? address
  }

  var authors: [String] {
    let nodes = (children["creator"] ?? []) + elements("author")
    return AuthorList.unique(
      nodes.flatMap { node -> [String] in
        if let name = document.childText("name", of: node) { return [name] }
        return AuthorList.names(in: MailAddress.name(in: tree.text(of: node).trimmed))
      })
  }

  /// RSS's categories, Dublin Core's subjects, and the terms or labels of Atom's categories.
  var tags: [String] {
    ((children["category"] ?? []) + (children["subject"] ?? [])).map { category in
      tree.attribute("label", of: category) ?? tree.attribute("term", of: category)
        ?? tree.text(of: category)
    }
  }

  /// The fullest text that the entry carries, in paragraphs.
  var paragraphs: [String] {
    content?.paragraphs.filter { !Self.isFooter($0) } ?? []
  }

  /// The element that holds the fullest text, and its paragraphs.
  private var content: (node: MarkupTree.Node, paragraphs: [String])? {
    let names = [
      "encoded", "body", "fullitem", "content", "description", "summary", "abstract",
    ]
    for source in [children, media] {
      for name in names {
        for child in source[name] ?? [] {
          let paragraphs = paragraphs(of: child)
          if !paragraphs.isEmpty { return (child, paragraphs) }
        }
      }
    }
    return nil
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
