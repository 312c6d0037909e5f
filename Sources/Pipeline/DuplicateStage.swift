import Corpus
import Normalize
import Store

/// Marks exact and near copies among all documents of the store.
struct DuplicateStage {
  let store: StudyStore
  let progress: Progress

  func run() throws {
    progress.begin("duplicates")
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
    try store.setDuplicates(marks)
    progress.end("\(marks.count { $0.duplicateOf != nil }) copies among \(keys.count) documents")
  }
}
