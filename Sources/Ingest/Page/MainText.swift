internal import Bytes
internal import Markup

/// The article's text on a page: which blocks belong to it, and why the others do not.
struct MainText {
  private(set) var reasons: [DropReason?]
  let layout: PageLayout

  init(_ layout: PageLayout, headline: MarkupTree.Node? = nil, declared: DeclaredBody? = nil) {
    self.layout = layout
    let pruning = Pruning(layout, headline: headline)
    reasons = pruning.reasons
    let container = MainContainer(layout, pruning)
    let inside = layout.blocks(in: container.node)
    for index in layout.blocks.indices where reasons[index] == nil && !inside.contains(index) {
      reasons[index] = .outside
    }
    joinSplitBody(inside)
    let joined = reasons
    dropCards()
    if let declared { agree(with: declared) }
    trimEnds()
    dropLinkLists()
    takeTeaser(below: headline)
    dropRepeats()
    if keptLength(reasons) < Self.leastText, keptLength(reasons) * 2 < keptLength(joined) {
      // A page of few words: what looks like its edges is all there is.
      reasons = joined
    }
    dropLabels()
  }

  /// Follows the body that the page declares, if it stands on the page: takes in what belongs to
  /// it, and drops what stands before and after. What stands between may have been left out of the
  /// declaration, as sub-headings and lists often are.
  private mutating func agree(with declared: DeclaredBody) {
    var held: [Int] = []
    var words = 0
    for index in layout.blocks.indices where layout.blocks[index].length >= 40 {
      let count = declared.wordsHeld(of: BlockText.bytes(of: layout.blocks[index], in: layout))
      if count > 0 {
        held.append(index)
        words += count
      }
    }
    guard words * 5 > declared.words * 3, let first = held.first, let last = held.last else {
      return
    }
    for index in held where reasons[index] != .repeated { reasons[index] = nil }
    // A declared body may be cut off: only one that covers the most of what was found is an end.
    let beyond = reasons.indices.filter {
      reasons[$0] == nil && layout.blocks[$0].prose > 0 && ($0 < first || $0 > last)
    }
    let length = beyond.reduce(0) { $0 + layout.blocks[$1].length }
    guard length * 3 < keptLength(reasons) else { return }
    for index in beyond { reasons[index] = .outside }
  }

  private static let leastText = 400

  private func keptLength(_ reasons: [DropReason?]) -> Int {
    layout.blocks.indices.reduce(0) { $0 + (reasons[$1] == nil ? layout.blocks[$1].length : 0) }
  }

  /// Takes in what stands outside the main container, but in elements of the same class as those
  /// that hold most of its prose: the other halves of a body split by advertisements.
  private mutating func joinSplitBody(_ inside: Range<Int>) {
    var massByClass: [String: Int] = [:]
    var total = 0
    for index in inside where reasons[index] == nil && layout.blocks[index].prose > 0 {
      total += layout.blocks[index].prose
      if let name = parentClass(index) {
        massByClass[name, default: 0] += layout.blocks[index].prose
      }
    }
    let classes = Set(massByClass.filter { $0.value * 3 > total }.keys)
    var joined: Set<MarkupTree.Node> = []
    for index in layout.blocks.indices where reasons[index] == .outside {
      if layout.blocks[index].prose > 0, let name = parentClass(index),
        classes.contains(name)
          || layout.hints[layout.tree.parent(of: layout.blocks[index].element)].contains(
            .articleBody)
      {
        joined.insert(layout.tree.parent(of: layout.blocks[index].element))
      }
    }
    for node in joined {
      for index in layout.blocks(in: node) where reasons[index] == .outside { reasons[index] = nil }
    }
  }

  /// The first class of the element around a block's own.
  private func parentClass(_ index: Int) -> String? {
    let parent = layout.tree.parent(of: layout.blocks[index].element)
    guard parent > 0 else { return nil }
    return layout.tree.attribute(.class, of: parent).flatMap {
      $0.split(separator: " ").first.map(String.init)
    }
  }

