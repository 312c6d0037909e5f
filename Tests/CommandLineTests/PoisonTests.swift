import Foundation
import TestSupport
import Testing

/// A record that crashes the parser, hangs it or eats the memory costs one row of `rejects.csv`.
@Suite(.serialized) struct PoisonTests {
  static let environment = ["PARLANCE_POISON": "poison-test"]

  /// A study of a thousand records in one file, one of them poisoned by `effect`.
  static func study(_ effects: [Int: String], records: Int = 1000) throws -> SmallStudy {
    let study = try SmallStudy(pages: 5)
    let lines = (0..<records).map { number in
      """
      {"id":"r\(number)","title":"Record \(number)","date":"2019-0\(number % 9 + 1)-03",\
      "text":"They made semiconductor \(number) \(effects[number].map { "poison-test \($0)" } ?? "in peace")."}

      """
    }
    try study.folder.write("archive/thousand.jsonl", lines.joined())
    return study
  }

  static func arguments(_ study: SmallStudy, _ more: String...) -> [String] {
    ["run", study.file, "--quiet", "--record-timeout", "2", "--memory-limit", "500"] + more
  }

  /// The rows of a table but for those of the poisoned records.
  static func rows(_ study: SmallStudy, _ name: String, without poisoned: Set<String>) throws
    -> [[String: String]]
  {
    try study.table(name).rows.filter { !poisoned.contains($0["document_id"] ?? "") }
  }

  @Test(
    "One poisoned record in a thousand is one reject, and the others are what they would be",
    arguments: [("crash", "crashed"), ("hang", "timed-out"), ("memory", "out-of-memory")])
  func one(_ effect: String, _ reason: String) throws {
    let study = try Self.study([617: effect])
    #expect(try Parlance.run(Self.arguments(study)).status == 0)
    let documents = try Self.rows(study, "documents", without: ["r617"])
    let mentions = try Self.rows(study, "mentions", without: ["r617"])
    let rejects = try study.table("rejects").rows
    try study.folder.remove("out")

    let outcome = try Parlance.run(Self.arguments(study), environment: Self.environment)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(try study.table("documents").rows == documents)
    #expect(try study.table("mentions").rows == mentions)
    let found = try study.table("rejects").rows.filter { !rejects.contains($0) }
    #expect(found.count == 1)
    #expect(found.first?["reason"] == reason, "\(found)")
    #expect(found.first?["source"] == "archive/thousand.jsonl")

    // What is known is not tried again, and the result is the same from the start.
    let tables = study.outputs()
    #expect(try Parlance.run(Self.arguments(study), environment: Self.environment).status == 0)
    #expect(InterruptionTests.differences(tables, study.outputs()) == [])
  }

  @Test("Several kinds of poison, and copies of them, in one run")
  func several() throws {
    let effects = [3: "crash", 4: "hang", 400: "memory", 401: "crash", 999: "crash"]
    let study = try Self.study(effects)
    try study.folder.write(
      "archive/zz-copy.jsonl", try study.folder.text("archive/thousand.jsonl"))
    let outcome = try Parlance.run(Self.arguments(study), environment: Self.environment)
    #expect(outcome.status == 0, "\(outcome)")
    let rejects = try study.table("rejects").rows.filter {
      $0["source"]?.hasSuffix(".jsonl") == true
    }
    #expect(rejects.count == 10)
    #expect(try study.table("documents").rows.count == 995 * 2 + 17)
  }

  @Test("Under a higher limit, or none that is met, a record is let out of quarantine")
  func release() throws {
    let study = try Self.study([7: "hang"], records: 20)
    #expect(
      try Parlance.run(
        ["run", study.file, "--quiet", "--record-timeout", "1"], environment: Self.environment
      ).status == 0)
    #expect(try study.table("rejects").rows.contains { $0["reason"] == "timed-out" })
    #expect(
      try Parlance.run("run", study.file, "--quiet", "--record-timeout", "3").status == 0)
    #expect(try study.table("documents").rows.contains { $0["document_id"] == "r7" })
  }

  @Test("Killed while suspects are tried, no innocent record is condemned")
  func killedTrials() throws {
    let study = try Self.study([617: "hang"])
    for delay in [0.4, 0.8, 1.2, 2.5, 3.5, 4.5] {
      let process = try Parlance.start(Self.arguments(study), environment: Self.environment)
      usleep(UInt32(delay * 1_000_000))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    let outcome = try Parlance.run(Self.arguments(study), environment: Self.environment)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(try study.table("documents").rows.count == 999 + 17)
    #expect(
      try study.table("rejects").rows.filter { $0["source"] == "archive/thousand.jsonl" }.count == 1
    )
  }
}
