internal import Markup

/// The elements of a page that speak of it: its `meta`, `title`, headings, times, microdata.
struct PageOutline {
  /// Values of `meta` by name, property or itemprop in lower case, in order.
  private(set) var meta: [String: [String]] = [:]
  private(set) var canonical: String?
  private(set) var language: String?
  private(set) var title: String?
  private(set) var headings: [MarkupTree.Node] = []
  private(set) var times: [MarkupTree.Node] = []
  /// Elements with `itemprop`, by property.
  private(set) var properties: [String: [MarkupTree.Node]] = [:]
  private(set) var authorLinks: [MarkupTree.Node] = []

  init(_ tree: MarkupTree) {
    for node in 0..<tree.count {
      switch tree.name(of: node) {
      case .text: continue
      case .html:
        language =
          language ?? tree.attribute(.lang, of: node) ?? tree.attribute("xml:lang", of: node)
      case .meta: readMeta(node, tree)
      case .title: if title == nil { title = tree.text(of: node) }
      case .h1, .h2: headings.append(node)
      case .time: times.append(node)
      case .link:
        let relation = tree.attribute(.rel, of: node)
        if relation == "canonical" { canonical = canonical ?? tree.attribute(.href, of: node) }
      case .a:
        if let relation = tree.attributeRange(.rel, of: node), relation.count >= 6,
          tree.attribute(.rel, of: node)?.split(separator: " ").contains("author") == true
        {
          authorLinks.append(node)
        }
      default: break
      }
      if tree.attributeRange(.itemProp, of: node) != nil,
        let names = tree.attribute(.itemProp, of: node)
      {
        for name in names.split(separator: " ") {
          properties[String(name), default: []].append(node)
        }
      }
    }
  }

  private mutating func readMeta(_ node: MarkupTree.Node, _ tree: MarkupTree) {
    // Some pages write `value` where `content` is meant.
    guard let value = tree.attribute(.content, of: node) ?? tree.attribute(.value, of: node),
      !value.isEmpty
    else { return }
    for key in [MarkupName.name, .property, .itemProp] {
      guard let names = tree.attribute(key, of: node) else { continue }
      for name in names.split(separator: " ") { meta[name.lowercased(), default: []].append(value) }
    }
  }

  /// The first value that any of the names has, in the order of the names.
  func first(_ names: [String]) -> String? {
    for name in names {
      if let value = meta[name]?.first { return value }
    }
    return nil
  }
}
