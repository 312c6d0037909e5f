internal import Markup

/// The text of a block: white space collapsed, no newline, hidden parts left out.
enum BlockText {
  static func bytes(of block: PageBlock, in layout: PageLayout) -> [UInt8] {
    let tree = layout.tree
    let first = tree.textRange(of: block.nodes.lowerBound)
    let last = tree.textRange(of: block.nodes.upperBound - 1)
    // A line break is a space that does not stand in the source.
    let most = last.upperBound - first.lowerBound + block.nodes.count
    return [UInt8](capacity: most) { text in
      append(block, in: layout, to: &text)
    }
  }

  private static func append(
    _ block: PageBlock, in layout: PageLayout, to text: inout OutputSpan<UInt8>
  ) {
    let tree = layout.tree
    let bytes = tree.text.span
    var pendingSpace = false
    var node = hiddenEnd(of: block, in: layout) ?? block.nodes.lowerBound
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
      } else if ElementRole.of(name) == .skipped || isHidden(layout.hints[node]) {
        node = tree.end(of: node)
      } else {
        if name == .br { pendingSpace = true }
        node += 1
      }
    }
  }

  /// Where the hidden inline element ends that a block begins in.
  private static func hiddenEnd(of block: PageBlock, in layout: PageLayout) -> MarkupTree.Node? {
    var end: MarkupTree.Node?
    var node = layout.tree.parent(of: block.nodes.lowerBound)
    while node > block.element {
      if isHidden(layout.hints[node]) { end = layout.tree.end(of: node) }
      node = layout.tree.parent(of: node)
    }
    return end
  }

  private static func isHidden(_ hints: ElementHints) -> Bool {
    hints.contains(.hidden) && !hints.contains(.foldable)
  }

  /// Whether a text shows nothing: no-break and zero-width spaces at most.
  static func isBlank(_ text: [UInt8]) -> Bool {
    String(decoding: text.prefix(24), as: UTF8.self).unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint
    }
  }
}
