internal import Markup

/// Finds the element that holds the article's running text.
///
/// From the page's root, it goes down as long as one child holds nearly all of the prose. So a body
/// split over several containers by advertisements is kept whole: their parent is chosen.
struct MainContainer {
  let node: MarkupTree.Node

  init(_ layout: PageLayout, _ reasons: [DropReason?]) {
    let tree = layout.tree
    var prose = [0]
    prose.reserveCapacity(layout.blocks.count + 1)
    for (index, block) in layout.blocks.enumerated() {
      let value = reasons[index] == nil ? block.prose : 0
      prose.append(prose[prose.count - 1] + value)
    }
    func mass(_ node: Int) -> Int {
      let blocks = layout.blocks(in: node)
      return prose[blocks.upperBound] - prose[blocks.lowerBound]
    }
    var node = MarkupTree.root
    while let child = tree.children(of: node).first(where: { child in
      let name = tree.name(of: child)
      return !Self.leaves.contains(name) && !(name == .table && Self.isOfData(child, tree))
        && Double(mass(child)) > Double(mass(node)) * Self.neededShare(name, layout.hints[child])
    }) {
      node = child
    }
    self.node = node
  }

  /// What holds text, not blocks of it: a list in an article is not the article.
  private static let leaves: Set<MarkupName> = [.text, .p, .ul, .ol, .dl, .blockquote]

  /// Whether a table has headings, as tables for layout have not.
  private static func isOfData(_ table: MarkupTree.Node, _ tree: MarkupTree) -> Bool {
    tree.children(of: table).contains { [.thead, .caption].contains(tree.name(of: $0)) }
  }

  /// The share of the prose around it that an element needs to be taken for the whole.
  private static func neededShare(_ name: MarkupName, _ hints: ElementHints) -> Double {
    hints.contains(.articleBody) ? 0.5 : name == .article ? 0.55 : 0.7
  }
}
