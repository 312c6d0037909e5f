import Foundation
import Pipeline
import TestSupport
import Testing

/// Countries against the places that editors gave to Reuters articles of 1987, without the United
/// States, which they gave to most stories of American firms, named or not. Every fourth article.
@Suite struct CountriesOfReutersTests {
  private static let shared =
    ProcessInfo.processInfo.environment["PARLANCE_DATA"] ?? PackagePaths.root + "/../shared"

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: shared + "/data/reuters-train.jsonl.gz"),
      "no Reuters articles: set PARLANCE_DATA to the folder that holds them"))
  func mentionsAndSalienceReachTheirFloors() throws {
    let folder = try TemporaryFolder()
    let articles = folder.path + "/articles.jsonl"
    _ = try output(
      of:
        "gzip -dc '\(Self.shared)/data/reuters-train.jsonl.gz' | awk 'NR % 4 == 0' > '\(articles)'")
    let plain = try score(articles, onlyAbout: false, folder)
    let salient = try score(articles, onlyAbout: true, folder)
    print("Reuters, not US: mentions \(plain), salient \(salient)")
    #expect(plain.recall >= 0.96)
    #expect(salient.f1 >= 0.80)
  }

  /// What score_places.py says of the mentions.
  private func score(
    _ articles: String, onlyAbout: Bool, _ folder: TemporaryFolder
  ) throws -> (precision: Double, recall: Double, f1: Double) {
    var csv: [UInt8] = []
    _ = try TagTool(
      paths: [articles], lexicons: LexiconTool(paths: [PackagePaths.root + "/lexicons/countries"]),
      format: .csv, onlyAbout: onlyAbout, settings: RunSettings(jobs: 2)
    ).run(write: { csv += $0 }, onReject: { _ in })
    try folder.write("tags.csv", String(decoding: csv, as: UTF8.self))
    let text = try output(
      of: "python3 '\(Self.shared)/tools/score_places.py' '\(articles)' '\(folder.path)/tags.csv'")
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("not US") })
    let numbers = line.split(whereSeparator: { $0 == " " }).compactMap { Double($0) }
    try #require(numbers.count == 3)
    return (numbers[0], numbers[1], numbers[2])
  }

  private func output(of command: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self)
  }
}
