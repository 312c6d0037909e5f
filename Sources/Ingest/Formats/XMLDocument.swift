import Bytes
import Corpus
import Markup

/// A parsed XML document that holds articles.
struct XMLDocument {
  typealias Node = MarkupTree.Node

  let tree: MarkupTree
  /// The text that was parsed.
  let bytes: [UInt8]
  let source: Source
  /// Where the document was fetched from, if its container says.
  var url: String?

  var root: Node { tree.rootElement ?? MarkupTree.root }

  /// The text of the first child of one of these names, best name first.
  func childText(_ names: String..., of node: Node) -> String? {
    for name in names {
      for child in tree.children(name, of: node) {
        let text = tree.text(of: child).trimmed
        if !text.isEmpty { return text }
      }
    }
    return nil
  }

  /// The text of the first element below of one of these names, best name first.
  func text(_ names: String..., in node: Node) -> String? {
    for name in names {
      for descendant in tree.descendants(name, of: node) {
        let text = tree.text(of: descendant).trimmed
        if !text.isEmpty { return text }
      }
    }
    return nil
  }

  /// Whether the last of the elements called `name` has its end tag: false in a document that was
  /// cut short.
  func isLastClosed(_ name: String) -> Bool {
    let name = Array(name.utf8)
    var index = bytes.count - name.count - 1
    while index > 0 {
      let after = bytes[index + name.count]
      let before = bytes[index - 1]
      if bytes[index] == name[0], before == 0x3C || before == 0x2F || before == 0x3A,
        after == 0x3E || after == 0x2F || after.isSpace,
        bytes[index..<index + name.count].elementsEqual(name)
      {
        let open = bytes[..<index].lastIndex(of: UInt8(ascii: "<")) ?? 0
        let close = bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? 0
        return bytes[open + 1] == 0x2F || (close > 0 && bytes[close - 1] == 0x2F)
      }
      index -= 1
    }
    return true
  }
}
