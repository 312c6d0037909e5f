import Bytes
import Corpus
package import Yams

/// A YAML file being read: collects what is wrong in it, each with its line and column.
package struct YAMLReading {
  /// Far more than a lexicon of 16 MB holds, unless aliases multiply it.
  private static let maximumNodes = 4_000_000

  package let file: String
  package private(set) var diagnostics: [Diagnostic] = []

  package init(file: String) { self.file = file }

  package mutating func report(
    _ message: String, at node: Node?, severity: Diagnostic.Severity = .error
  ) {
    report(diagnostic(message, at: node, severity: severity))
  }

  package mutating func report(_ message: String, at place: Lexicon.Place) {
    report(Diagnostic(message, file: place.file, line: place.line, column: place.column))
  }

  package mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// A problem at the place of a node.
  package func diagnostic(
    _ message: String, at node: Node?, severity: Diagnostic.Severity = .error
  ) -> Diagnostic {
    Diagnostic(
      message, file: file, line: node?.mark?.line ?? 1, column: node?.mark?.column ?? 1,
      severity: severity)
  }

  /// The root node, or `nil` after reporting why there is none.
  package mutating func compose(_ text: String) -> Node? {
    do {
      // Nothing here asks which type a plain scalar seems to have.
      guard let node = try Yams.compose(yaml: text, .basic) else {
        report("is empty", at: nil)
        return nil
      }
      var budget = Self.maximumNodes
      guard !Self.mayHoldAlias(text) || Self.unfolds(node, within: &budget) else {
        report("unfolds to over \(Self.maximumNodes) values through its aliases", at: nil)
        return nil
      }
      return node
    } catch let error as YamlError {
      diagnostics.append(Diagnostic(error, in: text, file: file))
    } catch {
      report("\(error)", at: nil)
    }
    return nil
  }

  func place(of node: Node) -> Lexicon.Place {
    let mark = node.mark
    return Lexicon.Place(file: file, line: mark?.line ?? 0, column: mark?.column ?? 0)
  }

  /// The pairs of a mapping, or `nil` after reporting that it is none or has an unknown key.
  mutating func fields(
    of node: Node, _ allowed: [String], _ what: String, orBeginningWith prefix: String? = nil
  ) -> YAMLFields? {
    let before = diagnostics.count
    let pairs = pairs(of: node, allowed: allowed, what: what, orBeginningWith: prefix)
    return diagnostics.count == before ? pairs : nil
  }

  /// The pairs of a mapping whose keys must be among `allowed`, or begin with `prefix`.
  package mutating func pairs(
    of node: Node, allowed: [String], what: String, orBeginningWith prefix: String? = nil
  ) -> YAMLFields {
    guard let mapping = node.mapping else {
      report("expected \(what) with the keys \(allowed.joined(separator: ", "))", at: node)
      return YAMLFields()
    }
    var pairs = YAMLFields()
    pairs.reserveCapacity(mapping.count)
    for (key, value) in mapping {
      let name = key.scalar?.string ?? ""
      if allowed.contains(name) || prefix.map(name.hasPrefix) == true {
        pairs.append(value, for: name)
      } else {
        let hint = nearestKey(name, allowed + (prefix.map { ["\($0)zh"] } ?? []))
        report("unknown key '\(name)' in \(what); \(hint)", at: key)
      }
    }
    return pairs
  }

  /// Whether there is a `*` with a letter, digit, `_` or `-` behind it, as in each alias.
  private static func mayHoldAlias(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return zip(bytes, bytes.dropFirst()).contains { byte, next in
      byte == UInt8(ascii: "*")
        && (next.isASCIIWord || next == UInt8(ascii: "_") || next == UInt8(ascii: "-"))
    }
  }

  /// Whether a tree has no more nodes than `budget`. Yams shares what aliases repeat, so that a
  /// small file may be a huge tree.
  private static func unfolds(_ node: Node, within budget: inout Int) -> Bool {
    budget -= 1
    guard budget > 0 else { return false }
    switch node {
    case .mapping(let mapping):
      for (key, value) in mapping
      where !unfolds(key, within: &budget) || !unfolds(value, within: &budget) { return false }
      return true
    case .sequence(let sequence):
      for item in sequence where !unfolds(item, within: &budget) { return false }
      return true
    default: return true
    }
  }

  private func nearestKey(_ name: String, _ allowed: [String]) -> String {
    if let near = nearestWord(to: name, among: allowed) { return "did you mean '\(near)'?" }
    return "expected one of: \(allowed.joined(separator: ", "))"
  }

  /// The text of a scalar node, or `nil` after reporting that it is none.
  package mutating func text(_ node: Node, _ what: String) -> String? {
    guard let scalar = node.scalar else {
      report("expected \(what)", at: node)
      return nil
    }
    return scalar.string
  }

  /// A scalar, or a list of scalars.
  package mutating func texts(_ node: Node, _ what: String) -> [String] {
    guard let list = node.sequence else { return text(node, what).map { [$0] } ?? [] }
    return list.compactMap { text($0, what) }
  }

  /// One of a few words, or `nil` after reporting that it is none.
  mutating func choice(
    _ node: Node, _ key: String, _ words: [String], or other: String? = nil
  ) -> String? {
    let all = words + (other.map { [$0] } ?? [])
    let expected = all.dropLast().joined(separator: ", ") + " or " + (all.last ?? "")
    guard let word = text(node, expected) else { return nil }
    if words.contains(word) { return word }
    let hint = nearestWord(to: word, among: words).map { "; did you mean '\($0)'?" }
    report("'\(key): \(word)' is not \(expected)\(hint ?? "")", at: node)
    return nil
  }
}
