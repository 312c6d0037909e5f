import ArgumentParser
import Corpus
import Pipeline

struct TagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag",
    abstract: "Print the mentions of lexicon entries in any articles.",
    discussion: """
      Takes files and folders of any format, or '-' for article JSON Lines on standard input: \
      objects with at least 'text', and optionally id, title, date, outlet, url and language. The \
      columns are those of mentions.csv.
      """)

  @Argument(help: "Files and folders, or '-' (default) for standard input.")
  var paths: [String] = ["-"]

  @Option(
    help: ArgumentHelp(
      "A lexicon file or folder; may be given several times (default: lexicons).",
      valueName: "path"))
  var lexicons: [String] = []

  @Option(help: "csv or jsonl.", transform: { try choice($0) })
  var format = OutputFormat.csv

  @Flag(help: "Print only what an article is about: what is salient in it.")
  var about = false

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let set = try LexiconTool(paths: lexicons.isEmpty ? ["lexicons"] : lexicons)
    if !shared.quiet { for warning in set.warnings { StandardError.line(warning) } }
    let isComplete = try TagTool(
      paths: paths, lexicons: set, format: format, onlyAbout: about, reading: try reading.load(),
      settings: shared.settings
    ).run(write: StandardOutput.write, onReject: { StandardError.line($0.message) })
    if !isComplete { throw ExitCode(1) }
  }
}
