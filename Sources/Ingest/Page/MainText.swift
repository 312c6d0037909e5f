internal import Markup

/// The article's text on a page: which blocks belong to it, and why the others do not.
struct MainText {
  private(set) var reasons: [DropReason?]
  let layout: PageLayout

  init(_ layout: PageLayout, headline: MarkupTree.Node? = nil) {
    self.layout = layout
    let pruning = Pruning(layout, headline: headline)
    reasons = pruning.reasons
    let container = MainContainer(layout, pruning)
    let inside = layout.blocks(in: container.node)
    for index in layout.blocks.indices where reasons[index] == nil && !inside.contains(index) {
      reasons[index] = .outside
    }
    joinSplitBody(inside)
    dropCards()
    let joined = reasons
    trimEnds()
    dropLinkLists()
    dropRepeats()
    if keptLength(reasons) < Self.leastText, keptLength(reasons) * 2 < keptLength(joined) {
      // A page of few words: what looks like its edges is all there is.
      reasons = joined
    }
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
    guard !classes.isEmpty else { return }
    var joined: Set<MarkupTree.Node> = []
    for index in layout.blocks.indices where reasons[index] == .outside {
      if layout.blocks[index].prose > 0, let name = parentClass(index), classes.contains(name) {
        joined.insert(layout.tree.parent(of: layout.blocks[index].element))
      }
    }
    for node in joined {
      for index in layout.blocks(in: node) where reasons[index] == .outside { reasons[index] = nil }
    }
  }

  /// The class of the element around a block's own.
  private func parentClass(_ index: Int) -> String? {
    let parent = layout.tree.parent(of: layout.blocks[index].element)
    guard parent > 0 else { return nil }
    return layout.tree.attribute(.class, of: parent).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Drops the cards of other articles at the end: a linked heading, and a teaser at most.
  private mutating func dropCards() {
    var last = layout.blocks.count - 1
    while last >= 0 {
      // The group from a heading to `last`.
      var first = last
      var length = 0
      while first >= 0, reasons[first] != nil || layout.blocks[first].kind != .heading {
        if reasons[first] == nil { length += layout.blocks[first].length }
        first -= 1
      }
      guard first >= 0, length < 400 else { return }
      let isLinked = layout.blocks[first].linkShare > 0.8
      let hasProse = (first...last).contains { reasons[$0] == nil && layout.blocks[$0].prose > 0 }
      guard isLinked || !hasProse else { return }
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

  /// Of a text that stands several times in the page, the first copy is kept. An author who
  /// repeats a sentence does so in one run of paragraphs; a page repeats it somewhere else.
  private mutating func dropRepeats() {
    var seen: [[UInt8]: MarkupTree.Node] = [:]
    for index in layout.blocks.indices
    where reasons[index] == nil && layout.blocks[index].length >= 60 {
      let text = BlockText.bytes(of: layout.blocks[index], in: layout)
      let parent = layout.tree.parent(of: layout.blocks[index].element)
      if let first = seen[text] {
        if first != parent { reasons[index] = .repeated }
      } else {
        seen[text] = parent
      }
    }
  }

  var paragraphs: [String] {
    var paragraphs: [String] = []
    for (index, block) in layout.blocks.enumerated() where reasons[index] == nil {
      let text = BlockText.bytes(of: block, in: layout)
      if !text.isEmpty { paragraphs.append(String(decoding: text, as: UTF8.self)) }
    }
    return paragraphs
  }
}

/// The text of a block: white space collapsed, no newline, hidden parts left out.
enum BlockText {
  static func bytes(of block: PageBlock, in layout: PageLayout) -> [UInt8] {
    let tree = layout.tree
    let source = tree.text
    let bytes = source.span
    var text: [UInt8] = []
    text.reserveCapacity(block.length)
    var pendingSpace = false
    var node = block.nodes.lowerBound
    while node < block.nodes.upperBound {
      let name = tree.name(of: node)
      if name == .text {
        let range = tree.textRange(of: node)
        var index = range.lowerBound
        while index < range.upperBound {
          let byte = bytes[index]
          index += 1
          if byte <= 0x20 || byte == 0x7F {
            pendingSpace = true
            continue
          }
          if pendingSpace, !text.isEmpty { text.append(0x20) }
          pendingSpace = false
          text.append(byte)
        }
        node += 1
      } else if ElementRole.of(name) == .skipped {
        node = tree.end(of: node)
      } else {
        if name == .br { pendingSpace = true }
        node += 1
      }
    }
    return text
  }
}
