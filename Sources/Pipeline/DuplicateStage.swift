import Corpus
import Normalize
import Store

/// Gives the documents of the store their identifiers and marks exact and near copies among them.
struct DuplicateStage {
  let store: StudyStore
  let progress: Progress

  /// Raised whenever a change of the code would find other copies.
  static let version = "1"

  /// Does nothing if no document came or went since the last time.
  func run() throws {
    guard try store.settledBy() != Self.version else { return }
    progress.begin("duplicates")
    try store.settleIdentifiers()
    var finder = DuplicateFinder()
    var keys: [String: Int64] = [:]
    try store.forEachSignature { document in
      finder.add(
        id: document.documentID, date: document.date, outlet: document.outlet,
        tokens: document.tokens, contentHash: document.contentHash,
        signature: document.signature)
      keys[document.documentID] = document.key
    }
    let marks = finder.clusters().compactMap { member in
      keys[member.documentID].map {
        DuplicateMark(key: $0, duplicateOf: member.duplicateOf, clusterSize: member.clusterSize)
      }
    }
    try store.setDuplicates(marks, recording: Self.version)
    progress.end("\(marks.count { $0.duplicateOf != nil }) copies among \(keys.count) documents")
  }
}
