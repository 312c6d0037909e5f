import ArgumentParser
import Corpus
import Pipeline

struct ConcordanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "concordance",
    abstract: "Show a query's matches in context.",
    discussion: """
      The query is a term of the lexicon language, such as 'exploding term sheet*', \
      'cop* NEAR/5 product*' or '/\\b9[-– ]?9[-– ]?6\\b/'. It is looked for in the documents of a \
      study that has been run; no page is parsed again.
      """)

  @Argument(help: "A term of the lexicon language.")
  var query: String

  @Option(help: ArgumentHelp("The study file, or its folder.", valueName: "path"))
  var study = "study.yaml"

  @Option(help: ArgumentHelp("Characters of context on each side.", valueName: "n"))
  var width = 60

  @Option(help: "text (aligned lines), csv or jsonl.")
  var format = ConcordanceFormat.text

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if !(1...1000).contains(width) {
      throw ValidationError("--width must be a number from 1 to 1000")
    }
  }

  func run() throws {
    let tool = try ConcordanceTool(
      study: Study.load(study), query: query, width: width, settings: shared.settings)
    var count = 0
    let writer = RowWriter<ConcordanceRow>(format.rows)
    try tool.run { row in
      count += 1
      if format == .text {
        try StandardOutput.write(Array(line(row).utf8))
      } else {
        try writer.write(row)
      }
    }
    if format != .text { try writer.finish() }
    if !shared.quiet { StandardError.line("\(count) matches") }
  }

  private func line(_ row: ConcordanceRow) -> String {
    let pad = String(repeating: " ", count: max(0, width - row.left.unicodeScalars.count))
    return "\(pad)\(row.line)\n"
  }
}

enum ConcordanceFormat: String, ExpressibleByArgument, CaseIterable {
  case text, csv, jsonl
  var rows: OutputFormat { self == .jsonl ? .jsonl : .csv }
}
