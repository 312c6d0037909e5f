import ArgumentParser
import Pipeline

struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon", abstract: "Check lexicons and look entries up.",
    subcommands: [
      Check.self, Show.self, LexiconDiffCommand.self, LexiconSuggestCommand.self,
      LexiconAmbiguousCommand.self, ConvertCommand.self,
    ])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Read lexicons and say what is wrong in them, by file, line and column.",
      discussion: """
        With --study it also says what the documents of a study that has been run say against them: \
        terms that never match or never count, terms that make up most of an entry, names that are \
        common words, words that two entries claim, entries that are never mentioned apart.
        """)

    @Argument(help: "Lexicon files or folders.")
    var paths: [String] = ["lexicons"]

    @Option(help: ArgumentHelp("Try the lexicons on this study's documents.", valueName: "path"))
    var study: String?

    @OptionGroup var shared: SharedOptions

    func run() throws {
      let lexicons = try LexiconTool(paths: paths)
      for warning in lexicons.warnings { StandardError.line(warning) }
      guard let study else {
        for size in lexicons.sizes { print(size) }
        return
      }
      let (findings, unmentioned) = try LexiconCheckTool(
        study: Study.load(study), lexicons: lexicons, settings: shared.settings
      ).run()
      for finding in findings { try StandardOutput.write(Array("\(finding)\n".utf8)) }
      if !shared.quiet {
        StandardError.line(
          "\(findings.count) findings; \(unmentioned) entries are not mentioned in the documents")
      }
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
