internal import Bytes
internal import Markup

extension MainText {
  /// Of a text that stands several times in the page, one copy is kept. An author who repeats a
  /// sentence does so amid new ones; a page repeats it in a box of its own, or with all that
  /// stands beside it.
  mutating func dropRepeats() {
    var first: [UInt64: Int] = [:]
    var copies: [(first: Int, copy: Int)] = []
    var ownTexts: [MarkupTree.Node: Int] = [:]
    for index in layout.blocks.indices
    where reasons[index] == nil && layout.blocks[index].length >= 60 {
      let text = FNV1a.hash(BlockText.bytes(of: layout.blocks[index], in: layout))
      if let first = first[text] {
        if parent(first) != parent(index) { copies.append((first, index)) }
      } else {
        first[text] = index
        ownTexts[parent(index), default: 0] += 1
      }
    }
    for (first, copy) in copies {
      if ownTexts[parent(copy)] == nil {
        reasons[copy] = .repeated
      } else if ownTexts[parent(first)] == 1 {
        reasons[first] = .repeated
      }
    }
  }

  /// The block-level element around a block's own.
  private func parent(_ index: Int) -> MarkupTree.Node {
    var node = layout.tree.parent(of: layout.blocks[index].element)
    while node > 0, ElementRole.of(layout.tree.name(of: node)) != .block {
      node = layout.tree.parent(of: node)
    }
    return node
  }
}
