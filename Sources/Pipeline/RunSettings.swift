public import Corpus
import Foundation
public import Logging

/// How a run is to be done: what the command line settled, apart from the study itself.
public struct RunSettings: Sendable {
  /// Worker threads.
  public var jobs: Int
  /// No article is dated later than the day after.
  public var today: CalendarDate
  /// No word of progress.
  public var isQuiet: Bool
  public var progress: ProgressStyle
  /// What happens on the way is told from this level on.
  public var logLevel: Logger.Level
  /// Tell every reject, not only the first ones.
  public var isVerbose: Bool
  /// Throw away the study's store first, and read the archive again.
  public var rebuilds = false
  /// What reading one record may take.
  public var limits: RecordLimits
  /// The `parlance` command, if this is it: it can try suspect records in processes of its own, and
  /// start again after a crash. Without it a record that crashes the parser ends the program.
  public var executable: String?

  public init(
    jobs: Int? = nil, today: CalendarDate = .today, isQuiet: Bool = false,
    progress: ProgressStyle = .text, logLevel: Logger.Level? = nil, isVerbose: Bool = false,
    limits: RecordLimits = RecordLimits(), executable: String? = nil
  ) {
    self.jobs = max(1, jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    self.today = today
    self.isQuiet = isQuiet
    self.progress = progress
    self.logLevel = logLevel ?? (isQuiet ? .error : .notice)
    self.isVerbose = isVerbose
    self.limits = limits
    self.executable = executable
  }
}

extension CalendarDate {
  /// Today, in Coordinated Universal Time.
  public static var today: CalendarDate {
    CalendarDate(dayNumber: Int((Date().timeIntervalSince1970 / 86_400).rounded(.down)))
  }
}

/// How a run tells its progress.
public enum ProgressStyle: String, Sendable, CaseIterable {
  /// A bar on a terminal, plain lines elsewhere.
  case text
  /// A line of JSON for each event.
  case json
}

/// The stages of a run, in order.
public enum RunStage: Int, Sendable, Comparable, CaseIterable {
  case ingest, normalize, extract, aggregate
  public static func < (a: RunStage, b: RunStage) -> Bool { a.rawValue < b.rawValue }
}

/// A run that cannot go on, in one line that says what, where and how to mend it.
public struct RunError: Error, Sendable, CustomStringConvertible {
  public var description: String
  /// The study is wrong, rather than the machine or the data.
  public var isStudyError: Bool

  public init(_ description: String, isStudyError: Bool = true) {
    self.description = description
    self.isStudyError = isStudyError
  }
}
