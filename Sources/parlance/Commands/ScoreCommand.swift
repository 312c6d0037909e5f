import ArgumentParser
import Corpus
import Foundation
import Pipeline

struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Precision, recall and agreement from coding by hand.",
    discussion: """
      Takes sheets of 'parlance sample' with their column 'code' filled, one for each coder, or one \
      table with a column 'code_NAME' for each. With --gold, mentions are compared with a coding of \
      all that some documents hold; with --series too, the corrected series are printed instead. What \
      the figures leave out is told on standard error.
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

  @Option(
    help: ArgumentHelp(
      "The mentions to compare with it (default: mentions.csv of the study).", valueName: "file"))
  var mentions: String?

  @Option(
    help: ArgumentHelp(
      "The study of the mentions and series, or its folder (default: study.yaml, if it is there).",
      valueName: "path"))
  var study: String?

  @Option(
    help: ArgumentHelp(
      "Correct these series for the errors that the gold coding shows.", valueName: "file"))
  var series: String?

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  @Option(help: "csv or jsonl.", transform: { try choice($0) })
  var format = OutputFormat.csv

  func validate() throws {
    if sheets.isEmpty, gold == nil { throw ValidationError("name a filled sheet, or --gold") }
    if series != nil, gold == nil { throw ValidationError("--series needs --gold") }
  }

  func run() throws {
    let tool = ScoreTool(sheets: sheets, scale: scale, gold: try gold.map(comparison))
    if let series {
      try write(try tool.corrected(series: series, tell: tell))
    } else {
      try write(try tool.rows(tell: tell))
    }
  }

  private func write<Row: TableRow>(_ rows: [Row]) throws {
    let writer = RowWriter<Row>(format)
    for row in rows { try writer.write(row) }
    try writer.finish()
  }

  private func tell(_ line: String) {
    if !quiet { StandardError.line("parlance: \(line)") }
  }

  private func comparison(_ gold: String) throws -> ScoreTool.Gold {
    let isHere = FileManager.default.fileExists(atPath: "study.yaml")
    let study = try (study ?? (isHere ? "study.yaml" : nil)).map { try Study.load($0) }
    let out = study.map { $0.resolve($0.out) } ?? "out"
    return ScoreTool.Gold(path: gold, mentions: mentions ?? out + "/mentions.csv", study: study)
  }
}
