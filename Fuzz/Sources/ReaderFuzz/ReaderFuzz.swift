import Corpus
import Foundation
import Ingest
import Normalize

/// Reads the fuzzer's bytes as a file of an archive, up to normalized documents. Whatever the bytes,
/// this must end, soon, with articles and rejects.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let file = InputFile.shared
  file.write(UnsafeBufferPointer(start: bytes, count: count))
  let parser = ArticleParser(today: CalendarDate(dayNumber: 20_700))
  let normalizer = Normalizer()
  for file in Archive(typed: [file.path]).list().files {
    RecordReader().forEachRecord(in: file) { record in
      for case .success(let article) in parser.parse(record) {
        _ = try? normalizer.document(from: article)
      }
    }
  }
  return 0
}

/// The file that each input is written to. Its name ends as `FUZZ_SUFFIX` says, for the readers that
/// a name can lead to.
private struct InputFile {
  static let shared = InputFile()

  let path: String

  private init() {
    let suffix = ProcessInfo.processInfo.environment["FUZZ_SUFFIX"] ?? "txt"
    let folder = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : "/tmp"
    path = "\(folder)/parlance-fuzz-\(ProcessInfo.processInfo.processIdentifier).\(suffix)"
    atexit { try? FileManager.default.removeItem(atPath: InputFile.shared.path) }
  }

  func write(_ bytes: UnsafeBufferPointer<UInt8>) {
    _ = FileManager.default.createFile(atPath: path, contents: Data(buffer: bytes))
  }
}
