import Ingest

/// Coding sheets that have been filled: what each coder says of each item.
struct CodedSheets {
  struct Item {
    var name: String
    /// `nil` in data that are no sheet of Parlance's.
    var entry: String?
    /// The stratum within the entry, if the sheet tells it.
    var stratum: String?
    /// How many mentions the item stands for; `nil` where the sheet does not tell.
    var weight: Double?
    /// By coder; `nil` where the coder has not decided.
    var codes: [String?]

    /// The share of the coders who have decided that say yes; `nil` where nobody has.
    var correct: Double? {
      let said = codes.compactMap { $0.flatMap(CodedSheets.truth) }
      return said.isEmpty ? nil : Double(said.count { $0 }) / Double(said.count)
    }
  }

  private(set) var coders: [String] = []
  private(set) var items: [Item] = []
  /// What keeps items out of precision, a line each.
  private(set) var warnings: [String] = []

  /// Reads sheets with a column `code`, a coder to each, or with columns `code_NAME`.
  init(paths: [String]) throws(TableProblem) {
    var places: [String: Int] = [:]
    for path in paths {
      let table = try NamedTable(path: path)
      let columns = try Self.codeColumns(of: table, path)
      try Self.expectItems(in: table, path, isAlone: paths.count == 1)
      let first = coders.count
      coders += columns.map { $0 == "code" ? path : String($0.dropFirst("code_".count)) }
      var names: Set<String> = []
      for row in 0..<table.rowCount {
        let codes = columns.map { column in
          table.cell(row, column).flatMap { Self.undecided.contains($0) ? nil : $0 }
        }
        guard let name = try Self.name(of: row, in: table, path, codes) else { continue }
        guard names.insert(name).inserted else {
          throw TableProblem(
            file: path, line: table.line(of: row), message: "the item '\(name)' is there twice")
        }
        let place = places[name] ?? items.count
        if place == items.count {
          places[name] = place
          items.append(Self.item(name, table, row))
        }
        items[place].codes += Array(repeating: nil, count: first - items[place].codes.count)
        items[place].codes += codes
      }
      warnings += Self.warnings(table, path, columns)
    }
    for place in items.indices {
      items[place].codes += Array(repeating: nil, count: coders.count - items[place].codes.count)
    }
  }

  private static func item(_ name: String, _ table: NamedTable, _ row: Int) -> Item {
    let weight = table.cell(row, "weight").flatMap { Double(weight: $0) }
    return Item(
      name: name, entry: table.cell(row, "entry"), stratum: table.cell(row, "stratum"),
      weight: weight.flatMap { $0.isFinite && $0 >= 1 ? $0 : nil }, codes: [])
  }

  private static func codeColumns(
    of table: NamedTable, _ path: String
  ) throws(TableProblem) -> [String] {
    let columns = table.columnNames.filter { $0 == "code" || $0.hasPrefix("code_") }
    guard !columns.isEmpty else {
      throw TableProblem(
        file: path, line: 1, message: "there is no column 'code', and none that begins with 'code_'"
      )
    }
    return columns
  }

  /// Whether a code says that the mention is right; `nil` when it says neither.
  static func truth(_ code: String) -> Bool? {
    switch code.lowercased() {
    case "yes", "y", "1", "true", "correct": true
    case "no", "n", "0", "false", "wrong": false
    default: nil
    }
  }

  /// A code as a label of its own, the same for all ways to write yes and no.
  static func category(_ code: String) -> String {
    truth(code).map { $0 ? "yes" : "no" } ?? code
  }

  private static let undecided: Set = ["?", "NA", "."]
}

// What is wrong with sheets.
extension CodedSheets {
  private static func expectItems(
    in table: NamedTable, _ path: String, isAlone: Bool
  ) throws(TableProblem) {
    guard table.rowCount > 0 else {
      throw TableProblem(file: path, line: 1, message: "there are no rows below the header")
    }
    guard isAlone || table.hasColumn("item") else {
      throw TableProblem(
        file: path, line: 1,
        message: "there is no column 'item', by which the rows of several sheets are paired")
    }
  }

  /// The item of a row; `nil` for a row that says nothing.
  private static func name(
    of row: Int, in table: NamedTable, _ path: String, _ codes: [String?]
  ) throws(TableProblem) -> String? {
    guard table.hasColumn("item") else { return "row \(row + 1)" }
    if let name = table.cell(row, "item") { return name }
    guard table.cell(row, "entry") == nil, codes.allSatisfy({ $0 == nil }) else {
      throw TableProblem(
        file: path, line: table.line(of: row),
        message: "the row has no 'item'; copy it from the sheet as it was drawn")
    }
    return nil
  }

  /// What one sheet lacks for precision.
  private static func warnings(
    _ table: NamedTable, _ path: String, _ columns: [String]
  ) -> [String] {
    guard table.hasColumn("entry") else {
      return ["\(path):1: there is no column 'entry', so its items are in no precision"]
    }
    var warnings: [String] = []
    let rows = 0..<table.rowCount
    let bare = rows.filter { table.cell($0, "entry") == nil && table.cell($0, "item") != nil }
    if let first = bare.first {
      warnings.append(
        "\(path):\(table.line(of: first)): \(bare.count) items without 'entry' are in no precision")
    }
    var counts: [String: (line: Int, count: Int)] = [:]
    for row in rows {
      for column in columns {
        guard let code = table.cell(row, column), !undecided.contains(code), truth(code) == nil
        else { continue }
        counts[code, default: (table.line(of: row), 0)].count += 1
      }
    }
    for (code, place) in counts.sorted(by: { ($0.value.line, $0.key) < ($1.value.line, $1.key) }) {
      warnings.append(
        "\(path):\(place.line): the code '\(code)' (\(place.count)×) is neither yes nor no and is in no precision; write yes, no, or ? for undecided"
      )
    }
    return warnings
  }

  /// What keeps items out of agreement, a line each.
  var agreementWarnings: [String] {
    guard coders.count > 1 else { return [] }
    let alone = items.filter { item in item.codes.count { $0 != nil } == 1 }
    guard let first = alone.first else { return [] }
    return [
      "\(alone.count) of \(items.count) items were coded by one coder alone (the first is \(first.name)) and are in no agreement"
    ]
  }
}
