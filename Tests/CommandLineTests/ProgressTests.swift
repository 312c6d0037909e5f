import Foundation
import TestSupport
import Testing

@Suite struct ProgressTests {
  private static func events(_ outcome: Parlance.Outcome) throws -> [[String: Any]] {
    try outcome.lines.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  @Test("With --progress json all of standard error is JSON Lines")
  func json() throws {
    let study = try SmallStudy()
    let events = try Self.events(Parlance.run("run", study.file, "--progress", "json"))
    let stages = events.filter { $0["event"] as? String == "ended" }
      .compactMap { $0["stage"] as? String }
    #expect(stages == ["reading", "duplicates", "tagging", "counting", "shifts"])
    let last = try #require(events.last)
    #expect(last["event"] as? String == "finished")
    #expect(try #require(last["documents"] as? Int) > 0)
  }

  @Test("A failed run ends with one event and its status")
  func failure() throws {
    let folder = try TemporaryFolder()
    let outcome = try Parlance.run("run", folder.path + "/none.yaml", "--progress", "json")
    #expect(outcome.status == 2)
    #expect(try Self.events(outcome).map { $0["event"] as? String } == ["failed"])
  }

  @Test("The log level decides what is told")
  func levels() throws {
    let study = try SmallStudy()
    let loud = try Parlance.run("run", study.file, "--log-level", "debug")
    #expect(loud.lines.contains { $0.hasPrefix("debug: ") })
    let quiet = try Parlance.run("run", study.file, "--quiet", "--out", study.folder.path + "/b")
    #expect(quiet.messages == "")
  }
}
