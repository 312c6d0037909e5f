import ArgumentParser
import Pipeline

struct LexiconDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what a change of lexicons does to a study.",
    discussion: """
      Tags the documents of a study that has been run with both, and tells by entry what is gained \
      and lost, with samples. The study stays as it is.
      """)

  @Argument(help: "The old lexicon file or folder.")
  var old: String

  @Argument(help: "The new lexicon file or folder (default: the study's lexicons).")
  var new: String?

  @Option(help: ArgumentHelp("The study file, or its folder.", valueName: "path"))
  var study = "study.yaml"

  @Option(help: ArgumentHelp("Mentions to show of each gain and loss.", valueName: "n"))
  var samples = 3

  @Option(help: ArgumentHelp("Characters of context on each side.", valueName: "n"))
  var width = 50

  @Option(help: "text, csv or jsonl.")
  var format = ConcordanceFormat.text

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if !(1...100).contains(samples) {
      throw ValidationError("--samples must be a number from 1 to 100")
    }
    if !(1...1000).contains(width) {
      throw ValidationError("--width must be a number from 1 to 1000")
    }
  }

  func run() throws {
    let result = try LexiconDiffTool(
      study: Study.load(study), old: [old], new: new.map { [$0] } ?? [], samples: samples,
      width: width, settings: shared.settings
    ).run()
    if format == .text {
      for row in result.rows { try StandardOutput.write(Array(text(row).utf8)) }
    } else {
      let writer = RowWriter<LexiconDiffRow>(format.rows)
      for row in result.rows { try writer.write(row) }
      try writer.finish()
    }
    if !shared.quiet { StandardError.line(closing(result)) }
  }

  private func text(_ row: LexiconDiffRow) -> String {
    var lines = [
      "\(row.entry): mentions \(row.mentionsBefore) → \(row.mentionsAfter) (+\(row.mentionsGained) −\(row.mentionsLost)), documents +\(row.documentsGained) −\(row.documentsLost), points +\(row.pointsGained) −\(row.pointsLost)"
    ]
    lines += row.samplesGained.map { "  + \($0.line)" }
    lines += row.samplesLost.map { "  − \($0.line)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private func closing(_ result: LexiconDiffTool.Result) -> String {
    let entries = "\(result.rows.count) entries change"
    guard let largest = result.largest else { return entries }
    let group =
      largest.group == "all" ? "" : ", \(largest.group) \(largest.groupValue)"
    return
      "\(entries); the largest change in a published series of ten documents or more: \(largest.measure)\(group), \(largest.period), from \(largest.hitBefore) to \(largest.hitAfter) of \(largest.documents) documents"
  }
}
