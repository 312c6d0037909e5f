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
      guard let node = try Yams.compose(yaml: text) else {
        report("is empty", at: nil)
        return nil
      }
      var budget = Self.maximumNodes
      guard Self.unfolds(node, within: &budget) else {
        report("unfolds to over \(Self.maximumNodes) values through its aliases", at: nil)
        return nil
      }
      return node
    } catch let error as YamlError {
      diagnostics.append(Self.diagnostic(error, in: text, file: file))
    } catch {
      report("\(error)", at: nil)
    }
    return nil
  }

  /// The pairs of a mapping whose keys must be among `allowed`.
  package mutating func pairs(of node: Node, allowed: [String], what: String) -> [String: Node] {
    guard let mapping = node.mapping else {
      report("expected \(what) with the keys \(allowed.joined(separator: ", "))", at: node)
      return [:]
    }
    var pairs: [String: Node] = [:]
    for (key, value) in mapping {
      let name = key.scalar?.string ?? ""
      if allowed.contains(name) {
        pairs[name] = value
      } else {
        let hint = nearestKey(name, allowed)
        report("unknown key '\(name)' in \(what); \(hint)", at: key)
      }
    }
    return pairs
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

  private static func diagnostic(_ error: YamlError, in text: String, file: String) -> Diagnostic {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let hasTab = mark.line >= 1 && mark.line <= lines.count && lines[mark.line - 1].contains("\t")
      let hint = hasTab ? "; the line holds a tab: indent with spaces" : ""
      return Diagnostic(
        "not valid YAML: \(problem)\(hint)", file: file, line: mark.line, column: mark.column)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.map { "\($0)" }.sorted().joined(separator: ", ")
      return Diagnostic(
        "the key '\(names)' is given twice", file: file, line: context.mark.line,
        column: context.mark.column)
    default: return Diagnostic("not valid YAML: \(error)", file: file, line: 1)
    }
  }
}
