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

  @Option(
    help: ArgumentHelp("Characters of context on each side (default: 60).", valueName: "n"))
  var width: Int?

  @Option(
    help: ArgumentHelp(
      "Order of the lines: document (default), date, left or right (the words before or behind).",
      valueName: "order"),
    transform: { try choice($0) })
  var sort: ConcordanceOrder?

  @Option(help: ArgumentHelp("Show only so many lines, drawn by chance.", valueName: "n"))
  var sample: Int?

  @Option(help: ArgumentHelp("Draws another sample.", valueName: "n"))
  var seed: UInt64 = 1

  @Flag(help: "Print the words near the matches instead, as CSV.")
  var collocates = false

  @Option(
    help: ArgumentHelp(
      "Words on each side that are near, for --collocates (default: 5).", valueName: "n"))
  var window: Int?

  @Option(help: "text (aligned lines), csv or jsonl.")
  var format = ConcordanceFormat.text

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if let width, !(1...1000).contains(width) {
      throw ValidationError("--width must be a number from 1 to 1000")
    }
    if let window, !(1...25).contains(window) {
      throw ValidationError("--window must be a number from 1 to 25")
    }
    if let sample, sample < 1 { throw ValidationError("--sample must be a number from 1 on") }
    if collocates, sort != nil || sample != nil || width != nil {
      throw ValidationError(
        "--collocates counts the words near all matches: --sort, --sample and --width are for lines"
      )
    }
    if !collocates, window != nil { throw ValidationError("--window is for --collocates") }
  }

  private static let defaultWidth = 60
  private static let defaultWindow = 5

  /// Collocates that stand near fewer matches say little.
  private static let fewestNear = 2

  func run() throws {
    if collocates { return try printCollocates() }
    let width = width ?? Self.defaultWidth
    let tool = try ConcordanceTool(
      study: Study.load(study), query: query, width: width, settings: shared.settings)
    var (shown, matches) = (0, 0)
    let writer = RowWriter<ConcordanceRow>(format.rows)
    func show(_ row: ConcordanceRow) throws {
      shown += 1
      if format == .text {
        try StandardOutput.write(Array(line(row, width: width).utf8))
      } else {
        try writer.write(row)
      }
    }
    if sort ?? .document == .document, sample == nil {
      try tool.run(show)
      matches = shown
    } else {
      let lines = try tool.rows(sort ?? .document, sample: sample, seed: seed)
      for row in lines.rows { try show(row) }
      matches = lines.matches
    }
    if format != .text { try writer.finish() }
    guard !shared.quiet else { return }
    StandardError.line(shown < matches ? "\(shown) of \(matches) matches" : "\(matches) matches")
  }

  private func printCollocates() throws {
    let window = window ?? Self.defaultWindow
    let found = try CollocatesTool(
      study: Study.load(study), query: query, window: window, settings: shared.settings
    ).collocates(minimum: Self.fewestNear)
    let writer = RowWriter<NearWordRow>(format.rows)
    for row in found.rows { try writer.write(row) }
    try writer.finish()
    guard !shared.quiet else { return }
    StandardError.line(
      "\(found.matches) matches; \(found.near) of \(found.words) words stand near them")
    if found.rows.isEmpty, found.matches > 0 {
      StandardError.line(
        "no word stands \(Self.fewestNear) times near them and more often than elsewhere")
    }
  }

  private func line(_ row: ConcordanceRow, width: Int) -> String {
    let pad = String(repeating: " ", count: max(0, width - row.left.unicodeScalars.count))
    return "\(pad)\(row.line)\n"
  }
}

enum ConcordanceFormat: String, ExpressibleByArgument, CaseIterable {
  case text, csv, jsonl
  var rows: OutputFormat { self == .jsonl ? .jsonl : .csv }
}
