package import Yams

/// What a mapping has under its keys, which are few: they are compared, not hashed.
package struct YAMLFields {
  package private(set) var keys: [String] = []
  package private(set) var values: [Node] = []

  package init() {}

  package subscript(key: String) -> Node? { keys.firstIndex(of: key).map { values[$0] } }

  mutating func append(_ value: Node, for key: String) {
    keys.append(key)
    values.append(value)
  }

  mutating func reserveCapacity(_ count: Int) {
    keys.reserveCapacity(count)
    values.reserveCapacity(count)
  }
}
