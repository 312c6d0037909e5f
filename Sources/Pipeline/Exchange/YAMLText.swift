import Export
import Yams

/// YAML written through Yams.
enum YAMLText {
  /// In double quotes where YAML would take it for anything but text.
  static func string(_ text: String) -> Node {
    let node = Node(text)
    let isPlain = Resolver.default.resolveTag(of: node) == .str
    return .scalar(.init(text, Tag(.str), isPlain ? .any : .doubleQuoted))
  }

  static func number(_ number: Double) -> Node { Node(CSV.decimal(number)) }

  static func mapping(_ pairs: [(String, Node)]) -> Node {
    .mapping(.init(pairs.map { (string($0), $1) }))
  }

  static func text(of node: Node) -> String {
    // What cannot be written is what cannot be built from strings, lists and mappings.
    (try? Yams.serialize(node: node, width: -1, allowUnicode: true)) ?? ""
  }
}
