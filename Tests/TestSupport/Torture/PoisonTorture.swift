import Foundation

/// One record among many that hangs, crashes or takes all memory.
public struct PoisonTorture {
  private let records: Int

  public init(records: Int) { self.records = records }

  public func run() throws -> TortureReport {
    var report = TortureReport("one poisoned record in \(records)")
    for (effect, reason) in [
      ("hang", "timed-out"), ("crash", "crashed"), ("memory", "out-of-memory"),
    ] {
      report.count(effect, failure: try problem(effect, reason).map { "\(effect): \($0)" })
    }
    return report
  }

  /// What is wrong with a run that meets such a record in the middle.
  private func problem(_ effect: String, _ reason: String) throws -> String? {
    let study = try SmallStudy(pages: 0)
    let lines = (0..<records).map { number in
      """
      {"id":"r\(number)","title":"Record \(number)","date":"2019-03-03",\
      "text":"They made semiconductor \(number) \(number == records / 2 ? "poison-test \(effect)" : "")."}

      """
    }
    try study.folder.write("archive/records.jsonl", lines.joined())
    let arguments = [
      "run", study.file, "--quiet", "--record-timeout", "2", "--memory-limit", "500",
    ]
    func documents() throws -> [[String: String]] {
      try study.table("documents").rows.filter { $0["document_id"] != "r\(records / 2)" }
    }
    _ = try Parlance.run(arguments)
    let undisturbed = try documents()
    let rejects = try study.table("rejects").rows
    try study.folder.remove("out")
    let outcome = try Parlance.run(arguments, environment: ["PARLANCE_POISON": "poison-test"])
    guard outcome.status == 0 else { return "ends with \(outcome.status): \(outcome.messages)" }
    guard try documents() == undisturbed else { return "other documents" }
    let found = try study.table("rejects").rows.filter { !rejects.contains($0) }
    guard found.count == 1, found[0]["reason"] == reason else { return "rejects: \(found)" }
    return nil
  }
}
