internal import Markup

/// Where the article begins and ends.
extension MainText {
  /// Drops `article` elements that are cards of other articles: two or more in one element, each
  /// with a linked heading. A page that has nothing else keeps them.
  mutating func dropOtherArticles(than headline: MarkupTree.Node?) {
    let tree = layout.tree
    var cards: [MarkupTree.Node: [MarkupTree.Node]] = [:]
    var node = 0
    while node < tree.count {
      let end = tree.end(of: node)
      guard tree.name(of: node) == .article, headline.map({ $0 < node || $0 >= end }) ?? true else {
        node += 1
        continue
      }
      if isCard(node) { cards[tree.parent(of: node), default: []].append(node) }
      node = end
    }
    let blocks = cards.values.filter { $0.count > 1 }.joined().flatMap { layout.blocks(in: $0) }
    let ofCards = blocks.reduce(0) { $0 + (reasons[$1] == nil ? layout.blocks[$1].prose : 0) }
    let all = layout.blocks.indices.reduce(0) {
      $0 + (reasons[$1] == nil ? layout.blocks[$1].prose : 0)
    }
    guard ofCards * 2 < all || headline != nil && all - ofCards > Self.leastStory else { return }
    for index in blocks where reasons[index] == nil { reasons[index] = .related }
  }

  /// Bytes of prose that a headline needs to be that of an article, not of a list of them.
  private static let leastStory = 1_000

  /// Whether the first heading of an element is a link.
  private func isCard(_ node: MarkupTree.Node) -> Bool {
    let heading = layout.blocks(in: node).first {
      reasons[$0] == nil && layout.blocks[$0].kind == .heading
    }
    return heading.map { layout.blocks[$0].linkShare > 0.8 } ?? false
  }

  /// Drops the cards of other articles at the end: a linked heading, and a teaser at most.
  mutating func dropCards() {
    var last = layout.blocks.count - 1
    while last >= 0 {
      // The group from a heading to `last`.
      var first = last
      var (length, linkLength, hasProse) = (0, 0, false)
      while first >= 0, reasons[first] != nil || layout.blocks[first].kind != .heading {
        if reasons[first] == nil {
          length += layout.blocks[first].length
          linkLength += layout.blocks[first].linkLength
          hasProse = hasProse || layout.blocks[first].prose > 0
        }
        first -= 1
      }
      guard first >= 0, length < 400 else { return }
      let isCard = layout.blocks[first].linkShare > 0.8
      guard isCard || !hasProse && linkLength * 2 >= length else { return }
      for index in first...last where reasons[index] == nil { reasons[index] = .related }
      last = first - 1
    }
  }

  /// Drops what stands before the first and after the last prose: the headline, bylines, tags. A
  /// sub-heading on the prose stays, and so do short paragraphs beside it.
  mutating func trimEnds() {
    let kept = layout.blocks.indices.filter { reasons[$0] == nil }
    guard let first = kept.first(where: { layout.blocks[$0].prose > 0 }),
      let last = kept.last(where: { layout.blocks[$0].prose > 0 })
    else { return }
    for index in kept where index > last && !isBeside(last, index) { reasons[index] = .afterBody }
    var onProse = true
    for index in kept.reversed() where index < first {
      let isSubHeading = layout.blocks[index].kind == .heading && !isHeadline(index)
      onProse =
        onProse && (isSubHeading && layout.blocks[index].links == 0 || isBeside(first, index))
      if !onProse { reasons[index] = .beforeBody }
    }
  }

  /// Whether a block is a paragraph of the element that the headline stands in.
  private func isStandfirst(_ index: Int, below headline: MarkupTree.Node) -> Bool {
    let tree = layout.tree
    let block = layout.blocks[index]
    return tree.name(of: block.element) == .p && block.sentences > 0
      && tree.parent(of: block.element) == tree.parent(of: headline)
      && layout.hints[block.element].isDisjoint(with: [.byline, .date, .caption])
  }

  private func isHeadline(_ index: Int) -> Bool {
    layout.tree.name(of: layout.blocks[index].element) == .h1
  }

  /// Whether a block is a paragraph of the same parent as a block of prose, or stands in a list or
  /// table that is.
  private func isBeside(_ prose: Int, _ index: Int) -> Bool {
    let tree = layout.tree
    var parent = tree.parent(of: layout.blocks[prose].element)
    // A list of prose stands beside what its own parent holds.
    for _ in 0..<Self.deepestList where Self.inLists.contains(tree.name(of: parent)) {
      parent = tree.parent(of: parent)
    }
    var element = layout.blocks[index].element
    switch layout.blocks[index].kind {
    case .paragraph, .listItem: break
    case .cell, .term: if tree.parent(of: element) == parent { return false }
    default: return false
    }
    for _ in 0..<Self.deepestList where tree.parent(of: element) > parent {
      element = tree.parent(of: element)
      guard Self.inListsOrTables.contains(tree.name(of: element)) else { return false }
    }
    guard tree.parent(of: element) == parent else { return false }
    return (layout.blocks[index].linkShare < 0.5 || isInListOfText(index))
      && layout.hints[element].isDisjoint(with: [.byline, .date, .caption])
  }

  private static let inLists: Set<MarkupName> = [.ul, .ol, .li, .dl, .dd]
  private static let inListsOrTables = inLists.union([
    .table, .thead, .tbody, .tfoot, .tr, .td, .th,
  ])
  /// Lists and tables within each other: their elements are counted.
  static let deepestList = 40

  /// Takes in the lead paragraph that stands by itself between the headline and the body.
  mutating func takeTeaser(below headline: MarkupTree.Node?) {
    guard let headline, let first = reasons.firstIndex(of: nil) else { return }
    let start = layout.blocks(in: headline).upperBound
    for index in start..<max(start, first) {
      let block = layout.blocks[index]
      let parent = layout.hints[layout.tree.parent(of: block.element)]
      guard reasons[index] == .outside || reasons[index] == .beforeBody, block.prose > 0,
        block.kind != .caption, block.linkShare < 0.3,
        layout.hints[block.element].union(parent).contains(.teaser)
          || isStandfirst(index, below: headline)
      else { continue }
      reasons[index] = nil
    }
  }
}
