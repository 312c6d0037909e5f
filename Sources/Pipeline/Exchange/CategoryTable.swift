import Corpus
import Export
import Ingest

/// A table with a row for each pattern: `category`, its path with `/` between the names, `term` and
/// `weight`. A category without patterns has a row without a term.
enum CategoryTable: DictionaryCodec {
  static func read(_ path: String, _ notes: inout ConversionNotes) throws -> CategoryDictionary {
    let table: NamedTable
    do {
      table = try NamedTable(path: path)
    } catch {
      throw RunError(error.description)
    }
    func error(_ message: String, row: Int) -> RunError {
      RunError("\(path):\(table.line(of: row)): \(message)")
    }
    for column in ["category", "term"] where !table.hasColumn(column) {
      throw RunError("\(path):1: there is no column '\(column)'; expected category, term, weight")
    }
    var whole = CategoryDictionary.Category(name: "")
    for row in 0..<table.rowCount {
      guard let names = table.cell(row, "category")?.split(separator: "/"), !names.isEmpty else {
        throw error("the row has no category", row: row)
      }
      guard names.count <= CategoryDictionary.maximumDepth else {
        throw error("the category is over \(CategoryDictionary.maximumDepth) deep", row: row)
      }
      let weight = table.cell(row, "weight")
      guard weight.map({ Double($0) != nil }) ?? true else {
        throw error("the weight '\(weight ?? "")' is no number", row: row)
      }
      let pattern = table.cell(row, "term").map {
        CategoryDictionary.Pattern($0, weight: weight.flatMap(Double.init))
      }
      add(pattern, at: names.map(String.init)[...], to: &whole)
    }
    return CategoryDictionary(categories: whole.categories)
  }

  private static func add(
    _ pattern: CategoryDictionary.Pattern?, at path: ArraySlice<String>,
    to category: inout CategoryDictionary.Category
  ) {
    guard let name = path.first else {
      if let pattern { category.patterns.append(pattern) }
      return
    }
    let known = category.categories.firstIndex { $0.name == name }
    let place = known ?? category.categories.count
    if known == nil { category.categories.append(.init(name: name)) }
    add(pattern, at: path.dropFirst(), to: &category.categories[place])
  }

  static func text(of dictionary: CategoryDictionary, _ notes: inout ConversionNotes) -> String {
    var bytes: [UInt8] = []
    CSV.append(["category", "term", "weight"].map { .text($0) }, to: &bytes)
    var path: [String] = []
    for (category, depth) in dictionary.flattened {
      if category.name.contains("/") {
        notes.add(
          "'\(category.name)'", "a table has '/' between the names of a path: it becomes '-'",
          file: DictionaryFormat.csv.rawValue)
      }
      path = path.prefix(depth) + [category.name.replacing("/", with: "-")]
      notes.addLostNote(of: category, in: .csv)
      let name = Value.text(path.joined(separator: "/"))
      if category.patterns.isEmpty { CSV.append([name, .missing, .missing], to: &bytes) }
      for pattern in category.patterns {
        CSV.append([name, .text(pattern.text), .number(pattern.weight ?? 1)], to: &bytes)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
