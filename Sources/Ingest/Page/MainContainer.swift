internal import Markup

/// Finds the element that holds the article's running text.
///
/// From the page's root, it goes down as long as one child holds nearly all of the prose. So a body
/// split over several containers by advertisements is kept whole: their parent is chosen.
struct MainContainer {
  let node: MarkupTree.Node

  init(_ layout: PageLayout, _ pruning: Pruning) {
    let tree = layout.tree
    var prose = [0]
    prose.reserveCapacity(layout.blocks.count + 1)
    for (index, block) in layout.blocks.enumerated() {
      let value = pruning.reasons[index] == nil ? block.prose : 0
      prose.append(prose[prose.count - 1] + value)
    }
    func mass(_ node: Int) -> Int {
      let blocks = layout.blocks(in: node)
      return prose[blocks.upperBound] - prose[blocks.lowerBound]
    }
    var node = MarkupTree.root
    descent: while true {
      let total = mass(node)
      for child in tree.children(of: node) where !tree.isText(child) {
        let hints = layout.hints[child]
        let needed =
          hints.contains(.articleBody) ? 0.5 : tree.name(of: child) == .article ? 0.6 : 0.8
        if Double(mass(child)) > Double(total) * needed,
          ElementRole.of(tree.name(of: child)) == .block
            || tree.name(of: child) != .p
        {
          guard tree.name(of: child) != .p else { break descent }
          node = child
          continue descent
        }
      }
      break
    }
    self.node = node
  }
}
