import Export
import Markup

/// Yoshikoder's dictionaries: `cnode` elements are categories, `pnode` elements patterns, all below
/// one `cnode` that names the dictionary. Lexicoder 2 wrote the same with the name on the root.
enum YoshikoderXML: DictionaryCodec {
  static func read(_ path: String, _ notes: inout ConversionNotes) throws -> CategoryDictionary {
    let file = try DictionaryFile(path: path)
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
    read(root, of: tree, into: &whole)
    if whole.patterns.isEmpty, whole.categories.count == 1, whole.categories[0].patterns.isEmpty,
      !whole.categories[0].categories.isEmpty
    {
      whole = whole.categories[0]
    }
    for pattern in whole.patterns {
      notes.add("'\(pattern.text)'", "it stands in no category", file: path)
    }
    return CategoryDictionary(
      name: whole.name.isEmpty ? nil : whole.name, categories: whole.categories)
  }

  private static func read(
    _ node: MarkupTree.Node, of tree: MarkupTree, into category: inout CategoryDictionary.Category
  ) {
    for child in tree.children(of: node) {
      guard let name = tree.attribute("name", of: child) else { continue }
      switch tree.localName(of: child) {
      case "pnode":
        category.patterns.append(
          .init(name[...].trimmed, weight: tree.attribute("score", of: child).flatMap(Double.init)))
      case "cnode":
        var below = CategoryDictionary.Category(name: name)
        if let note = tree.attribute("desc", of: child), !note.isEmpty, note != name {
          below.note = note
        }
        read(child, of: tree, into: &below)
        category.categories.append(below)
      default: break
      }
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

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
      .replacing("\t", with: "&#9;").replacing("\n", with: "&#10;")
  }
}
