import ArgumentParser
import Corpus
import Pipeline

struct LexiconAmbiguousCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ambiguous",
    abstract: "Tell what became of names and words that may mean other things.",
    discussion: """
      Looks at each place in the documents of a study where such a term stands, and counts by alias \
      how many were accepted, refused (and why) and left open, with samples.
      """)

  @Option(help: ArgumentHelp("The study file, or its folder.", valueName: "path"))
  var study = "study.yaml"

  @Option(help: "csv or jsonl.", transform: { try choice($0) })
  var format = OutputFormat.csv

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let rows = try AmbiguityTool.rows(of: Study.load(study), settings: shared.settings)
    let writer = RowWriter<AliasRow>(format)
    for row in rows { try writer.write(row) }
    try writer.finish()
  }
}
