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
      """)

  @Argument(help: "Files and folders, or '-'.")
  var paths: [String]

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let isComplete = try ParseTool(paths: paths, settings: shared.settings).run(
      write: StandardOutput.write, onReject: { StandardError.line($0.message) })
    if !isComplete { throw ExitCode(1) }
  }
}
