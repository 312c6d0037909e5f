import ArgumentParser
import Foundation
import Logging
import Pipeline

/// Flags that every command takes.
struct SharedOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Worker threads (default: one for each core).", valueName: "n"))
  var jobs: Int?

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Tell every rejected record, not only the first ones.")
  var verbose = false

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs must be a number from 1 to 256")
    }
  }

  var settings: RunSettings { RunSettings(jobs: jobs, isQuiet: quiet, isVerbose: verbose) }
}

/// What reading one record may take.
struct LimitOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A record that takes longer is left out, as a reject (default: 60).", valueName: "seconds"))
  var recordTimeout: Int?

  @Option(
    help: ArgumentHelp(
      "A record that takes the program above so much memory is left out (default: 2048).",
      valueName: "MB"))
  var memoryLimit: Int?

  func validate() throws {
    if let recordTimeout, !(1...86_400).contains(recordTimeout) {
      throw ValidationError("--record-timeout must be a number of seconds from 1 to 86400")
    }
    if let memoryLimit, !(64...1_048_576).contains(memoryLimit) {
      throw ValidationError("--memory-limit must be a number of megabytes from 64 to 1048576")
    }
  }

  var limits: RecordLimits { RecordLimits(seconds: recordTimeout, megabytes: memoryLimit) }
}

/// How a run tells what it does.
struct ReportOptions: ParsableArguments {
  @Option(
    help: "text: a bar on a terminal, plain lines elsewhere; json: a line for each event.",
    transform: { try choice($0) })
  var progress = ProgressStyle.text

  @Option(
    help: ArgumentHelp(
      "Tell what happens from this level on: \(levels) (default: notice; with --quiet: error).",
      valueName: "level"), transform: { try choice($0) })
  var logLevel: Logger.Level?

  private static var levels: String {
    Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
  }
}

/// How a command without a study of its own reads articles.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Read as this study's archive is read: its 'fields' and 'limits'.", valueName: "path"))
  var study: String?

  @Option(
    help: ArgumentHelp(
      "Set a limit, such as record_bytes=64MB; may be given several times. The limits are \(names).",
      valueName: "name=value"),
    transform: { try TypedLimit($0) })
  var limit: [TypedLimit] = []

  private static var names: String {
    LimitName.allCases.map(\.rawValue).joined(separator: ", ")
  }

  func load() throws -> ReadingSettings {
    var reading = try study.map { ReadingSettings(try Study.load($0)) } ?? ReadingSettings()
    for limit in limit { reading.apply(limit) }
    return reading
  }
}

/// The study of a command, with the flags that beat its file.
struct StudyOptions: ParsableArguments {
  @Argument(help: "The study file, or its folder.")
  var study = "study.yaml"

  @Option(help: ArgumentHelp("Write here instead of the study's 'out'.", valueName: "folder"))
  var out: String?

  @Option(
    help: ArgumentHelp(
      "Use this lexicon file or folder instead of the study's; may be given several times.",
      valueName: "path"))
  var lexicons: [String] = []

  @Flag(help: "Throw away the study's store, damaged or not, and read the archive again.")
  var rebuild = false

  @OptionGroup var limits: LimitOptions

  func load() throws -> Study {
    var study = try Study.load(study)
    // What is typed is relative to where it is typed, not to the study.
    if let out { study.out = absolute(out) }
    if !lexicons.isEmpty { study.lexicons = lexicons.map(absolute) }
    return study
  }

  private func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }
}

/// Standard output, written in large pieces.
enum StandardOutput {
  /// Results that cannot be handed over: the disk behind a redirection is full.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  static func write(_ bytes: [UInt8]) throws(Failure) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(bytes))
    } catch {
      throw Failure(
        description: "parlance: standard output cannot be written: \(error.localizedDescription)")
    }
  }
}

/// Standard error, a line at a time.
enum StandardError {
  static func line(_ text: String) {
    // Where not even messages can be written, there is nobody to tell.
    try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
  }
}

/// The value that a flag names.
func choice<Value: RawRepresentable & CaseIterable>(
  _ name: String, _: Value.Type = Value.self
) throws -> Value where Value.RawValue == String {
  guard let value = Value(rawValue: name) else {
    let known = Value.allCases.map { $0.rawValue }.joined(separator: ", ")
    throw ValidationError("'\(name)' is none of \(known)")
  }
  return value
}
