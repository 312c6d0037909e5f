import Aggregate
public import Corpus
public import Ingest

/// `parlance shifts`: change points, bursts and trends of the series in any CSV file.
public struct ShiftsTool: Sendable {
  /// Which columns hold what. Without names, the columns of `series.csv` are looked for.
  public struct Columns: Sendable {
    public var time: String?
    public var value: String?
    public var denominator: String?

    public init(time: String? = nil, value: String? = nil, denominator: String? = nil) {
      self.time = time
      self.value = value
      self.denominator = denominator
    }
  }

  private let series: [ShiftSeries]

  /// Reads the series of a file: those that share measure, group and group_value, if it has such
  /// columns, else one.
  public init(path: String, columns: Columns) throws(TableProblem) {
    let table = try NamedTable(path: path)
    let isKnown = columns.time == nil && columns.value == nil
    let time = columns.time ?? "period"
    let value = columns.value ?? "documents_hit"
    let denominator = columns.denominator ?? (isKnown ? "documents" : nil)
    for name in [time, value] + (denominator.map { [$0] } ?? []) where !table.hasColumn(name) {
      throw TableProblem(
        file: path, line: 1,
        message: "there is no column '\(name)'; name the columns with --time and --value")
    }
    var order: [[String]] = []
    var byKey: [[String]: ShiftSeries] = [:]
    for row in 0..<table.rowCount {
      let key = ["measure", "group", "group_value"].map { table.cell(row, $0) ?? "" }
      if byKey[key] == nil {
        order.append(key)
        byKey[key] = ShiftSeries(
          measure: key[0].isEmpty ? value : key[0], group: Self.group(key), labels: [], values: [],
          denominators: denominator == nil ? nil : [])
      }
      let number = try Self.number(table, row, value, path)
      byKey[key]?.labels.append(table.cell(row, time) ?? "")
      byKey[key]?.values.append(number)
      if let denominator {
        byKey[key]?.denominators?.append(try Self.number(table, row, denominator, path))
      }
    }
    series = order.compactMap { byKey[$0] }
  }

  /// The shifts of the given kinds, by series.
  public func shifts(_ kinds: Set<ShiftRow.Kind>) -> [ShiftRow] {
    let finder = ShiftFinder(kinds: kinds)
    var findings = ShiftFindings()
    for one in series { findings.merge(finder.findings(in: one)) }
    return findings.table()
  }

  private static func group(_ key: [String]) -> GroupValue {
    key[1].isEmpty ? .all : GroupValue(group: key[1], value: key[2])
  }

  /// A gap is an empty cell, or what other tools write for one.
  private static func number(
    _ table: NamedTable, _ row: Int, _ column: String, _ path: String
  ) throws(TableProblem) -> Double? {
    guard let text = table.cell(row, column), !["NA", "NaN", "nan", ".", "null"].contains(text)
    else { return nil }
    guard let number = Double(text) else {
      throw TableProblem(
        file: path, line: table.line(of: row),
        message: "'\(text)' in column '\(column)' is not a number; leave gaps empty")
    }
    return number
  }
}
