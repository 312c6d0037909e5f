import Foundation

/// `kill -9` at random instants, and again while the next runs go on from there.
public struct KillTorture {
  private let study: TortureStudy
  private var random: SeededGenerator

  public init(_ study: TortureStudy, seed: UInt64) {
    self.study = study
    random = SeededGenerator(seed: seed)
  }

  /// Each attempt starts from nothing and is killed two or three times.
  public mutating func run(attempts: Int) throws -> TortureReport {
    var report = TortureReport("killed at random instants, and again on the way")
    for number in 0..<attempts {
      try study.removeOut()
      let instants = (0..<Int.random(in: 2...3, using: &random)).map { _ in
        Double.random(in: 0...study.duration, using: &random)
      }
      for instant in instants { try study.kill(after: instant) }
      let problem = try study.finish()
      let times = instants.map { "\(Int($0 * 1000)) ms" }.joined(separator: ", ")
      report.count("identical", failure: problem.map { "attempt \(number), \(times): \($0)" })
    }
    return report
  }
}
