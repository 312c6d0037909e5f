import Bytes
import Markup

/// The paragraphs of a fragment of markup that is all article: the content of a feed's entry, the
/// body of a NITF document. No block is weighed against another, as they are in a page.
struct FragmentText {
  private let tree: MarkupTree
  private let blocks: Set<MarkupName>
  private let skipped: Set<MarkupName>
  private let spaces: Set<MarkupName>
  private let isDropped: ((MarkupTree.Node) -> Bool)?
  private var paragraphs: [String] = []
  private var line: [UInt8] = []
  /// The line was ended by a line break, not by the end of a block.
  private var isBroken = false

  /// The paragraphs of a fragment of HTML.
  static func paragraphs(ofHTML fragment: String) -> [String] {
    guard let tree = try? MarkupTree(html: Array(fragment.utf8)) else { return [] }
    return paragraphs(of: MarkupTree.root, in: tree)
  }

  /// The paragraphs of an element.
  /// - Parameters:
  ///   - blocks: names of elements that stand on lines of their own, beyond HTML's.
  ///   - skipped: names of elements that hold no text of the article, beyond HTML's.
  ///   - spaces: names of elements that stand where a line or page of a print ended.
  ///   - isDropped: whether an element is left out for what it is beside its name.
  static func paragraphs(
    of node: MarkupTree.Node, in tree: MarkupTree, blocks: [String] = [], skipped: [String] = [],
    spaces: [String] = [], isDropped: ((MarkupTree.Node) -> Bool)? = nil
  ) -> [String] {
    // TEI's `<head>` is a heading: what a format calls a block is none of HTML's elements.
    let ownBlocks = Set(blocks.compactMap(tree.name))
    var text = FragmentText(
      tree: tree, blocks: Self.blocks.union(ownBlocks),
      skipped: Self.skipped.subtracting(ownBlocks).union(skipped.compactMap(tree.name)),
      spaces: Set(spaces.compactMap(tree.name)), isDropped: isDropped)
    text.walk(node)
    return text.paragraphs
  }

  private init(
    tree: MarkupTree, blocks: Set<MarkupName>, skipped: Set<MarkupName>, spaces: Set<MarkupName>,
    isDropped: ((MarkupTree.Node) -> Bool)?
  ) {
    self.tree = tree
    self.blocks = blocks
    self.skipped = skipped
    self.spaces = spaces
    self.isDropped = isDropped
  }

  private mutating func walk(_ root: MarkupTree.Node) {
    var openBlocks: [MarkupTree.Node] = []
    var node = root + 1
    let end = tree.end(of: root)
    while node < end {
      while let last = openBlocks.last, last <= node {
        flush()
        openBlocks.removeLast()
      }
      let name = tree.name(of: node)
      if name == .text {
        append(tree.textRange(of: node))
      } else if name == .br {
        flush()
        isBroken = true
      } else if skipped.contains(name) || isDropped?(node) == true {
        node = tree.end(of: node)
        continue
      } else if spaces.contains(name) {
        appendSpace()
      } else if blocks.contains(name) {
        flush()
        openBlocks.append(tree.end(of: node))
      }
      node += 1
    }
    flush()
  }

  /// Appends text, each run of white space as one space.
  private mutating func append(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = tree.text[index]
      if !byte.isSpace {
        line.append(byte)
      } else {
        appendSpace()
      }
      index += 1
    }
  }

  private mutating func appendSpace() {
    if let last = line.last, last != 0x20 { line.append(0x20) }
  }

  private mutating func flush() {
    defer { isBroken = false }
    let text = String(decoding: line, as: UTF8.self).trimmed
    line.removeAll(keepingCapacity: true)
    guard !text.isEmpty else { return }
    // A sentence goes on after a line break that only shapes the page.
    if isBroken, let last = paragraphs.last, text.first?.isLowercase == true {
      paragraphs[paragraphs.count - 1] = last + " " + text
    } else {
      paragraphs.append(text)
    }
  }

  private static let blocks: Set<MarkupName> = [
    .html, .body, .p, .div, .section, .article, .header, .footer, .main, .aside, .h1, .h2, .h3,
    .h4, .h5, .h6, .hgroup, .hr, .ul, .ol, .li, .dl, .dt, .dd, .table, .caption, .thead, .tbody,
    .tfoot, .tr, .td, .th, .blockquote, .pre, .address, .center, .details, .summary, .title,
  ]

  private static let skipped: Set<MarkupName> = [
    .head, .script, .style, .noScript, .template, .nav, .figure, .picture, .img, .video, .audio,
    .form, .button, .select, .textarea, .svg, .canvas, .map,
  ]
}
