import Foundation
import Testing

/// Texts and formats of others, which are not part of the repository: where `PARLANCE_DATA` says,
/// else in `../shared` beside the package. Tests that need them are skipped where they are absent.
enum SharedData {
  static let root: String = {
    if let path = ProcessInfo.processInfo.environment["PARLANCE_DATA"] { return path }
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return package.deletingLastPathComponent().appendingPathComponent("shared").path
  }()

  static func has(_ file: String) -> Bool {
    FileManager.default.fileExists(atPath: root + "/" + file)
  }

  /// One folder of the formats' own samples, unpacked for one test.
  static func formats(_ folder: String) throws -> TemporaryFolder {
    let samples = try TemporaryFolder()
    let archive = root + "/data/formats.tar.gz"
    try #require(run("tar", "-xzf", archive, "-C", samples.path, folder))
    return samples
  }

  /// Runs a program; false if it is missing or fails.
  static func run(_ program: String, _ arguments: String...) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardOutput = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
