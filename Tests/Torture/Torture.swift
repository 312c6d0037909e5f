import Foundation
import TestSupport

/// Runs the built `parlance` through deaths, full disks, poison and damage: prints what came of it,
/// and ends with status 1 when anything fell short.
///
///     torture [seed=1] [kills=50] [writes=60] [kill] [write] [poison] [damage]
///
/// The same seed chooses the same instants and places. Without a word for a part, all are run.
@main
struct Torture {
  private var numbers = ["seed": 1, "kills": 50, "writes": 60]
  private var parts: Set<String> = []
  private var hasFailed = false

  static func main() throws {
    var torture = Torture()
    for argument in CommandLine.arguments.dropFirst() {
      let words = argument.split(separator: "=").map(String.init)
      if words.count == 2, let number = Int(words[1]) {
        torture.numbers[words[0]] = number
      } else {
        torture.parts.insert(argument)
      }
    }
    try torture.run()
    exit(torture.hasFailed ? 1 : 0)
  }

  private mutating func run() throws {
    let seed = UInt64(number("seed"))
    if wants("kill") {
      var torture = KillTorture(try TortureStudy(pages: 400, records: 8000), seed: seed)
      tell(try torture.run(attempts: number("kills")))
    }
    if wants("write") {
      let torture = try WriteTorture(try TortureStudy(pages: 40, records: 1500))
      tell(try torture.run(attempts: number("writes"), stays: false))
      tell(try torture.run(attempts: number("writes"), stays: true))
      tell(try torture.run(fileLimits: [1, 8, 64, 256, 512, 1024, 2048, 4096]))
    }
    if wants("poison") { tell(try PoisonTorture(records: 1000).run()) }
    if wants("damage") {
      var torture = try DamageTorture(try TortureStudy(pages: 50, records: 4000), seed: seed)
      for state in DamageTorture.State.allCases {
        for file in DamageTorture.files {
          let report = try torture.run(state, file)
          if report.attempts > 0 { tell(report) }
        }
      }
    }
  }

  private func number(_ name: String) -> Int { numbers[name] ?? 0 }

  private func wants(_ part: String) -> Bool { parts.isEmpty || parts.contains(part) }

  private mutating func tell(_ report: TortureReport) {
    StandardOutput.line("\(report)")
    if !report.passed { hasFailed = true }
  }
}

/// Standard output, each line as it comes.
private enum StandardOutput {
  static func line(_ text: String) {
    try? FileHandle.standardOutput.write(contentsOf: Data((text + "\n").utf8))
  }
}
