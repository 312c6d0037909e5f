internal import Markup

/// The part of a page where its byline and date stand: from a little before the headline to the
/// first paragraphs of the body.
struct PageZone {
  /// Blocks, in the order in which to look: after the headline, before it, in the body's first
  /// lines, after the body's end.
  private(set) var near: [Int] = []
  private(set) var after: [Int] = []
  /// Those of `near` that stand before the body.
  private(set) var aboveBody: [Int] = []
  /// Nodes of the zone above and at the headline.
  let nodes: Range<MarkupTree.Node>
  /// The headline, and where the body begins.
  let own: [MarkupTree.Node]

  init(_ layout: PageLayout, _ main: MainText, titleNode: MarkupTree.Node?) {
    let kept = main.reasons.indices.filter { main.reasons[$0] == nil }
    let bodyStart = kept.first ?? 0
    let bodyEnd = kept.last ?? layout.blocks.count - 1
    let titleBlock = titleNode.map { layout.blocks(in: $0).lowerBound } ?? max(0, bodyStart - 15)
    own = [titleNode, kept.first.map { layout.blocks[$0].element }].compactMap { $0 }
    let top = min(titleBlock, bodyStart)
    let low = max(titleBlock, min(bodyStart + 6, bodyEnd + 1))
    let upper = min(low, top + 60, layout.blocks.count)
    func usable(_ index: Int) -> Bool {
      switch main.reasons[index] {
      case .comments, .related, .navigation, .advert: false
      default: true
      }
    }
    near = Array(min(top, upper)..<upper).filter(usable)
    near += (max(0, top - 8)..<top).reversed().filter(usable)
    aboveBody = near.filter { $0 < bodyStart }
    let last = min(layout.blocks.count, bodyEnd + 16)
    after = bodyEnd + 1 < last ? (bodyEnd + 1..<last).filter(usable) : []
    let firstNode = layout.blocks.isEmpty ? 0 : layout.blocks[max(0, top - 8)].element
    let lastNode = upper > 0 ? layout.blocks[upper - 1].nodes.upperBound : 0
    nodes = min(firstNode, lastNode)..<lastNode
  }
}
