import ArgumentParser
import Pipeline

struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Print articles as JSON Lines: what the parser sees.",
    discussion: """
      Takes files and folders of any format that an archive may hold; '-' is standard input. One \
      object for each article, in the order of the paths. What became no article is told on \
      standard error. Exit status 1 when a file could not be read.

      With --explain, it says instead which blocks of each page were kept and which dropped and \
      why, and what the parts of the page say of title, authors and dates.
      """)

  @Argument(help: "Files and folders, or '-'.")
  var paths: [String]

  @Flag(help: "Say what was kept, what dropped, and why.")
  var explain = false

  @Option(help: "jsonl (default); with --explain: text (default) or html.")
  var format: String?

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard let format else { return }
    if explain {
      guard ExplainTool.Format(rawValue: format) != nil else {
        throw ValidationError("the format '\(format)' of --explain is neither text nor html")
      }
    } else if format != "jsonl" {
      throw ValidationError(
        "the format '\(format)' is not jsonl; text and html are formats of --explain")
    }
  }

  func run() throws {
    let isComplete =
      if explain {
        try ExplainTool(
          paths: paths, format: format.flatMap(ExplainTool.Format.init) ?? .text,
          settings: shared.settings
        ).run(write: StandardOutput.write, onReject: { StandardError.line($0.message) })
      } else {
        try ParseTool(paths: paths, settings: shared.settings).run(
          write: StandardOutput.write, onReject: { StandardError.line($0.message) })
      }
    if !isComplete { throw ExitCode(1) }
  }
}
