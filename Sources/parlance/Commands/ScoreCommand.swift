import ArgumentParser
import Pipeline

struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Precision, recall and agreement from coding by hand.",
    discussion: """
      Takes sheets of 'parlance sample' with their column 'code' filled, one for each coder, or one \
      table with a column 'code_NAME' for each. With --gold, mentions are compared with a coding of \
      all that some documents hold; with --series too, the corrected series are printed instead.
      """)

  @Argument(help: "Filled sheets.")
  var sheets: [String] = []

  @Option(
    help: "Level of measurement of the codes, for alpha: nominal, ordinal, interval or ratio.",
    transform: { try choice($0) })
  var scale = CodeScale.nominal

  @Option(
    help: ArgumentHelp(
      "A coding with document_id and entry, and perhaps field, start and end.", valueName: "file"))
  var gold: String?

  @Option(help: ArgumentHelp("The mentions to compare with it.", valueName: "file"))
  var mentions = "out/mentions.csv"

  @Option(
    help: ArgumentHelp(
      "Correct these series for the errors that the gold coding shows.", valueName: "file"))
  var series: String?

  @Option(help: "csv or jsonl.", transform: { try choice($0) })
  var format = OutputFormat.csv

  func validate() throws {
    if sheets.isEmpty, gold == nil { throw ValidationError("name a filled sheet, or --gold") }
    if series != nil, gold == nil { throw ValidationError("--series needs --gold") }
  }

  func run() throws {
    let tool = ScoreTool(sheets: sheets, scale: scale, gold: gold.map { ($0, mentions) })
    if let series {
      let writer = RowWriter<CorrectedRow>(format)
      for row in try tool.corrected(series: series) { try writer.write(row) }
      try writer.finish()
    } else {
      let writer = RowWriter<ScoreRow>(format)
      for row in try tool.rows() { try writer.write(row) }
      try writer.finish()
    }
  }
}
