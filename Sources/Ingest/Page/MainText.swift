internal import Markup

/// The article's text on a page: which blocks belong to it, and why the others do not.
struct MainText {
  /// For each block; `nil` for those that belong to the article.
  var reasons: [DropReason?]
  let layout: PageLayout
  /// The element that holds most of the article.
  private(set) var container = MarkupTree.root

  init(_ layout: PageLayout, headline: MarkupTree.Node? = nil, declared: DeclaredBody? = nil) {
    self.layout = layout
    reasons = Pruning(layout, headline: headline).reasons
    dropOtherArticles(than: headline)
    container = MainContainer(layout, reasons).node
    let inside = layout.blocks(in: container)
    for index in layout.blocks.indices where reasons[index] == nil && !inside.contains(index) {
      reasons[index] = .outside
    }
    joinSplitBody(inside)
    // It is no body, though it may read like prose.
    for index in layout.blocks.indices
    where reasons[index] == nil && layout.blocks[index].element == headline {
      reasons[index] = .beforeBody
    }
    let joined = reasons
    dropCards()
    if let declared { agree(with: declared) }
    trimEnds()
    dropCodeAndCaptions()
    dropLinks()
    takeTeaser(below: headline)
    dropRepeats()
    if keptLength(reasons) < Self.leastText, keptLength(reasons) * 2 < keptLength(joined) {
      // A page of few words: what looks like its edges is all there is.
      reasons = joined
    }
    dropLabels()
    dropChartLabels()
    dropInvitations()
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

  private mutating func dropCodeAndCaptions() {
    for index in layout.blocks.indices where reasons[index] == nil {
      let block = layout.blocks[index]
      if block.kind != .code, block.symbols * 15 >= block.length, block.length > 100 {
        reasons[index] = .notProse
      }
      // A caption of several sentences tells a part of the story.
      if block.kind == .caption, block.prose == 0 || block.sentences < 2 {
        reasons[index] = .caption
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
