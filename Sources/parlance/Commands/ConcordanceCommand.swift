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

  @Option(
    help: "Order of the lines: document, date, left or right (the words before or behind).",
    transform: { try choice($0) })
  var sort = ConcordanceOrder.document

  @Option(help: ArgumentHelp("Show only so many lines, drawn by chance.", valueName: "n"))
  var sample: Int?

  @Option(help: ArgumentHelp("Draws another sample.", valueName: "n"))
  var seed: UInt64 = 1

  @Flag(help: "Print the words near the matches instead, as CSV.")
  var collocates = false

  @Option(help: ArgumentHelp("Words on each side that are near, for --collocates.", valueName: "n"))
  var window = 5

  @Option(help: "text (aligned lines), csv or jsonl.")
  var format = ConcordanceFormat.text

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if !(1...1000).contains(width) {
      throw ValidationError("--width must be a number from 1 to 1000")
    }
    if !(1...25).contains(window) {
      throw ValidationError("--window must be a number from 1 to 25")
    }
    if let sample, sample < 1 { throw ValidationError("--sample must be a number from 1 on") }
  }

  /// Collocates that stand near fewer matches say little.
  private static let fewestNear = 2

  func run() throws {
    if collocates { return try printCollocates() }
    let tool = try ConcordanceTool(
      study: Study.load(study), query: query, width: width, settings: shared.settings)
    var count = 0
    let writer = RowWriter<ConcordanceRow>(format.rows)
    func show(_ row: ConcordanceRow) throws {
      count += 1
      if format == .text {
        try StandardOutput.write(Array(line(row).utf8))
      } else {
        try writer.write(row)
      }
    }
    if sort == .document, sample == nil {
      try tool.run(show)
    } else {
      for row in try tool.rows(sort, sample: sample, seed: seed) { try show(row) }
    }
    if format != .text { try writer.finish() }
    if !shared.quiet { StandardError.line("\(count) matches") }
  }

  private func printCollocates() throws {
    let rows = try CollocatesTool(
      study: Study.load(study), query: query, window: window, settings: shared.settings
    ).rows(minimum: Self.fewestNear)
    let writer = RowWriter<NearWordRow>(format.rows)
    for row in rows { try writer.write(row) }
    try writer.finish()
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
