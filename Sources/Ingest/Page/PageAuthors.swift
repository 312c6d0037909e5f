internal import Foundation
internal import Markup

/// Who wrote the article, from the source that is trusted most.
struct PageAuthors {
  let outline: PageOutline
  let layout: PageLayout
  let data: LinkedData
  let zone: PageZone
  let outlet: String?

  func authors() -> [String] {
    let readers = [linkedData, meta, microdata, authorLinks, bylines, byLines, afterBody]
    for reader in readers {
      let names = reader()
      if !names.isEmpty { return names }
    }
    return []
  }

  private func names(_ texts: [String]) -> [String] {
    var names: [String] = []
    for text in texts {
      for name in AuthorNames.names(in: text, outlet: outlet) where !names.contains(name) {
        names.append(name)
      }
    }
    return Array(names.prefix(Self.most))
  }

  private static let most = 20

  private func linkedData() -> [String] {
    names(data.authors).filter { $0 != outlet }
  }

  private func meta() -> [String] {
    for key in Self.metaNames {
      let found = names((outline.meta[key] ?? []).filter { !$0.hasPrefix("http") }).filter {
        $0 != outlet
      }
      if !found.isEmpty { return found }
    }
    for number in 1...2 {
      if let label = outline.first(["twitter:label\(number)"])?.lowercased(),
        Self.labels.contains(where: { label.contains($0) }),
        let value = outline.first(["twitter:data\(number)"])
      {
        return names([value])
      }
    }
    return []
  }

  private static let metaNames = [
    "author", "article:author", "parsely-author", "sailthru.author", "dc.creator",
    "dcterms.creator", "byl",
    "citation_author", "cxenseparse:author", "og:author", "creator", "bc:authors",
    "article:author_name",
    "article.author", "shareaholic:article_author_name",
  ]
  private static let labels = ["by", "author", "von", "par", "por", "da", "作者", "著者", "執筆"]

  private func microdata() -> [String] {
    let tree = layout.tree
    let nodes = (outline.properties["author"] ?? []).filter { !isElsewhere($0) }
    return names(
      nodes.prefix(8).map { node in
        let name = tree.descendants(of: node).first { tree.attribute(.itemProp, of: $0) == "name" }
        return tree.attribute(.content, of: name ?? node) ?? tree.text(of: name ?? node)
      })
  }

  private func authorLinks() -> [String] {
    names(
      outline.authorLinks.filter { !isElsewhere($0) }.prefix(4).map { layout.tree.text(of: $0) })
  }

  /// Elements whose class or id says that they are the byline, in the zone of the headline.
  private func bylines() -> [String] {
    let tree = layout.tree
    var node = zone.nodes.lowerBound
    while node < zone.nodes.upperBound {
      let text = tree.textRange(of: node)
      if layout.hints[node].contains(.byline), (3...200).contains(text.count), !isElsewhere(node) {
        // The link in a byline is the name; what stands around it is not.
        if let link = tree.descendants(of: node).first(where: { tree.name(of: $0) == .a }) {
          let found = names([tree.text(of: link)])
          if !found.isEmpty { return found }
        }
        let found = names([tree.text(of: node)])
        if !found.isEmpty { return found }
      }
      node += 1
    }
    return []
  }

  /// Blocks that begin with "By".
  private func byLines() -> [String] { byLines(zone.near) }
  private func afterBody() -> [String] { byLines(zone.after) }

  private func byLines(_ blocks: [Int]) -> [String] {
    for index in blocks where layout.blocks[index].length <= 160 {
      let text = String(
        decoding: BlockText.bytes(of: layout.blocks[index], in: layout), as: UTF8.self)
      let lower = text.lowercased()
      for lead in Self.leads {
        guard let range = lower.range(of: lead), range.lowerBound == lower.startIndex else {
          continue
        }
        let found = names([text]).filter {
          $0.first?.isUppercase == true || $0.utf8.first ?? 0 >= 0x80
        }
        if !found.isEmpty { return found }
      }
    }
    return []
  }

  private static let leads = [
    "by ", "by:", "written by", "posted by", "published by", "author:", "authors:", "words by",
    "story by", "text by", "par ", "von ",
    "por ", "di ", "door ", "著者", "作者", "文●", "文：", "文/", "執筆", "[",
  ]

  /// Whether a node stands in a list of other articles or among comments.
  private func isElsewhere(_ node: Int) -> Bool {
    var ancestor = layout.tree.parent(of: node)
    while ancestor > 0 {
      if !layout.hints[ancestor].isDisjoint(with: [.comments, .related]),
        layout.tree.name(of: ancestor) != .body
      {
        return true
      }
      ancestor = layout.tree.parent(of: ancestor)
    }
    return false
  }
}
