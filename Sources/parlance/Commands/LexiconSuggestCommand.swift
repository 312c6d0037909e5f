import ArgumentParser
import Pipeline

struct LexiconSuggestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "List what might be added to an entry.",
    discussion: """
      Looks in a study that has been run for words that go with an entry, for words spelled almost \
      like its terms, and for other entries in the same documents, with counts and a sample of each. \
      What the entry finds already is left out. 'expected_precision' is the share of a candidate's \
      documents that mention the entry already: a guess, as company need not be meaning.
      """)

  @Argument(help: "lexicon/entry, such as theme/work-996.")
  var entry: String

  @Option(help: ArgumentHelp("The study file, or its folder.", valueName: "path"))
  var study = "study.yaml"

  @Option(help: ArgumentHelp("Candidates of each kind.", valueName: "n"))
  var limit = 20

  @Option(help: "csv or jsonl.", transform: { try choice($0) })
  var format = OutputFormat.csv

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if !(1...10_000).contains(limit) {
      throw ValidationError("--limit must be a number from 1 to 10000")
    }
  }

  func run() throws {
    let found = try LexiconSuggestTool(
      study: Study.load(study), entry: entry, limit: limit, settings: shared.settings
    ).suggestions()
    let writer = RowWriter<SuggestionRow>(format)
    for row in found.rows { try writer.write(row) }
    try writer.finish()
    if found.documentsWithEntry == 0 {
      StandardError.line("\(entry) is not mentioned in the documents")
    }
  }
}
