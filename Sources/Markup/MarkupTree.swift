/// A parsed HTML or XML document as flat arrays.
///
/// A node is an index; nodes stand in document order, so that a node's descendants are the range
/// of indices up to its `end`, and its text is one range of bytes of `text`. There is no object
/// per node, and a tree is a value that any thread may read.
public struct MarkupTree: Sendable {
  public typealias Node = Int

  struct Record: Sendable {
    var name: MarkupName
    /// Index into `namespaces`; 0 is none.
    var namespace: UInt16
    var parent: Int32
    /// One past the last descendant.
    var end: Int32
    /// Where the node's text begins in `text`; it ends where that of the node at `end` begins.
    var textStart: Int32
    /// Where the node's attributes begin in `attributes`; they end where the next node's begin.
    var attributeStart: Int32
  }

  struct Attribute: Sendable {
    var name: MarkupName
    /// Bytes of `attributeText`.
    var start: Int32
    var end: Int32
  }

  /// The nodes, and one record after the last that closes all ranges.
  var records: [Record] = []
  var attributes: [Attribute] = []
  var attributeText: [UInt8] = []
  /// Names beyond `MarkupName.known`, in the order of their numbers.
  var ownNames: [String] = []
  var ownNumbers: [String: UInt16] = [:]
  var namespaces: [String] = [""]

  /// All character data of the document in order, as UTF-8.
  public internal(set) var text: [UInt8] = []
  /// The contents of `<script type="application/ld+json">`, in order: data that describes a page.
  public internal(set) var linkedData: [[UInt8]] = []
  /// The first fault that was mended, or that ended the reading early (XML only: HTML has none).
  public internal(set) var problem: MarkupError?

  init() {}

  /// The document: parent of the root element.
  public static let root: Node = 0

  public var count: Int { records.count - 1 }
}

extension MarkupTree {
  @inline(__always)
  public func name(of node: Node) -> MarkupName { records[node].name }

  public func isText(_ node: Node) -> Bool { records[node].name == .text }

  /// The parent; -1 for the document.
  public func parent(of node: Node) -> Node { Int(records[node].parent) }

  /// One past the node's last descendant: the next node that is not inside it.
  @inline(__always)
  public func end(of node: Node) -> Node { Int(records[node].end) }

  /// All nodes inside `node`, in document order.
  public func descendants(of node: Node) -> Range<Node> { node + 1..<end(of: node) }

  public func children(of node: Node) -> Children { Children(records, of: node) }

  /// The bytes of `text` that the node holds, those of its descendants included.
  @inline(__always)
  public func textRange(of node: Node) -> Range<Int> {
    let record = records[node]
    return Int(record.textStart)..<Int(records[Int(record.end)].textStart)
  }

  public func text(of node: Node) -> String {
    String(decoding: text[textRange(of: node)], as: UTF8.self)
  }

  /// The child nodes of a node, in order.
  public struct Children: Sequence, IteratorProtocol, Sendable {
    private let records: [Record]
    private var cursor: Node
    private let end: Node

    init(_ records: [Record], of node: Node) {
      self.records = records
      cursor = node + 1
      end = Int(records[node].end)
    }

    public mutating func next() -> Node? {
      guard cursor < end else { return nil }
      defer { cursor = Int(records[cursor].end) }
      return cursor
    }
  }
}

extension MarkupTree {
  /// The number that this tree gives a name, or `nil` when no element or attribute has it.
  public func name(_ text: String) -> MarkupName? {
    MarkupName(known: text) ?? ownNumbers[text].map(MarkupName.init(rawValue:))
  }

  /// The name as written, without prefix in XML and in lower case in HTML.
  public func localName(of node: Node) -> String { spelling(of: records[node].name) }

  /// The URI of an XML element's namespace; empty when it has none, and always in HTML.
  public func namespace(of node: Node) -> String { namespaces[Int(records[node].namespace)] }

  func spelling(of name: MarkupName) -> String {
    let number = Int(name.rawValue)
    if number < MarkupName.known.count { return MarkupName.known[number] }
    let own = number - MarkupName.known.count
    return own < ownNames.count ? ownNames[own] : "?"
  }

  /// The first child element of that local name.
  public func firstChild(_ name: String, of node: Node) -> Node? {
    guard let name = self.name(name) else { return nil }
    return children(of: node).first { self.name(of: $0) == name }
  }

  /// The child elements of that local name.
  public func children(_ name: String, of node: Node) -> [Node] {
    guard let name = self.name(name) else { return [] }
    return children(of: node).filter { self.name(of: $0) == name }
  }

  /// The first descendant element of that local name.
  public func firstDescendant(_ name: String, of node: Node) -> Node? {
    guard let name = self.name(name) else { return nil }
    return descendants(of: node).first { self.name(of: $0) == name }
  }

  /// The descendant elements of that local name, in document order.
  public func descendants(_ name: String, of node: Node) -> [Node] {
    guard let name = self.name(name) else { return [] }
    return descendants(of: node).filter { self.name(of: $0) == name }
  }

  /// The descendant elements of that local name that fulfil a condition and lie in no other that
  /// does, in document order.
  public func outermost(
    _ name: String, of node: Node, where condition: (Node) -> Bool
  ) -> [Node] {
    var found: [Node] = []
    for element in descendants(name, of: node) where condition(element) {
      if found.last.map({ end(of: $0) <= element }) ?? true { found.append(element) }
    }
    return found
  }

  /// The document's outermost element.
  public var rootElement: Node? { children(of: Self.root).first { !isText($0) } }
}

extension MarkupTree {
  /// The bytes of `attributeBytes` that hold the attribute's value.
  @inline(__always)
  public func attributeRange(_ name: MarkupName, of node: Node) -> Range<Int>? {
    var index = Int(records[node].attributeStart)
    let end = Int(records[node + 1].attributeStart)
    while index < end {
      let attribute = attributes[index]
      if attribute.name == name { return Int(attribute.start)..<Int(attribute.end) }
      index += 1
    }
    return nil
  }

  /// The bytes of all attribute values.
  public var attributeBytes: [UInt8] { attributeText }

  public func attribute(_ name: MarkupName, of node: Node) -> String? {
    attributeRange(name, of: node).map { String(decoding: attributeText[$0], as: UTF8.self) }
  }

  /// The value of the attribute with this name (without prefix in XML).
  public func attribute(_ name: String, of node: Node) -> String? {
    self.name(name).flatMap { attribute($0, of: node) }
  }

  /// All attributes of a node, in order.
  public func attributes(of node: Node) -> [(name: String, value: String)] {
    let range = Int(records[node].attributeStart)..<Int(records[node + 1].attributeStart)
    return attributes[range].map { attribute in
      let value = attributeText[Int(attribute.start)..<Int(attribute.end)]
      return (spelling(of: attribute.name), String(decoding: value, as: UTF8.self))
    }
  }
}
