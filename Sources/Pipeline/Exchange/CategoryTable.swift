import Corpus
import Export
import Ingest

/// A table with a row for each pattern: `category`, its path with `/` between the names, `term`,
/// `weight`, `note` and `source`. A row without a term is of the category itself.
enum CategoryTable: DictionaryCodec {
  static let syntax = DictionarySyntax(
    format: .csv, features: [.tree, .weights, .notes, .sources],
    changeOfName: { name in
      guard name.contains("/") else { return nil }
      return .init(
        text: name.replacing("/", with: "-"),
        reason: "a table has '/' between the names of a path: it becomes '-'")
    })

  private static let columns = ["category", "term", "weight", "note", "source"]

  static func read(_ path: String, _ notes: inout ConversionNotes) throws -> CategoryDictionary {
    let table: NamedTable
    do {
      table = try NamedTable(path: path)
    } catch {
      throw RunError(error.description)
    }
    try checkColumns(of: table, path, &notes)
    if let line = try TableQuotes(table, path: path).firstBroken {
      throw RunError("\(path):\(line): a quote that opens a cell is not closed at the cell's end")
    }
    var whole = CategoryDictionary.Category(name: "")
    for row in 0..<table.rowCount {
      let line = table.line(of: row)
      guard let names = table.cell(row, "category")?.split(separator: "/"), !names.isEmpty else {
        throw RunError("\(path):\(line): the row has no category")
      }
      guard names.count <= CategoryDictionary.maximumDepth else {
        throw RunError(
          "\(path):\(line): the category is over \(CategoryDictionary.maximumDepth) deep")
      }
      let cell = table.cell(row, "weight")
      let weight = cell.flatMap { Double(weight: $0) }
      if let cell, weight == nil {
        throw RunError("\(path):\(line): the weight '\(cell)' is no number")
      }
      let (note, source) = (table.cell(row, "note"), table.cell(row, "source"))
      change(names.map { $0.trimmed }[...], of: &whole) { category in
        if let term = table.cell(row, "term") {
          category.patterns.append(.init(term, weight: weight, note: note, source: source))
          return
        }
        func leaveOut(_ what: String, _ reason: String) {
          notes.add(what, reason, file: path, line: line)
        }
        if let weight { leaveOut("\(weight)", "a weight without a term is left out") }
        for (text, place) in [(note, \CategoryDictionary.Category.note), (source, \.source)] {
          guard let text else { continue }
          let first = category[keyPath: place]
          category[keyPath: place] = first ?? text
          if let first, first != text {
            leaveOut("'\(text)'", "the category has a note or source already: left out")
          }
        }
      }
    }
    return CategoryDictionary(categories: whole.categories)
  }

  private static func checkColumns(
    of table: NamedTable, _ path: String, _ notes: inout ConversionNotes
  ) throws {
    let known = columns.joined(separator: ", ")
    for column in ["category", "term"] where !table.hasColumn(column) {
      throw RunError("\(path):1: there is no column '\(column)'; expected \(known)")
    }
    let names = table.columnNames.map { $0.lowercased() }
    for column in columns where names.count(where: { $0 == column }) > 1 {
      throw RunError("\(path):1: the column '\(column)' is given twice")
    }
    for (name, written) in zip(names, table.columnNames) where !columns.contains(name) {
      guard (0..<table.rowCount).contains(where: { table.cell($0, name) != nil }) else { continue }
      notes.add(
        "the column '\(written)'", "left out; a table has \(known)", file: path, line: 1)
    }
  }

  /// Changes the category at a path, which need not be there yet.
  private static func change(
    _ path: ArraySlice<String>, of category: inout CategoryDictionary.Category,
    _ body: (inout CategoryDictionary.Category) -> Void
  ) {
    guard let name = path.first else { return body(&category) }
    let known = category.categories.firstIndex { $0.name == name }
    let place = known ?? category.categories.count
    if known == nil { category.categories.append(.init(name: name)) }
    change(path.dropFirst(), of: &category.categories[place], body)
  }

  static func text(of dictionary: CategoryDictionary, _ notes: inout ConversionNotes) -> String {
    let hasDetails = dictionary.flattened.contains { category, _ in
      category.note != nil || category.source != nil
        || category.patterns.contains { $0.note != nil || $0.source != nil }
    }
    var bytes: [UInt8] = []
    func append(_ cells: [Value]) {
      CSV.append(hasDetails ? cells : Array(cells.prefix(3)), to: &bytes)
    }
    func text(_ text: String?) -> Value { text.map { .text($0) } ?? .missing }
    append(columns.map { .text($0) })
    var path: [String] = []
    for (category, depth) in dictionary.flattened {
      path = path.prefix(depth) + [category.name]
      let name = Value.text(path.joined(separator: "/"))
      if category.patterns.isEmpty || category.note != nil || category.source != nil {
        append([name, .missing, .missing, text(category.note), text(category.source)])
      }
      for pattern in category.patterns {
        append([
          name, .text(pattern.text), .number(pattern.weight ?? 1), text(pattern.note),
          text(pattern.source),
        ])
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
