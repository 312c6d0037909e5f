import Markup

/// The text of a part of a page, as blocks of lines: blocks are what elements such as `<p>` hold,
/// lines what `<br>` parts.
struct MarkupLines {
  private(set) var blocks: [[String]] = []

  private var lines: [String] = []
  private var line: [UInt8] = []

  /// - Parameter nodes: a range in document order, which need not be a whole element.
  init(_ nodes: Range<MarkupTree.Node>, in tree: MarkupTree) {
    var openBlocks: [MarkupTree.Node] = []
    for node in nodes {
      while let last = openBlocks.last, last <= node {
        endBlock()
        openBlocks.removeLast()
      }
      let name = tree.name(of: node)
      if name == .text {
        line += tree.text[tree.textRange(of: node)]
      } else if name == .br {
        endLine()
      } else if Self.blocks.contains(name) {
        endBlock()
        openBlocks.append(tree.end(of: node))
      }
    }
    endBlock()
  }

  private mutating func endLine() {
    let text = String(decoding: line, as: UTF8.self).singleLine
    line.removeAll(keepingCapacity: true)
    if !text.isEmpty { lines.append(text) }
  }

  private mutating func endBlock() {
    endLine()
    if !lines.isEmpty { blocks.append(lines) }
    lines.removeAll(keepingCapacity: true)
  }

  private static let blocks: Set<MarkupName> = [
    .p, .div, .section, .article, .header, .footer, .aside, .h1, .h2, .h3, .h4, .h5, .h6, .hr,
    .ul, .ol, .li, .table, .tr, .td, .th, .blockquote, .pre, .center, .dl, .dt, .dd,
  ]
}
