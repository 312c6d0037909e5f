import ArgumentParser
import Foundation
import Pipeline

/// The main job, and the stages it consists of.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a study: archive in, tables out.",
    discussion: """
      Reads the archive that the study names, tags it with the study's lexicons and writes \
      documents.csv, rejects.csv, mentions.csv, series.csv, shifts.csv, cooccurrence.csv, \
      keyness.csv, collocates.csv, examples.csv, comparisons.csv and resonance.csv with their codebook (datapackage.json) to the study's 'out' folder. A run that \
      was stopped goes on where it stopped; a run after an edit does only what the edit changed.
      """)

  @OptionGroup var study: StudyOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var shared: SharedOptions

  func run() throws { try runStudy(study, report, shared, upTo: .aggregate) }
}

struct IngestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest", abstract: "Read a study's archive into its store.")

  @OptionGroup var study: StudyOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var shared: SharedOptions

  func run() throws { try runStudy(study, report, shared, upTo: .ingest) }
}

struct NormalizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "normalize",
    abstract: "Ingest, then find copies; writes documents.csv and rejects.csv.")

  @OptionGroup var study: StudyOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var shared: SharedOptions

  func run() throws { try runStudy(study, report, shared, upTo: .normalize) }
}

struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "Normalize, then tag; writes mentions.csv too.")

  @OptionGroup var study: StudyOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var shared: SharedOptions

  func run() throws { try runStudy(study, report, shared, upTo: .extract) }
}

struct AggregateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "aggregate", abstract: "All stages, as run does.")

  @OptionGroup var study: StudyOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var shared: SharedOptions

  func run() throws { try runStudy(study, report, shared, upTo: .aggregate) }
}

private func runStudy(
  _ options: StudyOptions, _ report: ReportOptions, _ shared: SharedOptions,
  upTo stage: RunStage
) throws {
  var settings = shared.settings
  settings.rebuilds = options.rebuild
  settings.limits = options.limits.limits
  settings.executable = Bundle.main.executablePath
  settings.progress = report.progress
  if let level = report.logLevel { settings.logLevel = level }
  let progress = Progress(settings)
  let summary: RunSummary
  do {
    summary = try Run(try options.load(), settings: settings).run(upTo: stage, telling: progress)
  } catch {
    let status = ExitStatus(of: error)
    progress.fail(status.message)
    throw ExitCode(status.code)
  }
  progress.finish(summary)
  if !summary.isWithinRejectLimit { throw ExitCode(3) }
}
