import Lexicons
import Yams

/// quanteda's dictionaries in YAML: categories as keys, patterns as lists, to any depth; the
/// patterns of a category that has others below it stand under `__` or in a list with them.
enum QuantedaYAML: DictionaryCodec {
  private static let own = "__"
  /// What YAML takes for nothing.
  private static let nulls: Set = ["~", "null", "Null", "NULL"]

  static let syntax = DictionarySyntax(
    format: .quanteda, features: .tree,
    changeOfName: { name in
      guard name == own else { return nil }
      return .init(text: "_", reason: "quanteda has a category's own patterns under that name")
    })

  static func read(_ path: String, _ notes: inout ConversionNotes) throws -> CategoryDictionary {
    let file = try DictionaryFile(path: path, &notes)
    var yaml = YAMLReading(file: file.path)
    guard let root = yaml.compose(file.text) else {
      throw LexiconError(diagnostics: yaml.diagnostics)
    }
    guard root.mapping != nil else {
      throw file.error("expected categories, as in 'economy: [price*, trade]'", line: 1)
    }
    var whole = CategoryDictionary.Category(name: "")
    read(root, into: &whole, &yaml, depth: 0, &notes)
    guard yaml.diagnostics.isEmpty else { throw LexiconError(diagnostics: yaml.diagnostics) }
    for pattern in whole.patterns {
      notes.add("'\(pattern.text)'", "it stands in no category", file: file.path)
    }
    return CategoryDictionary(categories: whole.categories)
  }

  private static func read(
    _ node: Node, into category: inout CategoryDictionary.Category, _ yaml: inout YAMLReading,
    depth: Int, _ notes: inout ConversionNotes
  ) {
    guard depth <= CategoryDictionary.maximumDepth else {
      return yaml.report("is over \(CategoryDictionary.maximumDepth) categories deep", at: node)
    }
    switch node {
    case .mapping(let mapping):
      for (key, value) in mapping {
        guard let name = yaml.text(key, "a category's name") else { continue }
        if name == own {
          read(value, into: &category, &yaml, depth: depth + 1, &notes)
        } else {
          var child = CategoryDictionary.Category(name: name)
          read(value, into: &child, &yaml, depth: depth + 1, &notes)
          category.categories.append(child)
        }
      }
    case .sequence(let items):
      for item in items { read(item, into: &category, &yaml, depth: depth + 1, &notes) }
    default:
      guard let text = yaml.text(node, "a pattern"), !text.isEmpty else { return }
      guard node.scalar?.style != .plain || !nulls.contains(text) else {
        return notes.add(
          "'\(text)' in '\(category.name)'", "without quotes it is no text in YAML: left out",
          file: yaml.file, line: node.mark?.line ?? 0)
      }
      category.patterns.append(.init(text))
    }
  }

  static func text(of dictionary: CategoryDictionary, _ notes: inout ConversionNotes) -> String {
    YAMLText.text(of: node(of: dictionary.categories))
  }

  private static func node(of categories: [CategoryDictionary.Category]) -> Node {
    YAMLText.mapping(categories.map { ($0.name, node(of: $0)) })
  }

  private static func node(of category: CategoryDictionary.Category) -> Node {
    let patterns = Node.sequence(.init(category.patterns.map { YAMLText.string($0.text) }))
    if category.categories.isEmpty { return patterns }
    var pairs = category.categories.map { ($0.name, node(of: $0)) }
    if !category.patterns.isEmpty { pairs.insert((own, patterns), at: 0) }
    return YAMLText.mapping(pairs)
  }
}
