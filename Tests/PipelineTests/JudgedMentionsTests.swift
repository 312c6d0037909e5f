import Foundation
import Pipeline
import TestSupport
import Testing

/// Mentions that were drawn from press archives and judged one by one by reading them in context
/// (Tests/Gold/judged-mentions.csv: places, not texts): 300 by the numbers of mentions of the
/// entries, and ten of each of 28 names and words that also mean something else.
@Suite struct JudgedMentionsTests {
  private struct Place: Hashable {
    var document: String
    var entry: String
    var field: String
    var start: Int
  }

  private static let archives = ["techpress-dev.jsonl.gz", "wikinews.jsonl.gz"]

  private static var data: String {
    (ProcessInfo.processInfo.environment["PARLANCE_DATA"] ?? PackagePaths.root + "/../shared")
      + "/data"
  }

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: data + "/" + archives[0]),
      "no press archives: set PARLANCE_DATA to the folder that holds them"))
  func ninetyFiveInAHundredAreRight() throws {
    let judged = CSVTable(
      try String(
        contentsOfFile: PackagePaths.root + "/Tests/Gold/judged-mentions.csv", encoding: .utf8)
    ).rows
    let folder = try TemporaryFolder()
    try folder.write("articles.jsonl", try articles(Set(judged.compactMap { $0["document_id"] })))
    var csv: [UInt8] = []
    _ = try TagTool(
      paths: [folder.path + "/articles.jsonl"],
      lexicons: try LexiconTool(paths: [PackagePaths.root + "/lexicons"]), format: .csv,
      reading: ReadingSettings(), settings: RunSettings(jobs: 2)
    ).run(write: { csv += $0 }, onReject: { Issue.record("\($0.message)") })
    let found = Set(
      CSVTable(String(decoding: csv, as: UTF8.self)).rows.map {
        Place(
          document: $0["document_id"] ?? "", entry: "\($0["lexicon"] ?? "")/\($0["entry"] ?? "")",
          field: $0["field"] ?? "", start: Int($0["start"] ?? "") ?? -1)
      })
    for sample in ["proportional", "ambiguous"] {
      let rows = judged.filter { $0["sample"] == sample }
      func count(_ code: String) -> Double {
        Double(
          rows.count { row in
            row["code"] == code
              && found.contains(
                Place(
                  document: row["document_id"] ?? "", entry: row["entry"] ?? "",
                  field: row["field"] ?? "", start: Int(row["start"] ?? "") ?? -2))
          })
      }
      let (right, wrong) = (count("yes"), count("no"))
      let precision = right / (right + wrong)
      print("\(sample): \(Int(right + wrong)) of \(rows.count) still found, precision \(precision)")
      #expect(precision >= 0.95)
      // A precision that comes from finding less is none.
      #expect(right >= 0.98 * Double(rows.count { $0["code"] == "yes" }))
    }
  }

  /// The lines of the archives with these identifiers.
  private func articles(_ ids: Set<String>) throws -> String {
    var lines: [String] = []
    for archive in Self.archives {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["gzip", "-dc", "\(Self.data)/\(archive)"]
      let output = Pipe()
      process.standardOutput = output
      try process.run()
      let text = String(
        decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      lines += text.split(separator: "\n").filter { ids.contains(Self.id(of: $0)) }.map(String.init)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Of a line that begins with its identifier, a string or a number.
  private static func id(of line: Substring) -> String {
    let value = line.dropFirst("{\"id\": ".count).prefix { $0 != "," }
    return value.trimmingCharacters(in: ["\"", " "])
  }
}
