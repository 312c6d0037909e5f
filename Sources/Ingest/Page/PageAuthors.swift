internal import Foundation
internal import Markup

/// Who wrote the article, from the source that is trusted most.
struct PageAuthors {
  let outline: PageOutline
  let layout: PageLayout
  let data: LinkedData
  let zone: PageZone
  let outlet: String?

  /// A place of the page that may name the authors.
  struct Reader {
    var source: String
    var isDeclaration = false
    var read: () -> [String]
  }

  /// In the order of trust.
  var readers: [Reader] {
    [
      Reader(source: "json-ld", isDeclaration: true, read: linkedData),
      Reader(source: "meta", isDeclaration: true, read: meta),
      Reader(source: "microdata", isDeclaration: true, read: microdata),
      Reader(source: "rel=author", read: authorLinks),
      Reader(source: "byline element", read: bylines),
      Reader(source: "line with \u{201C}by\u{201D}", read: { byLines(zone.near) }),
      Reader(source: "link to a person", read: linksToPeople),
      Reader(source: "beside the date", read: besideDate),
      Reader(source: "after the body", read: { byLines(zone.after) }),
      Reader(source: "box after the body", read: bylineAfterBody),
    ]
  }

  func authors() -> [String] {
    for reader in readers {
      let names = reader.read()
      guard !names.isEmpty else { continue }
      // What is declared may be whoever put the article on line: the printed byline wins.
      let printed = reader.isDeclaration ? printedByline() : []
      return printed.isEmpty || shareWord(printed, names) ? names : printed
    }
    // A site that is named for its author.
    return outlet.map { Self.looksLikePerson($0) && isDeclared($0) ? [$0] : [] } ?? []
  }

  /// The people of a line "By …" between the headline and the body, if all are.
  private func printedByline() -> [String] {
    for index in zone.near
    where layout.blocks[index].length <= 100 && layout.blocks[index].kind != .caption
      && !layout.hints[layout.blocks[index].element].contains(.caption)
    {
      let bytes = BlockText.bytes(of: layout.blocks[index], in: layout)
      guard Self.by.length(at: 0, in: bytes) != nil else { continue }
      let text = pieces(layout.blocks[index].nodes)
      guard text.lowercased().hasPrefix("by ") || text.lowercased().hasPrefix("by: ") else {
        continue
      }
      let found = names([text])
      if !found.isEmpty, found.allSatisfy(Self.looksLikePerson) { return found }
    }
    return []
  }

  private static let by = PhraseList(["by"])

  private func shareWord(_ a: [String], _ b: [String]) -> Bool {
    !Set(a.flatMap(PageTitle.words)).isDisjoint(with: b.flatMap(PageTitle.words))
  }

  /// Whether a page says that its author is the outlet.
  private func isDeclared(_ name: String) -> Bool {
    data.authors.contains(name)
      || Self.metaNames.contains { outline.meta[$0]?.contains(name) == true }
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
    // Scholarly pages name one author in each element, some as "Lee, Ann".
    let cited = (outline.meta["citation_author"] ?? []).map { author in
      author.split(separator: ",").reversed().joined(separator: " ")
    }
    if !cited.isEmpty { return names(cited) }
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
    "cxenseparse:author", "og:author", "creator", "bc:authors",
    "article:author_name",
    "article.author", "shareaholic:article_author_name",
  ]
  private static let labels = ["by", "author", "von", "par", "por", "da", "作者", "著者", "執筆"]

  private func microdata() -> [String] {
    let tree = layout.tree
    let nodes = (outline.properties["author"] ?? []).filter {
      !layout.isElsewhere($0, than: zone.own)
    }
    return names(
      nodes.prefix(8).map { node in
        let name = tree.descendants(of: node).first { tree.attribute(.itemProp, of: $0) == "name" }
        return tree.attribute(.content, of: name ?? node) ?? tree.text(of: name ?? node)
      })
  }

  private func authorLinks() -> [String] {
    names(
      outline.authorLinks.filter { !layout.isElsewhere($0, than: zone.own) }.prefix(4).map {
        layout.tree.text(of: $0)
      })
  }

  /// Elements whose class or id says that they are the byline, in the zone of the headline.
  private func bylines() -> [String] {
    let tree = layout.tree
    var node = zone.nodes.lowerBound
    while node < zone.nodes.upperBound {
      let text = tree.textRange(of: node)
      if layout.hints[node].contains(.byline), (3...200).contains(text.count),
        !layout.isElsewhere(node, than: zone.own)
      {
        // The links in a byline are the names; what stands around them is not.
        let linked = names(
          tree.descendants(of: node).filter { tree.name(of: $0) == .a }.map { tree.text(of: $0) })
        if !linked.isEmpty { return linked }
        let shown = names([pieces(node..<tree.end(of: node))]).filter { !Self.isPhrase($0) }
        if !shown.isEmpty { return shown }
      }
      node += 1
    }
    return []
  }

  /// Three words or more of which only the first has a capital: "Show more sharing options".
  private static func isPhrase(_ name: String) -> Bool {
    let initials = name.utf8.split(separator: 0x20).compactMap(\.first)
    return initials.count >= 3 && (0x41...0x5A).contains(initials[0])
      && initials.dropFirst().allSatisfy { (0x61...0x7A).contains($0) }
  }

