import Corpus

/// Alternatives that many terms share: `${working-verbs}` stands for `{work|works|worked}`.
struct TermVariables {
  struct Definition {
    /// The alternatives in braces, with the variables in them put in.
    var text: String
    var place: Lexicon.Place
  }

  private var definitions: [String: Definition] = [:]

  /// Defines a variable by terms, which may use the variables defined before.
  mutating func define(
    _ name: String, as texts: [String], at place: Lexicon.Place
  ) throws(TermSyntaxError) {
    if texts.isEmpty {
      throw TermSyntaxError(message: "there is no term in the list", offset: 0)
    }
    try insert(
      name,
      Definition(
        text: "{"
          + texts.map { text throws(TermSyntaxError) in try checked(text) }
          .joined(separator: "|") + "}",
        place: place))
  }

  /// Adds the variables of an included file.
  mutating func merge(_ others: TermVariables) throws(TermSyntaxError) {
    for (name, definition) in others.definitions.sorted(by: { $0.key < $1.key }) {
      try insert(name, definition)
    }
  }

  /// `text` with its variables put in.
  func expanded(_ text: String) throws(TermSyntaxError) -> String {
    guard text.utf8.contains(UInt8(ascii: "$")), text.contains("${") else { return text }
    if TermParser.isRegex(text) {
      throw TermSyntaxError(
        message: "variables cannot stand in a regular expression; write it out", offset: 0)
    }
    var parts = text.split(separator: "${", omittingEmptySubsequences: false)
    var expanded = String(parts.removeFirst())
    for part in parts {
      guard let end = part.firstIndex(of: "}") else {
        throw TermSyntaxError(
          message: "this '${' has no '}'", offset: expanded.unicodeScalars.count)
      }
      let name = String(part[..<end])
      guard let definition = definitions[name] else {
        let hint = nearestWord(to: name, among: definitions.keys).map {
          "; did you mean '${\($0)}'?"
        }
        throw TermSyntaxError(
          message: "there is no variable '\(name)'\(hint ?? "; define it under 'variables:'")",
          offset: expanded.unicodeScalars.count)
      }
      expanded += definition.text + part[part.index(after: end)...]
    }
    return expanded
  }

  /// The text of a value, if it can stand in a group of alternatives.
  private func checked(_ text: String) throws(TermSyntaxError) -> String {
    if TermParser.isRegex(text) || text.contains("NEAR/") || text.contains("BEFORE/") {
      throw TermSyntaxError(
        message: "a variable holds words and alternatives, no NEAR, BEFORE or regular expression",
        offset: 0)
    }
    let expanded = try expanded(text)
    _ = try TermAlternatives.texts(of: expanded.unicodeScalars)
    return expanded
  }

  private mutating func insert(
    _ name: String, _ definition: Definition
  ) throws(TermSyntaxError) {
    if let known = definitions[name], known.place != definition.place {
      throw TermSyntaxError(
        message:
          "the variable '\(name)' is defined before, at \(known.place.file):\(known.place.line)",
        offset: 0)
    }
    definitions[name] = definition
  }
}