  /// Drops the cards of other articles at the end: a linked heading, and a teaser at most.
  private mutating func dropCards() {
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
  private mutating func trimEnds() {
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

  private func isHeadline(_ index: Int) -> Bool {
    layout.tree.name(of: layout.blocks[index].element) == .h1
  }

  /// Whether a block is a paragraph or list item of the same parent as a block of prose.
  private func isBeside(_ prose: Int, _ index: Int) -> Bool {
    let tree = layout.tree
    let (a, b) = (layout.blocks[prose].element, layout.blocks[index].element)
    guard layout.blocks[index].kind == .paragraph || layout.blocks[index].kind == .listItem else {
      return false
    }
    return tree.parent(of: a) == tree.parent(of: b) && layout.blocks[index].linkShare < 0.5
      && layout.hints[b].isDisjoint(with: [.byline, .date, .caption])
  }

  /// Takes in the lead paragraph that stands by itself between the headline and the body.
  private mutating func takeTeaser(below headline: MarkupTree.Node?) {
    guard let headline, let first = reasons.firstIndex(of: nil) else { return }
    let start = layout.blocks(in: headline).upperBound
    for index in start..<max(start, first) {
      let block = layout.blocks[index]
      let parent = layout.hints[layout.tree.parent(of: block.element)]
      guard reasons[index] == .outside || reasons[index] == .beforeBody, block.prose > 0,
        block.kind != .caption, block.linkShare < 0.3,
        layout.hints[block.element].union(parent).contains(.teaser)
      else { continue }
      reasons[index] = nil
    }
  }

  private mutating func dropLinkLists() {
    for index in layout.blocks.indices where reasons[index] == nil {
      let block = layout.blocks[index]
      if block.kind != .code, block.symbols * 15 >= block.length, block.length > 100 {
        reasons[index] = .notProse
      }
      if block.kind == .caption { reasons[index] = .caption }
      if block.linkShare > 0.8, block.kind != .heading, block.length < 200 {
        reasons[index] = .linkList
      }
    }
  }

  /// Drops captions in paragraphs and the labels of advertisements, which stand amid the prose.
  private mutating func dropLabels() {
    for index in layout.blocks.indices where reasons[index] == nil {
      if isCaption(layout.blocks[index]) { reasons[index] = .caption }
      if isLabelOfAdvert(layout.blocks[index]) { reasons[index] = .advert }
    }
  }

  private func isCaption(_ block: PageBlock) -> Bool {
    guard layout.hints[block.element].contains(.caption), block.length < 300 else { return false }
    return layout.tree.attribute(.class, of: block.element)?.contains("caption") == true
  }

  /// What stands where an advertisement is to be loaded.
  private func isLabelOfAdvert(_ block: PageBlock) -> Bool {
    guard (10...24).contains(block.length) else { return false }
    let text = String(decoding: BlockText.bytes(of: block, in: layout), as: UTF8.self).lowercased()
    return ["advertisement", "loading advertisement", "advertising", "sponsored content"]
      .contains(text)
  }

  /// Of a text that stands several times in the page, the first copy is kept. An author who
  /// repeats a sentence does so in one run of paragraphs; a page repeats it somewhere else.
  private mutating func dropRepeats() {
    var seen: [UInt64: MarkupTree.Node] = [:]
    for index in layout.blocks.indices
    where reasons[index] == nil && layout.blocks[index].length >= 60 {
      let text = FNV1a.hash(BlockText.bytes(of: layout.blocks[index], in: layout))
      let parent = layout.tree.parent(of: layout.blocks[index].element)
      if let first = seen[text] {
        if first != parent { reasons[index] = .repeated }
      } else {
        seen[text] = parent
      }
    }
  }

  var paragraphs: [String] {
    layout.blocks.indices.compactMap { index in
      guard reasons[index] == nil else { return nil }
      let text = BlockText.bytes(of: layout.blocks[index], in: layout)
      return BlockText.isBlank(text) ? nil : String(decoding: text, as: UTF8.self)
    }
  }
}
