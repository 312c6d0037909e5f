import Ingest

/// Coding sheets that have been filled: what each coder says of each item.
struct CodedSheets {
  struct Item {
    var name: String
    /// `nil` in data that are no sheet of Parlance's.
    var entry: String?
    var weight: Double
    /// By coder; `nil` where the coder has not decided.
    var codes: [String?]

    /// What most coders say; `nil` when as many say yes as no, or nobody either.
    func isCorrect() -> Bool? {
      let said = codes.compactMap { $0.flatMap(CodedSheets.truth) }
      let yes = said.count { $0 }
      return yes * 2 == said.count ? nil : yes * 2 > said.count
    }
  }

  private(set) var coders: [String] = []
  private(set) var items: [Item] = []

  /// Reads sheets with a column `code`, a coder to each, or with columns `code_NAME`.
  init(paths: [String]) throws(TableProblem) {
    let tables = try paths.map { path throws(TableProblem) in
      (path, table: try NamedTable(path: path))
    }
    var places: [String: Int] = [:]
    for (path, table) in tables {
      let columns = try Self.codeColumns(of: table, path)
      let first = coders.count
      coders += columns.map { $0 == "code" ? path : String($0.dropFirst("code_".count)) }
      for row in 0..<table.rowCount {
        let name = table.cell(row, "item") ?? "row \(row + 1)"
        if places[name] == nil {
          places[name] = items.count
          items.append(
            Item(
              name: name, entry: table.cell(row, "entry"),
              weight: table.cell(row, "weight").flatMap(Double.init) ?? 1, codes: []))
        }
        guard let place = places[name], items[place].codes.count <= first else {
          throw TableProblem(
            file: path, line: table.line(of: row), message: "the item '\(name)' is there twice")
        }
        items[place].codes += Array(repeating: nil, count: first - items[place].codes.count)
        items[place].codes += columns.map { column in
          table.cell(row, column).flatMap { Self.undecided.contains($0) ? nil : $0 }
        }
      }
    }
    for place in items.indices {
      items[place].codes += Array(repeating: nil, count: coders.count - items[place].codes.count)
    }
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
