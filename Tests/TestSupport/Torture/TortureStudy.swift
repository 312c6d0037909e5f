import Foundation
import GRDB

/// A study that takes a second or two, so that there is time to disturb it, with what its tables must
/// come to.
public struct TortureStudy: Sendable {
  public let study: SmallStudy
  /// The tables of an undisturbed run.
  public let expected: [String: [UInt8]]
  /// How long that took, in seconds.
  public let duration: Double

  struct Problem: Error, CustomStringConvertible {
    let description: String
  }

  /// - Parameters:
  ///   - pages: files of one article each.
  ///   - records: articles in one file, which take several transactions.
  public init(pages: Int, records: Int) throws {
    study = try SmallStudy(pages: pages)
    try study.writeRecords(records)
    let began = Date()
    let outcome = try Parlance.run("run", study.file, "--quiet")
    duration = Date().timeIntervalSince(began)
    expected = study.outputs()
    guard outcome.status == 0, expected.count == SmallStudy.outputs.count else {
      throw Problem(description: "the undisturbed run fails: \(outcome)")
    }
  }

  public var arguments: [String] { ["run", study.file, "--quiet"] }
  public var out: String { study.folder.path + "/out" }

  /// Runs the study to its end, and says what is wrong with what it leaves.
  func finish(_ more: String...) throws -> String? {
    let outcome = try Parlance.run(arguments + more)
    guard outcome.status == 0, outcome.messages.isEmpty else {
      return "the next run ends with \(outcome.status): \(outcome.messages)"
    }
    let wrong = SmallStudy.differences(expected, study.outputs())
    guard wrong.isEmpty else { return "other tables: \(wrong.joined(separator: ", "))" }
    return try integrityProblem()
  }

  /// What SQLite finds wrong with the store.
  private func integrityProblem() throws -> String? {
    var configuration = Configuration()
    configuration.readonly = true
    let found = try DatabaseQueue(path: out + "/study.sqlite", configuration: configuration)
      .read { db in
        try String.fetchOne(db, sql: "PRAGMA integrity_check") ?? "no answer"
      }
    return found == "ok" ? nil : "the store: \(found)"
  }

  /// Starts the study and ends it after `seconds` as `kill -9` does.
  func kill(after seconds: Double) throws {
    let process = try Parlance.start(arguments)
    usleep(UInt32(seconds * 1_000_000))
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  func removeOut() throws {
    if FileManager.default.fileExists(atPath: out) { try study.folder.remove("out") }
  }

  /// Keeps the output folder under another name, and puts it back.
  func keepOut(as name: String) throws {
    try FileManager.default.copyItem(atPath: out, toPath: "\(study.folder.path)/\(name)")
  }

  func restoreOut(from name: String) throws {
    try removeOut()
    try FileManager.default.copyItem(atPath: "\(study.folder.path)/\(name)", toPath: out)
  }
}

extension SmallStudy {
  /// Which tables differ, or are missing on either side.
  public static func differences(_ a: [String: [UInt8]], _ b: [String: [UInt8]]) -> [String] {
    outputs.filter { a[$0] != b[$0] }
  }

  /// Writes a file of many articles, some of which share identifiers and some of which are none.
  public func writeRecords(_ count: Int, to name: String = "archive/many.jsonl") throws {
    let lines = (0..<count).map { number in
      number % 997 == 3
        ? "no JSON\n"
        : """
        {"id":"n\(number % 5990)","title":"Number \(number)","date":"2019-0\(number % 9 + 1)-03",\
        "text":"They made semiconductor \(number) in overtime, and \(number &* 7919) more wafers."}

        """
    }
    try folder.write(name, lines.joined())
  }
}
