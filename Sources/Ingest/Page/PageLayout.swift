internal import Markup

/// The blocks of a page in reading order, and what the attributes of its elements hint at.
struct PageLayout {
  let tree: MarkupTree
  private(set) var blocks: [PageBlock] = []
  /// For each node, the number of blocks that begin before it.
  private(set) var firstBlock: [Int32]
  /// For each node; empty for text.
  private(set) var hints: [ElementHints]
  private(set) var sums = BlockSums([])

  private var open: [Enclosure] = []
  private var kind = PageBlock.Kind.other
  private var element = MarkupTree.root
  private var linkDepth = 0
  private var current: PageBlock?
  private var afterSpace = true
  private var lineBreaks = 0

  /// The state that an open element changed, to be restored at its end.
  private struct Enclosure {
    var end: Int
    var isBlock: Bool
    var isLink: Bool
    var kind: PageBlock.Kind
    var element: Int
  }

  init(_ tree: MarkupTree) {
    self.tree = tree
    firstBlock = [Int32](repeating: 0, count: tree.count + 1)
    hints = [ElementHints](repeating: [], count: tree.count)
    let text = tree.text
    let bytes = text.span
    var node = 0
    while node < tree.count {
      close(upTo: node)
      firstBlock[node] = Int32(blocks.count)
      node = visit(node, in: tree, bytes)
    }
    close(upTo: tree.count)
    flush()
    firstBlock[tree.count] = Int32(blocks.count)
    sums = BlockSums(blocks)
  }

  /// The blocks inside an element.
  func blocks(in node: Int) -> Range<Int> {
    Int(firstBlock[node])..<Int(firstBlock[tree.end(of: node)])
  }

  /// The blocks that begin inside an element: a block that an inline element only ends is not its.
  func wholeBlocks(in node: Int) -> Range<Int> {
    let range = blocks(in: node)
    guard let first = range.first, blocks[first].nodes.lowerBound < node else { return range }
    return range.dropFirst()
  }

  /// Whether a node stands in a list of other articles or among comments: in an element called so
  /// that does not hold what is the article's own.
  func isElsewhere(_ node: MarkupTree.Node, than own: [MarkupTree.Node]) -> Bool {
    var ancestor = tree.parent(of: node)
    while ancestor > 0 {
      let holdsArticle = own.contains { ancestor <= $0 && $0 < tree.end(of: ancestor) }
      if !holdsArticle, !hints[ancestor].isDisjoint(with: [.comments, .related]) { return true }
      ancestor = tree.parent(of: ancestor)
    }
    return false
  }

  private mutating func close(upTo node: Int) {
    while let last = open.last, last.end <= node {
      if last.isBlock { flush() }
      if last.isLink { linkDepth -= 1 }
      kind = last.kind
      element = last.element
      open.removeLast()
    }
  }

  private static let longestButton = 2_000

  /// Reads one node; returns the node to go on with. The tree is handed on, for one that is read
  /// from `self` is retained, array by array, at each node.
  private mutating func visit(_ node: Int, in tree: MarkupTree, _ bytes: Span<UInt8>) -> Int {
    let name = tree.name(of: node)
    if name == .text {
      read(tree.textRange(of: node), of: node, bytes)
      return node + 1
    }
    var role = ElementRole.of(name)
    // A heading that links to itself is no link.
    if role == .link, kind == .heading, let target = tree.attributeRange(.href, of: node),
      tree.attributeBytes[target].first == UInt8(ascii: "#")
    {
      role = .inline
    }
    // A button with the text of a page is one whose end tag the parser could not place.
    if name == .button, tree.textRange(of: node).count > Self.longestButton { role = .block }
    let end = tree.end(of: node)
    switch role {
    case .skipped:
      var inner = node + 1
      while inner < end {
        firstBlock[inner] = Int32(blocks.count)
        inner += 1
      }
      return end
    case .lineBreak:
      lineBreaks += 1
      if lineBreaks > 1 { flush() }
      afterSpace = true
      if lineBreaks == 1, current != nil { current?.length += 1 }
      return node + 1
    case .block:
      flush()
      firstBlock[node] = Int32(blocks.count)
    case .inline, .link: break
    }
    hints[node] = ElementHints(node, in: tree)
    if end > node + 1 {
      open.append(
        Enclosure(
          end: end, isBlock: role == .block, isLink: role == .link, kind: kind, element: element))
      if role == .link {
        linkDepth += 1
        current?.links += 1
      }
      if role == .block {
        element = node
        kind = Self.kind(name, inside: kind)
      }
    }
    return node + 1
  }

  private static func kind(_ name: MarkupName, inside outer: PageBlock.Kind) -> PageBlock.Kind {
    switch name {
    case .h1, .h2, .h3, .h4, .h5, .h6: .heading
    case .figcaption, .caption: .caption
    case .li, .dd: .listItem
    case .dt: .term
    case .blockquote: .quote
    case .pre: .code
    case .td, .th: .cell
    case .p: outer == .other || outer == .cell ? .paragraph : outer
    case .table, .article, .body: .other
    default: outer
    }
  }

  /// Adds the text of `node` to the block in progress.
  private mutating func read(_ range: Range<Int>, of node: Int, _ bytes: Span<UInt8>) {
    var index = range.lowerBound
    var length = 0
    var commas = 0
    var sentences = 0
    var symbols = 0
    var afterSpace = self.afterSpace
    while index < range.upperBound {
      let byte = bytes[index]
      index += 1
      if byte <= 0x20 {
        if !afterSpace { length += 1 }
        afterSpace = true
        continue
      }
      afterSpace = false
      length += 1
      switch byte {
      case UInt8(ascii: ","): commas += 1
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"),
        UInt8(ascii: "="), UInt8(ascii: ";"), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "_"), UInt8(ascii: "\\"):
        symbols += 1
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
        if index == range.upperBound || bytes[index] <= 0x22 || bytes[index] >= 0x80 {
          sentences += 1
        }
      case UInt8(ascii: ":") where index > 1 && bytes[index - 2] == UInt8(ascii: "\""):
        symbols += 2  // a key of JSON
      case 0xE3 where index + 1 < bytes.count && bytes[index] == 0x80:
        if bytes[index + 1] == 0x81 { commas += 1 }  // 、
        if bytes[index + 1] == 0x82 { sentences += 1 }  // 。
      case 0xEF where index + 1 < bytes.count && bytes[index] == 0xBC:
        if bytes[index + 1] == 0x8C { commas += 1 }  // ，
      default: break
      }
    }
    self.afterSpace = afterSpace
    guard length > 0 else { return }
    if current == nil {
      if length == 1, afterSpace { return }
      current = PageBlock(element: element, nodes: node..<node + 1, kind: kind)
      current?.links = linkDepth > 0 ? 1 : 0
    }
    lineBreaks = 0
    let start = current?.nodes.lowerBound ?? node
    current?.nodes = start..<node + 1
    current?.length += length
    if linkDepth > 0 { current?.linkLength += length }
    current?.commas += commas
    current?.sentences += sentences
    current?.symbols += symbols
  }

  private mutating func flush() {
    if let current { blocks.append(current) }
    current = nil
    afterSpace = true
    lineBreaks = 0
  }
}