  /// Links to the page of a person, near the headline: `/authors/ann-lee`.
  private func linksToPeople() -> [String] {
    let tree = layout.tree
    let links = zone.nodes.filter { node in
      guard tree.name(of: node) == .a, let address = tree.attribute(.href, of: node) else {
        return false
      }
      let steps = address.lowercased().split(separator: "/")
      return steps.dropLast().contains { Self.peopleSteps.contains($0) }
        && !layout.isElsewhere(node, than: zone.own)
    }
    return names(links.prefix(8).map { tree.text(of: $0) }).filter(Self.looksLikePerson)
  }

  private static let peopleSteps: Set<Substring> = [
    "author", "authors", "writer", "writers", "editors", "reporter", "reporters", "contributor",
    "contributors", "columnist", "columnists", "journalist", "journalists", "staff", "people",
    "profile", "profiles", "by", "autor", "autores", "auteur", "auteurs", "autori", "autoren",
  ]

  /// A box about the author below the body: its first name.
  private func bylineAfterBody() -> [String] {
    for index in zone.after where layout.blocks[index].length <= 60 {
      var element = layout.blocks[index].element
      for _ in 0..<3 where element > 0 && !layout.hints[element].contains(.byline) {
        element = layout.tree.parent(of: element)
      }
      guard element > 0, layout.hints[element].contains(.byline) else { continue }
      let found = names([pieces(layout.blocks[index].nodes)]).filter(Self.looksLikePerson)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Blocks that begin with "By".
  private func byLines(_ blocks: [Int]) -> [String] {
    for (position, index) in blocks.enumerated() where layout.blocks[index].length <= 160 {
      let bytes = BlockText.bytes(of: layout.blocks[index], in: layout)
      guard Self.leadStarts.length(at: 0, in: bytes) != nil || Self.inner.isFound(in: bytes) else {
        continue
      }
      let text = pieces(layout.blocks[index].nodes)
      let lower = text.lowercased()
      guard
        let lead = Self.leads.first(where: {
          lower.hasPrefix($0) || lower == $0.trimmingCharacters(in: .whitespaces)
        }) ?? (Self.headings.contains(lower) ? lower : nil)
      else {
        if layout.blocks[index].length <= 100, let by = text.range(of: " by ") {
          let found = capitalised(names([String(text[by.upperBound...])]))
          if !found.isEmpty { return found }
        }
        continue
      }
      var found = capitalised(names([text]))
      if found.isEmpty, lower.count <= lead.count + 3, position + 1 < blocks.count {
        found = capitalised(names([pieces(layout.blocks[blocks[position + 1]].nodes)]))
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// A name by itself, or before a date, in or beside a block that holds a date.
  private func besideDate() -> [String] {
    let blocks = zone.near.filter {
      layout.blocks[$0].length <= 120 && layout.blocks[$0].kind != .heading
    }
    let dates = Set(
      blocks.filter {
        DateParser().firstDate(in: Array(pieces(layout.blocks[$0].nodes).utf8)) != nil
      })
    for index in blocks where !dates.isDisjoint(with: index - 2...index + 2) {
      let text = pieces(layout.blocks[index].nodes)
      for part in text.split(separator: "\u{2022}") {
        guard let name = names([String(part)]).first, Self.looksLikePerson(name), name != outlet
        else { continue }
        if part.utf8.count <= 60 { return [name] }
      }
    }
    return []
  }

  /// Two to four capitalised words.
  private static func looksLikePerson(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    return (2...4).contains(words.count)
      && words.allSatisfy {
        $0.first?.isUppercase == true && $0.dropFirst().contains(where: \.isLowercase)
          || $0.last == "."
      }
      && !words.contains { noPersonWords.contains($0.lowercased()) }
      && MonthNames.month(of: Array(words[0].utf8)[...]) == nil
  }

  private static let noPersonWords: Set = [
    "blog", "news", "article", "articles", "guide", "guides", "min", "read", "research", "business",
    "marketing", "company",
    "insights", "technology", "resources", "home", "health", "press", "release", "updates",
    "stories", "opinion", "features",
    "us", "group", "university", "center", "institute", "data", "design", "security", "content",
    "tips", "industry", "reviews",
    "development", "services", "management", "software", "to", "of", "the", "for", "your",
    "learning", "digital", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "latest", "best",
    "politics", "world", "food", "travel",
    "science", "culture", "entertainment", "sports", "trends", "media", "social", "real", "estate",
    "education", "podcast",
  ]

  private func capitalised(_ names: [String]) -> [String] {
    names.filter { $0.first?.isUppercase == true || $0.utf8.first ?? 0 >= 0x80 }
  }

  /// The runs of text of some nodes, set apart by bullets: names in elements of their own do not
  /// run into what follows them.
  private func pieces(_ nodes: Range<MarkupTree.Node>) -> String {
    nodes.filter { layout.tree.isText($0) }.map { layout.tree.text(of: $0).singleLine }
      .filter { !$0.isEmpty }.joined(separator: " \u{2022} ")
  }

  private static let leadStarts = PhraseList(
    leads.map { $0.trimmingCharacters(in: .whitespaces) } + headings)
  private static let inner = PhraseList([" by "])

  /// What stands above a name.
  private static let headings: Set = ["author", "authors"]

  private static let leads = [
    "by ", "by:", "written by", "posted by", "published by", "author:", "authors:", "words by",
    "story by", "text by", "par ", "von ",
    "por ", "di ", "door ", "著者", "作者", "文●", "文：", "文/", "執筆", "[",
  ]
}
