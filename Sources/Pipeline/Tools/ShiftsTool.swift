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
    var rows: [[String]: [Int]] = [:]
    for row in 0..<table.rowCount {
      let key = ["measure", "group", "group_value"].map { table.cell(row, $0) ?? "" }
      if rows[key] == nil { order.append(key) }
      rows[key, default: []].append(row)
    }
    var series: [ShiftSeries] = []
    for key in order {
      var one = ShiftSeries(
        measure: key[0].isEmpty ? value : key[0], group: Self.group(key), labels: [], values: [],
        denominators: denominator == nil ? nil : [])
      for row in try Self.inTime(rows[key] ?? [], of: table, time: time, path) {
        one.labels.append(table.cell(row, time) ?? "")
        one.values.append(try Self.number(table, row, value, path))
        if let denominator {
          one.denominators?.append(try Self.number(table, row, denominator, path))
        }
      }
      series.append(one)
    }
    self.series = series
  }

  /// The rows of one series in the order of time, if their labels tell it, and of the file else.
  private static func inTime(
    _ rows: [Int], of table: NamedTable, time: String, _ path: String
  ) throws(TableProblem) -> [Int] {
    guard let keys = TimeOrder.keys(rows.map { table.cell($0, time) ?? "" }) else { return rows }
    let sorted = rows.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    for (one, next) in zip(sorted, sorted.dropFirst()) where keys[one] == keys[next] {
      let label = table.cell(rows[next], time) ?? ""
      throw TableProblem(
        file: path, line: table.line(of: rows[next]),
        message: "the period '\(label)' stands twice in one series; tell series apart by columns "
          + "measure, group and group_value, or add the rows up")
    }
    return sorted.map { rows[$0] }
  }

  /// The shifts of the given kinds, by series.
  public func shifts(_ kinds: Set<ShiftRow.Kind>) -> [ShiftRow] {
    let finder = ShiftFinder(kinds: kinds)
    var findings = ShiftFindings()
    for one in series { findings.merge(finder.findings(in: one)) }
    return findings.table()
  }

  /// What to say of series that hold too little to be tested; `nil` if there are none.
  public var unexamined: String? {
    let finder = ShiftFinder()
    let few = series.count { !finder.examines($0) }
    guard few > 0 || series.isEmpty else { return nil }
    return "not examined: \(few) of \(series.count) series, for want of "
      + "\(finder.minimumPeriods) periods with a value or of \(Int(finder.minimumHits)) hits"
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
