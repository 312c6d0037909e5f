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

      With --learn-templates, the paths are read twice: the first time to learn what the articles \
      of each outlet have in common (menus, newsletter boxes, footers), the second time to drop it.
      """)

  @Argument(help: "Files and folders, or '-'.")
  var paths: [String]

  @Flag(help: "Say what was kept, what dropped, and why.")
  var explain = false

  @Flag(help: "Drop what many articles of an outlet have in common.")
  var learnTemplates = false

  @Option(help: "jsonl (default); with --explain: text (default) or html.")
  var format: String?

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if learnTemplates, paths.contains("-") {
      throw ValidationError(
        "--learn-templates reads twice, and standard input can be read once: give it a file")
    }
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
    let settings = shared.settings
    let reading = try reading.load()
    let templates =
      learnTemplates
      ? try TemplateTool(paths: paths, reading: reading, settings: settings).learn() : nil
    let isComplete =
      if explain {
        try ExplainTool(
          paths: paths, format: format.flatMap(ExplainTool.Format.init) ?? .text,
          templates: templates, reading: reading, settings: settings
        ).run(write: StandardOutput.write, onReject: { StandardError.line($0.message) })
      } else {
        try ParseTool(
          paths: paths, templates: templates, reading: reading, settings: settings
        ).run(
          write: StandardOutput.write, onReject: { StandardError.line($0.message) },
          onTemplates: { if !settings.isQuiet { StandardError.line("\($0)") } })
      }
    if !isComplete { throw ExitCode(1) }
  }
}
