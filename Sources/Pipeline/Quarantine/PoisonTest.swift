import Foundation

/// The test mode of the quarantine: with `PARLANCE_POISON=word` in the environment, a record that
/// holds `word hang`, `word crash` or `word memory` does so where records are parsed.
struct PoisonTest: Sendable {
  private enum Effect: String, CaseIterable { case hang, crash, memory }

  private let marks: [(effect: Effect, bytes: Data)]

  init(word: String? = ProcessInfo.processInfo.environment["PARLANCE_POISON"]) {
    marks =
      word.map { word in
        Effect.allCases.map { ($0, Data("\(word) \($0.rawValue)".utf8)) }
      } ?? []
  }

  func act(on bytes: [UInt8]) {
    guard !marks.isEmpty else { return }
    let data = Data(bytes)
    for mark in marks where data.range(of: mark.bytes) != nil {
      switch mark.effect {
      case .hang: while true { sched_yield() }
      case .crash: _ = Self.descend(0)
      case .memory: Self.fill()
      }
    }
  }

  /// Overflows the stack, as a parser does that meets its input nested too deep.
  @inline(never)
  private static func descend(_ depth: Int) -> Int {
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) { block in
      block[depth % 4096] = 1
      return descend(depth + 1) + Int(block[0])
    }
  }

  private static func fill() {
    var blocks: [[UInt8]] = []
    while true { blocks.append([UInt8](repeating: 1, count: 1 << 20)) }
  }
}
