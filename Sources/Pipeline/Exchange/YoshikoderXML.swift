import Export
import Markup

/// Yoshikoder's dictionaries: `cnode` elements are categories, `pnode` elements patterns, all below
/// one `cnode` that names the dictionary. Lexicoder 2 wrote the same with the name on the root.
enum YoshikoderXML: DictionaryCodec {
  static let syntax = DictionarySyntax(
    format: .yoshikoder, features: [.title, .tree, .weights, .notes])

  static func read(_ path: String, _ notes: inout ConversionNotes) throws -> CategoryDictionary {
    let file = try DictionaryFile(path: path, &notes)
    let tree: MarkupTree
    do {
      tree = try MarkupTree(xml: Array(file.text.utf8))
    } catch {
      throw RunError("\(path): \(error.description)")
    }
    if let problem = tree.problem { throw RunError("\(path): \(problem.description)") }
    guard let root = tree.rootElement, tree.localName(of: root) == "dictionary" else {
      throw file.error("expected a <dictionary>", line: 1)
    }
    if tree.attribute("patternengine", of: root) == "regexp" {
      throw file.error("its patterns are regular expressions, which are not converted", line: 1)
    }
    var whole = CategoryDictionary.Category(name: tree.attribute("name", of: root) ?? "")
    read(root, of: tree, into: &whole, file, &notes)
    if whole.name.isEmpty, whole.patterns.isEmpty, whole.categories.count == 1,
      whole.categories[0].patterns.isEmpty, !whole.categories[0].categories.isEmpty
    {
      whole = whole.categories[0]
      if whole.note != nil {
        notes.add("that on '\(whole.name)'", "a dictionary as a whole has no note", file: path)
      }
    }
    for pattern in whole.patterns {
      notes.add("'\(pattern.text)'", "it stands in no category", file: path)
    }
    return CategoryDictionary(
      name: whole.name.isEmpty ? nil : whole.name, categories: whole.categories)
  }

  private static func read(
    _ node: MarkupTree.Node, of tree: MarkupTree, into category: inout CategoryDictionary.Category,
    _ file: DictionaryFile, _ notes: inout ConversionNotes
  ) {
    for child in tree.children(of: node) {
      if tree.isText(child) {
        let text = tree.text(of: child).split(whereSeparator: \.isWhitespace)
          .joined(separator: " ")
        if !text.isEmpty {
          notes.add("'\(text)'", "text outside of attributes is left out", file: file.path)
        }
        continue
      }
      let kind = tree.localName(of: child)
      guard kind == "cnode" || kind == "pnode" else {
        notes.add("<\(kind)>", "the element is not known: left out", file: file.path)
        continue
      }
      let name = (tree.attribute("name", of: child) ?? "")[...].trimmed
      var note = tree.attribute("desc", of: child)
      if note == "" || note == name { note = nil }
      noteUnknownAttributes(of: child, kind, tree, file, &notes)
      if kind == "pnode" {
        let weight = weight(of: child, name, tree, file, &notes)
        category.patterns.append(.init(name, weight: weight, note: note))
        if tree.children(of: child).contains(where: { !tree.isText($0) }) {
          notes.add("those in '\(name)'", "elements in a pattern are left out", file: file.path)
        }
      } else {
        var below = CategoryDictionary.Category(name: name, note: note)
        read(child, of: tree, into: &below, file, &notes)
        category.categories.append(below)
      }
    }
  }

  private static func weight(
    of node: MarkupTree.Node, _ name: String, _ tree: MarkupTree, _ file: DictionaryFile,
    _ notes: inout ConversionNotes
  ) -> Double? {
    guard let score = tree.attribute("score", of: node), !score.isEmpty else { return nil }
    let weight = Double(weight: score[...].trimmed)
    if weight == nil {
      notes.add(
        "'\(name)' of score '\(score)'", "the score is no number: it counts 1", file: file.path)
    }
    return weight
  }

  private static func noteUnknownAttributes(
    of node: MarkupTree.Node, _ kind: String, _ tree: MarkupTree, _ file: DictionaryFile,
    _ notes: inout ConversionNotes
  ) {
    let known = kind == "pnode" ? ["name", "desc", "score"] : ["name", "desc"]
    for (name, value) in tree.attributes(of: node) where !known.contains(name) && !value.isEmpty {
      notes.add(
        "\(name)=\"\(value)\"", "the attribute of a <\(kind)> is left out", file: file.path)
    }
  }

  static func text(of dictionary: CategoryDictionary, _ notes: inout ConversionNotes) -> String {
    var lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      #"<dictionary style="050805" patternengine="substring">"#,
    ]
    func write(_ category: CategoryDictionary.Category, _ indent: String) {
      let note = category.note.map { #" desc="\#(escaped($0))""# } ?? ""
      lines.append(#"\#(indent)<cnode name="\#(escaped(category.name))"\#(note)>"#)
      for pattern in category.patterns {
        let score = pattern.weight.map { #" score="\#(CSV.decimal($0))""# } ?? ""
        lines.append(#"\#(indent)  <pnode name="\#(escaped(pattern.text))"\#(score)/>"#)
      }
      for child in category.categories { write(child, indent + "  ") }
      lines.append("\(indent)</cnode>")
    }
    write(
      .init(name: dictionary.name ?? "dictionary", categories: dictionary.categories), "  ")
    lines.append("</dictionary>")
    return lines.map { $0 + "\n" }.joined()
  }

  /// As the value of an attribute; control characters, which XML cannot hold, become spaces.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case "\"": escaped += "&quot;"
      case "\t", "\n", "\r": escaped += "&#\(scalar.value);"
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
