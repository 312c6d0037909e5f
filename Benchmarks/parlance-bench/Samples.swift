import Foundation

/// The data to measure on, unpacked into a folder of its own.
struct Samples {
  let folder: String
  /// Folders of HTML pages.
  let pages: [String]
  /// Article JSON Lines with full texts.
  let texts: String
  /// Article JSON Lines of newspapers, agencies and magazines: texts of average length.
  let news: [String]
  let headlines: String

  /// `nil` where there is no data.
  init?(_ data: String) throws {
    let names = ["pages-wcxb-dev", "pages-readability", "pages-postlight"]
    guard FileManager.default.fileExists(atPath: "\(data)/\(names[0]).tar.gz") else { return nil }
    folder = NSTemporaryDirectory() + "parlance-bench-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for name in names { try Self.unpack("\(data)/\(name).tar.gz", into: folder) }
    pages = names.map { [folder] in "\(folder)/\($0)/html" }
    let folder = URL(fileURLWithPath: data).standardizedFileURL.path
    texts = folder + "/techpress-dev.jsonl.gz"
    news = ["techpress-dev", "wikinews", "reuters-train"].map { "\(folder)/\($0).jsonl.gz" }
    headlines = folder + "/techcrunch-headlines.jsonl.gz"
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  private static func unpack(_ archive: String, into folder: String) throws {
    let tar = Process()
    tar.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    tar.arguments = ["tar", "xzf", archive, "-C", folder]
    try tar.run()
    tar.waitUntilExit()
  }
}
