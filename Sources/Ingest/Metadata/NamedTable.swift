/// Any table with a header, read whole: for what is counted, not for articles.
public struct NamedTable: Sendable {
  /// The names of the columns as they are written, in their order.
  public let columnNames: [String]
  /// The names in lower case, without spaces and signs.
  private let columns: Set<String>
  private let lines: [TableFile.Row]

  /// Reads the CSV or TSV file at `path`.
  public init(path: String) throws(TableProblem) {
    let file = try TableFile(location: path, name: path)
    if let problem = file.problems.first { throw problem }
    columnNames = file.header
    columns = Set(file.columns)
    lines = file.rows
  }

  public var rowCount: Int { lines.count }

  public func hasColumn(_ name: String) -> Bool { columns.contains(FieldName.folded(name)) }

  /// The cell of a row, or `nil` if it is empty or there is no such column.
  public func cell(_ row: Int, _ column: String) -> String? {
    lines[row].cells[FieldName.folded(column)]
  }

  /// The line of the file on which a row begins, from 1.
  public func line(of row: Int) -> Int { lines[row].line }
}
