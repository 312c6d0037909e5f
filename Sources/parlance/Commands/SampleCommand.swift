import ArgumentParser
import Pipeline

struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Draw mentions for coding by hand.",
    discussion: """
      Writes a sheet with a mention in its context to a row and an empty column 'code'. Mentions \
      are drawn by entry and evenly over periods and outlets; the same seed draws the same. Fill \
      the column and give the sheet to 'parlance score'.
      """)

  @Argument(help: "The study file, or its folder.")
  var study = "study.yaml"

  @Option(help: ArgumentHelp("How many mentions.", valueName: "n"))
  var size = 300

  @Option(help: ArgumentHelp("Draws another sample.", valueName: "n"))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "Draw from these entries only, such as fund, theme/work-996 or fund[country=JP]; may be given several times.",
      valueName: "selector"))
  var entry: [String] = []

  @Flag(help: "Draw more from entries with more mentions, instead of the same number from each.")
  var proportional = false

  @Flag(help: "Leave out date, outlet, document and term, and mix the entries.")
  var blind = false

  @Option(help: ArgumentHelp("Characters of context on each side.", valueName: "n"))
  var width = 160

  @Option(help: "csv or jsonl.", transform: { try choice($0) })
  var format = OutputFormat.csv

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if !(1...1_000_000).contains(size) {
      throw ValidationError("--size must be a number from 1 to 1000000")
    }
    if !(1...1000).contains(width) {
      throw ValidationError("--width must be a number from 1 to 1000")
    }
  }

  func run() throws {
    let sheet = try SampleTool(
      study: Study.load(study),
      options: SampleTool.Options(
        size: size, seed: seed, entries: entry, isProportional: proportional, isBlind: blind,
        width: width), settings: shared.settings
    ).sheet()
    let writer = RowWriter<CodingRow>(format)
    for row in sheet.rows { try writer.write(row) }
    try writer.finish()
    if !shared.quiet {
      for line in sheet.coverage.lines(rows: sheet.rows.count) { StandardError.line(line) }
    }
  }
}
