import ArgumentParser
import Pipeline

struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon", abstract: "Check lexicons and look entries up.",
    subcommands: [Check.self, Show.self, LexiconDiffCommand.self, LexiconSuggestCommand.self])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Read lexicons and say what is wrong in them, by file, line and column.")

    @Argument(help: "Lexicon files or folders.")
    var paths: [String] = ["lexicons"]

    func run() throws {
      let lexicons = try LexiconTool(paths: paths)
      for warning in lexicons.warnings { StandardError.line(warning) }
      for size in lexicons.sizes { print(size) }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print an entry: its label, attributes, branch and terms.")

    @Argument(help: "lexicon/entry, such as fund/sequoia; a lexicon alone lists its entries.")
    var entry: String

    @Option(
      help: ArgumentHelp(
        "A lexicon file or folder; may be given several times (default: lexicons).",
        valueName: "path"))
    var lexicons: [String] = []

    func run() throws {
      let set = try LexiconTool(paths: lexicons.isEmpty ? ["lexicons"] : lexicons)
      print(try set.description(of: entry), terminator: "")
    }
  }
}
