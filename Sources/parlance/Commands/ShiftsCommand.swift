import ArgumentParser
import Corpus
import Pipeline

struct ShiftsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shifts",
    abstract: "Find change points, bursts and trends in the series of any CSV file.",
    discussion: """
      Knows the columns of series.csv; for other files name them with --time, --value and, for \
      counts, --denominator. Rows are taken in the order of time where their labels tell it, in \
      that of the file else; an empty cell is a gap. \
      'period' of a change is the label of the first row of the new segment. The columns printed \
      are those of shifts.csv.
      """)

  @Argument(help: "A CSV or TSV file with a header.")
  var series: String

  @Option(help: ArgumentHelp("The column that names the periods.", valueName: "column"))
  var time: String?

  @Option(help: ArgumentHelp("The column with the values or counts.", valueName: "column"))
  var value: String?

  @Option(help: ArgumentHelp("The column they are counted out of.", valueName: "column"))
  var denominator: String?

  @Option(help: "change, burst or trend (default: all three); may be given several times.")
  var kind: [ShiftKind] = []

  @Option(help: "csv or jsonl.", transform: { try choice($0) })
  var format = OutputFormat.csv

  func run() throws {
    let tool = try ShiftsTool(
      path: series,
      columns: ShiftsTool.Columns(time: time, value: value, denominator: denominator))
    let kinds = kind.isEmpty ? ShiftKind.allCases : kind
    let writer = RowWriter<ShiftRow>(format)
    for row in tool.shifts(Set(kinds.map(\.kind))) { try writer.write(row) }
    try writer.finish()
    if let unexamined = tool.unexamined { StandardError.line(unexamined) }
  }
}

enum ShiftKind: String, ExpressibleByArgument, CaseIterable {
  case change, burst, trend

  var kind: ShiftRow.Kind {
    switch self {
    case .change: .change
    case .burst: .burst
    case .trend: .trend
    }
  }
}
