import Corpus
import Foundation
import Store
import Synchronization

/// Tries records that may have ended a run, each file's in a process of its own, and convicts those
/// that end it again: no record is condemned for what it was near to.
struct RecordTrial {
  /// The `parlance` command.
  let executable: String
  let study: Study
  let limits: RecordLimits

  /// The records of `file` that end the process that reads them, by their numbers.
  func convicted(in file: String, among numbers: Set<Int>) throws -> [Int: QuarantinedRecord] {
    var left = numbers
    var convicted: [Int: QuarantinedRecord] = [:]
    var failures = 0
    while !left.isEmpty {
      let (suspect, end) = try runChild(file, left.sorted())
      switch end {
      case .whole: return convicted
      case .unproven(let reason):
        failures += 1
        guard failures < 3 else {
          throw RunError(
            "\(file): a record that may have ended the last run cannot be tried: \(reason); run again",
            isStudyError: false)
        }
      case .guilty(let reason, let detail):
        guard let suspect else {
          throw RunError("\(file): \(detail); take it out of the archive", isStudyError: false)
        }
        convicted[suspect.number] = QuarantinedRecord(
          sha256: suspect.sha256, size: suspect.size, source: suspect.source, reason: reason,
          detail: detail)
        left = left.filter { $0 > suspect.number }
      }
    }
    return convicted
  }

  /// The record that the child had begun when it ended.
  private struct Suspect: Sendable {
    var number: Int
    var sha256: String
    var size: Int
    var source: String

    /// `try NUMBER SHA256 SIZE SOURCE`.
    init?(_ line: String) {
      let words = line.split(separator: " ", maxSplits: 4)
      guard words.count == 5, words[0] == "try", let number = Int(words[1]),
        let size = Int(words[3])
      else { return nil }
      (self.number, sha256, self.size, source) = (number, String(words[2]), size, String(words[4]))
    }
  }

  private enum End {
    case whole
    case guilty(Reject.Reason, String)
    /// It was ended from outside, or could not begin.
    case unproven(String)
  }

  private func runChild(_ file: String, _ numbers: [Int]) throws -> (Suspect?, End) {
    let (process, input, output) = (Process(), Pipe(), Pipe())
    process.executableURL = URL(filePath: executable)
    process.arguments =
      [
        "try-records", study.file, "--file=\(file)", "--record-timeout=\(limits.seconds)",
        "--memory-limit=\(limits.megabytes)",
      ] + numbers.map(String.init)
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      return (nil, .unproven("\(executable) does not start: \(error.localizedDescription)"))
    }
    let clock = TrialClock(of: process, seconds: limits.seconds * 3)
    var suspect: Suspect?
    var line: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    // Lines as they come; FileHandle would wait for the whole buffer.
    while true {
      let count = buffer.withUnsafeMutableBytes {
        read(output.fileHandleForReading.fileDescriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      for byte in buffer[..<count] {
        line.append(byte)
        guard byte == UInt8(ascii: "\n") else { continue }
        suspect = Suspect(String(decoding: line.dropLast(), as: UTF8.self))
        clock.isRunning = suspect != nil
        line = []
      }
    }
    process.waitUntilExit()
    clock.isRunning = false
    return (suspect, end(of: process, isOverTime: clock.hasStruck))
  }

  private func end(of process: Process, isOverTime: Bool) -> End {
    let status = process.terminationStatus
    let timedOut = End.guilty(.timedOut, "reading it takes more than \(limits.seconds) s")
    if isOverTime { return timedOut }
    switch (process.terminationReason, status) {
    case (.exit, 0): return .whole
    case (.exit, TrialTool.Exit.outOfMemory.rawValue):
      return .guilty(
        .outOfMemory, "reading it takes more than \(limits.megabytes) MB of memory")
    case (.uncaughtSignal, SIGXCPU): return timedOut
    case (.uncaughtSignal, _):
      guard Restart.signals.contains(status) else {
        return .unproven("the process that tried it was ended by signal \(status)")
      }
      return .guilty(.crashed, "reading it ends the program with signal \(status)")
    default: return .unproven("the process that tried it ended with status \(status)")
    }
  }
}

/// Ends a process whose record takes too long by the clock, as one does that waits for ever and
/// computes nothing.
private final class TrialClock: Sendable {
  private let began = Mutex<ContinuousClock.Instant?>(nil)
  private let struck = Atomic<Bool>(false)

  init(of process: Process, seconds: Int) {
    let child = process.processIdentifier
    Thread.detachNewThread { [weak self] in
      while let self {
        let isLate = self.began.withLock { $0.map { ContinuousClock.now - $0 > .seconds(seconds) } }
        if isLate == true {
          self.struck.store(true, ordering: .relaxed)
          kill(child, SIGKILL)
          return
        }
        usleep(50_000)
      }
    }
  }

  var isRunning: Bool {
    get { began.withLock { $0 != nil } }
    set { began.withLock { $0 = newValue ? .now : nil } }
  }

  var hasStruck: Bool { struck.load(ordering: .relaxed) }
}
