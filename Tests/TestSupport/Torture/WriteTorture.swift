import Foundation

/// Writes that fail: the previous results must stay or the new ones be there, the message be one
/// line, and the next run go on.
public struct WriteTorture {
  private let study: TortureStudy
  /// The tables of the last run, when the archive had fewer files.
  private let previous: [String: [UInt8]]

  /// - Parameter study: is run anew: its results of before the last change are what must stay.
  public init(_ study: TortureStudy) throws {
    self.study = study
    let name = "archive/many.jsonl"
    let whole = try study.study.folder.text(name)
    try study.study.folder.write(name, String(whole.prefix(whole.utf8.count / 2)))
    try study.removeOut()
    _ = try Parlance.run(study.arguments)
    previous = study.study.outputs()
    try study.keepOut(as: "previous")
    try study.study.folder.write(name, whole)
  }

  /// The library that makes writes fail; `nil` where there is none.
  private static var library: String? {
    let path = PackagePaths.products + "/libWriteFailure.so"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  /// The Nth of the writes of a run fails, or all from the Nth on.
  ///
  /// - Parameter attempts: for how many N, from the first to the last write.
  public func run(attempts: Int, stays: Bool) throws -> TortureReport {
    var report = TortureReport(
      stays ? "the disk is full from the Nth write on" : "the Nth write fails")
    guard let library = Self.library else {
      report.failures = ["libWriteFailure.so has not been built"]
      return report
    }
    let count = study.study.folder.path + "/writes"
    try study.restoreOut(from: "previous")
    _ = try Parlance.run(
      study.arguments, environment: ["LD_PRELOAD": library, "WRITE_FAILURE_COUNT": count])
    let writes = Int(try study.study.folder.text("writes").dropLast()) ?? 0
    // The first writes differ most from one another: half of the attempts are at them.
    let step = max(1, (writes - attempts / 2) / max(1, attempts - attempts / 2))
    let numbers =
      Array(1...attempts / 2) + stride(from: attempts / 2 + 1, through: writes, by: step)
    for number in numbers {
      var environment = ["LD_PRELOAD": library, "WRITE_FAILURE_AT": "\(number)"]
      if stays { environment["WRITE_FAILURE_STAYS"] = "1" }
      try study.restoreOut(from: "previous")
      let outcome = try Parlance.run(study.arguments, environment: environment)
      try judge(outcome, "write \(number) of \(writes)", in: &report)
    }
    return report
  }

  /// No file may grow beyond some size, as `ulimit -f` has it.
  public func run(fileLimits: [Int]) throws -> TortureReport {
    var report = TortureReport("no file may grow beyond a limit")
    for limit in fileLimits {
      try study.restoreOut(from: "previous")
      let outcome = try Parlance.run(
        ["-c", "ulimit -f \(limit); exec \"$0\" \"$@\"", Parlance.path] + study.arguments,
        executable: "/bin/sh")
      try judge(outcome, "limit of \(limit) blocks", in: &report)
    }
    return report
  }

  private func judge(
    _ outcome: Parlance.Outcome, _ what: String, in report: inout TortureReport
  ) throws {
    let tables = study.study.outputs()
    let isNew = SmallStudy.differences(tables, study.expected).isEmpty
    let isOld = SmallStudy.differences(tables, previous).isEmpty
    var problem: String?
    if outcome.wasKilled || outcome.status > 1 {
      problem = "ends with \(outcome.status): \(outcome.messages)"
    } else if outcome.status == 0, !isNew {
      problem = "ends well with other tables"
    } else if outcome.status == 1, outcome.lines.count != 1 {
      problem = "says \(outcome.lines.count) lines: \(outcome.messages)"
    } else if !isNew, !isOld {
      problem = "the previous results are not what they were"
    }
    problem = try problem ?? study.finish()
    report.count(
      outcome.status == 0 ? "finished" : "failed with one line, previous results intact",
      failure: problem.map { "\(what): \($0)" })
  }
}
