import ArgumentParser
import Pipeline

/// What `parlance run` calls itself with, to try records that may have ended it.
struct TryRecordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "try-records", abstract: "Read some records, to see whether they end the program.",
    shouldDisplay: false)

  @Argument(help: "The study file.")
  var study: String

  @Argument(help: "The numbers of the records in their file, from 0.")
  var numbers: [Int]

  @Option(help: "The file of the archive.")
  var file: String

  @OptionGroup var limits: LimitOptions

  func run() throws {
    try TrialTool(
      study: Study.load(study), file: file, numbers: numbers,
      settings: RunSettings(isQuiet: true, limits: limits.limits)
    ).run()
  }
}
