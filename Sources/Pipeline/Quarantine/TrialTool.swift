import Corpus
import Export
import Foundation
import Ingest
import Normalize
import Store

/// The child process in which suspect records are tried (`RecordTrial` is its parent). Reads each of
/// them as a run would, and says on standard output which one it begins and has done. If it dies,
/// or its limits end it, the record that it had begun is the one.
public struct TrialTool: Sendable {
  /// Ends of the child that are not the system's.
  enum Exit: Int32 {
    case outOfMemory = 70
    case orphan = 71
  }

  private let study: Study
  private let file: String
  private let numbers: Set<Int>
  private let settings: RunSettings

  /// - Parameters:
  ///   - file: of the archive, as its listing names it.
  ///   - numbers: of records in it, from 0.
  public init(study: Study, file: String, numbers: [Int], settings: RunSettings) {
    self.study = study
    self.file = file
    self.numbers = Set(numbers)
    self.settings = settings
  }

  /// There is no suspect further on in the file.
  private struct Enough: Error {}

  public func run() throws {
    Restart.disarm()
    Restart.unblockSignals()
    leaveNoCore()
    endWithParent()
    endOverMemory(settings.limits.megabytes)
    do { try tryRecords() } catch is Enough {}
  }

  private func tryRecords() throws {
    let input = StudyInput(study: study, settings: settings)
    let parser = RecordParser(try input.parser())
    let files = input.archive.list().files.filter { $0.path == file }
    let (reader, numbers, seconds) = (input.reader, numbers, settings.limits.seconds)
    let normalizer = Normalizer()
    let last = numbers.max() ?? 0
    try OrderedPipeline<RecordBatch, Result<Void, any Error>>(jobs: 1).run(
      produce: { emit in
        for file in files {
          var number = 0
          try reader.forEachRecord(in: file) { record in
            guard number <= last else { throw Enough() }
            defer { number += 1 }
            guard numbers.contains(number) else { return }
            try emit(RecordBatch(file: file, first: number, records: [record]))
          }
        }
      },
      makeWorker: {
        let worker = parser.makeWorker()
        return { batch in
          Result {
            guard case .success(let record)? = batch.records.first else { return }
            let hash = SHA256.hex(of: record.bytes)
            Self.say("try \(batch.first) \(hash) \(record.bytes.count) \(record.source)")
            Self.limitTime(seconds)
            var stored = StoredBatch(
              file: FileStamp(path: batch.file.path, size: 0, modified: 0), records: 1,
              isLast: true)
            try worker.read(batch) { article in
              guard let document = try? normalizer.document(from: article.get()) else { return }
              stored.append(document)
            }
            Self.say("done \(batch.first)")
          }
        }
      },
      consume: { try $0.get() })
  }

  private static func say(_ line: String) {
    try? FileHandle.standardOutput.write(contentsOf: Data((line.printable + "\n").utf8))
  }

  /// The system ends the process when it has computed for `seconds` more.
  private static func limitTime(_ seconds: Int) {
    var usage = rusage()
    getrusage(ResourceLimit.ownUsage, &usage)
    let used = Int(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
    ResourceLimit.set(ResourceLimit.processorTime, to: used + seconds + 1)
  }

  /// The child is expected to crash.
  private func leaveNoCore() { ResourceLimit.set(ResourceLimit.core, to: 0) }

  /// A parent that dies closes the pipe.
  private func endWithParent() {
    Thread.detachNewThread {
      while let data = try? FileHandle.standardInput.read(upToCount: 1), !data.isEmpty {}
      _exit(Exit.orphan.rawValue)
    }
  }

  private func endOverMemory(_ megabytes: Int) {
    Thread.detachNewThread {
      while ResidentMemory.current >> 20 <= megabytes { usleep(10_000) }
      _exit(Exit.outOfMemory.rawValue)
    }
  }
}
