internal import Markup

/// Blocks that are a link and nothing else: the author's own, or the way out.
extension MainText {
  /// Drops them, but where they stand among the author's words: in a list or table that is not made
  /// of links, and between two paragraphs of prose, unless they say that they lead to another
  /// article.
  mutating func dropLinks() {
    var waiting: [Int] = []
    var previous: Int?
    for index in layout.blocks.indices where reasons[index] == nil {
      guard isLink(index) else {
        settle(waiting, between: previous, and: index)
        (waiting, previous) = ([], index)
        continue
      }
      if let list = list(around: index) {
        if isOfLinks(list) { reasons[index] = .linkList }
      } else {
        waiting.append(index)
      }
    }
    settle(waiting, between: previous, and: nil)
  }

  private func isLink(_ index: Int) -> Bool {
    let block = layout.blocks[index]
    return block.linkShare > 0.8 && block.kind != .heading && block.length < 200
  }

  private mutating func settle(_ links: [Int], between previous: Int?, and next: Int?) {
    for index in links {
      let isAmongProse = [previous, next].allSatisfy {
        $0.map { isProse($0, beside: index) } ?? false
      }
      if !isAmongProse || leadsToAnotherArticle(index) { reasons[index] = .linkList }
    }
  }

  /// Whether a paragraph and prose in front of or behind it have one parent.
  private func isProse(_ neighbour: Int, beside index: Int) -> Bool {
    let (paragraph, prose) = (layout.blocks[index].element, layout.blocks[neighbour])
    return layout.tree.name(of: paragraph) == .p && prose.prose > 0
      && layout.tree.parent(of: paragraph) == layout.tree.parent(of: prose.element)
  }

  private func leadsToAnotherArticle(_ index: Int) -> Bool {
    let text = BlockText.bytes(of: layout.blocks[index], in: layout)
    return Self.pointers.length(at: text.first == UInt8(ascii: "[") ? 1 : 0, in: text) != nil
  }

  private static let pointers = PhraseList([
    "related", "read ", "read:", "also read", "see also", "more:", "more on ", "more from ",
    "watch", "learn more", "click here", "lire aussi", "à lire", "lesen sie", "mehr zum thema",
    "lee también", "le puede interesar", "leia também", "leia mais", "leggi anche", "lees ook",
  ])

  /// Whether a block is an entry of a list or table that is not made of links.
  func isInListOfText(_ index: Int) -> Bool {
    list(around: index).map { !isOfLinks($0) } ?? false
  }

  /// The list or table inside the article that a block stands in.
  private func list(around index: Int) -> MarkupTree.Node? {
    var node = layout.blocks[index].element
    for _ in 0..<Self.deepestList where node > container {
      if Self.listsAndTables.contains(layout.tree.name(of: node)) { return node }
      node = layout.tree.parent(of: node)
    }
    return nil
  }

  private static let listsAndTables: Set<MarkupName> = [.ul, .ol, .dl, .table]

  private func isOfLinks(_ list: MarkupTree.Node) -> Bool {
    let blocks = layout.blocks(in: list)
    return layout.sums.linkLength(in: blocks) * 5 >= layout.sums.length(in: blocks) * 4
  }
}
