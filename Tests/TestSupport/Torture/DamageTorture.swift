import Foundation

/// Damage to each file that a run keeps its state in: found, or without effect, never believed.
public struct DamageTorture {
  public enum Kind: String, CaseIterable, Sendable {
    case truncated, flipped, zeroed, appended, replaced, deleted
  }

  /// What a study may be left in.
  public enum State: String, CaseIterable, Sendable {
    /// By a run that ended, before a change of its lexicon.
    case ended
    /// By a run that was killed.
    case killed
  }

  public static let files = [
    "study.sqlite", "study.sqlite-wal", "study.sqlite-shm", "study.sqlite.sums",
    "study.sqlite.lock", "study.sqlite.inflight", "manifest.json", "datapackage.json",
    "documents.csv",
  ]

  private let study: TortureStudy
  /// Another study's files: what a file is replaced by.
  private let other: SmallStudy
  private var random: SeededGenerator

  public init(_ study: TortureStudy, seed: UInt64) throws {
    self.study = study
    random = SeededGenerator(seed: seed)
    other = try SmallStudy(pages: 12)
    _ = try Parlance.run("run", other.file, "--quiet")
    try study.removeOut()
    // A run that ended, with another lexicon than the one it will be run with.
    let lexicon = try study.study.folder.text("lexicon.yaml")
    try study.study.folder.write("lexicon.yaml", lexicon.replacing("wafer*", with: "harbour"))
    _ = try Parlance.run(study.arguments)
    try study.keepOut(as: State.ended.rawValue)
    try study.study.folder.write("lexicon.yaml", lexicon)
    // A run that was killed while it read, and there was something in the log.
    var share = 0.2
    repeat {
      try study.removeOut()
      try study.kill(after: study.duration * share)
      share = share > 0.9 ? 0.1 : share + 0.03
    } while (study.study.folder.data("out/study.sqlite-wal")?.count ?? 0) < 100_000
      || study.study.folder.data("out/study.sqlite.inflight") == nil
    try study.keepOut(as: State.killed.rawValue)
  }

  /// Damages `file` in each way, and runs the study.
  public mutating func run(_ state: State, _ file: String) throws -> TortureReport {
    var report = TortureReport("\(file) of a run that \(state == .ended ? "ended" : "was killed")")
    for kind in Kind.allCases {
      try study.restoreOut(from: state.rawValue)
      guard let whole = study.study.folder.data("out/\(file)") else { continue }
      try damage(whole, kind, "out/\(file)")
      let outcome = try Parlance.run(study.arguments)
      var problem: String?
      if outcome.status == 0 {
        problem = try study.finish()
      } else if outcome.status != 1 || outcome.lines.count != 1 || outcome.wasKilled {
        problem = "ends with \(outcome.status): \(outcome.messages)"
      } else if !outcome.messages.contains("--rebuild") {
        problem = "does not say what to do: \(outcome.messages)"
      } else {
        problem = try study.finish("--rebuild")
      }
      report.count(
        outcome.status == 0 ? "without effect" : "detected",
        failure: problem.map { "\(kind): \($0)" })
    }
    return report
  }

  private mutating func damage(_ whole: Data, _ kind: Kind, _ name: String) throws {
    var data = whole
    switch kind {
    case .truncated: data = data.prefix(place(in: data))
    case .flipped:
      if !data.isEmpty { data[place(in: data)] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
    case .zeroed:
      let start = place(in: data) & ~4095
      for index in start..<min(start + 4096, data.count) { data[index] = 0 }
    case .appended: data += Data((0..<5000).map { UInt8(truncatingIfNeeded: $0 * 7) })
    case .replaced:
      let file = name.replacing("out/", with: "")
      data = other.folder.data("out/\(file)") ?? Data("something else\n".utf8)
    case .deleted: return try study.study.folder.remove(name)
    }
    try study.study.folder.write(name, data)
  }

  private mutating func place(in data: Data) -> Int {
    data.isEmpty ? 0 : Int.random(in: 0..<data.count, using: &random)
  }
}
