import Export
import Foundation
import Store

/// The results of the last run: whether they still stand, so that there is nothing to do.
struct LastResults {
  let store: StudyStore
  let folder: String
  /// Of all that results depend on besides the store.
  let fingerprint: String

  /// What the last run came to, if a run now would write the same, and nobody has touched its files.
  func summary() throws -> RunSummary? {
    let results = try store.results(madeWith: fingerprint)
    guard !results.isEmpty, results.allSatisfy({ Self.stamped($0, in: folder) == $0 }) else {
      return nil
    }
    guard let json = try store.fact("summary") else { return nil }
    return try? JSONDecoder().decode(RunSummary.self, from: Data(json.utf8))
  }

  /// Keeps what has been published.
  func record(_ published: [StoredResult], _ summary: RunSummary) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    try store.setFact("summary", String(decoding: encoder.encode(summary), as: UTF8.self))
    let results = published.compactMap { Self.stamped($0, in: folder) }
    // A file that is gone already is not to be relied upon.
    if results.count == published.count {
      try store.setResults(results, madeWith: fingerprint)
    }
  }

  /// `result` with the stamps that its file bears now; `nil` if there is none.
  private static func stamped(_ result: StoredResult, in folder: String) -> StoredResult? {
    var info = stat()
    guard stat("\(folder)/\(result.name)", &info) == 0 else { return nil }
    #if canImport(Darwin)
      let (modified, changed) = (info.st_mtimespec, info.st_ctimespec)
    #else
      let (modified, changed) = (info.st_mtim, info.st_ctim)
    #endif
    var stamped = result
    stamped.size = Int(info.st_size)
    stamped.modified = nanoseconds(modified)
    stamped.changed = nanoseconds(changed)
    return stamped
  }

  private static func nanoseconds(_ time: timespec) -> Int {
    Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }
}
