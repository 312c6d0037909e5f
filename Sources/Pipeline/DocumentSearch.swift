import Bytes
import Lexicons
import Store

/// Finds the stored documents in which some patterns may match, by the items that a match needs.
/// Texts are not made again, nor read item by item.
struct DocumentSearch {
  let store: StudyStore
  let vocabulary: Vocabulary
  let jobs: Int

  /// The keys of these documents, ascending.
  func keys(matchingAny patterns: LexiconSet) throws -> [Int64] {
    let compiled = CompiledLexicons(patterns)
    let query = NeededItems(compiled, in: vocabulary).query
    let store = store
    var keys: [Int64] = []
    let parts = try store.documentKeys(parts: jobs * 4)
    try OrderedPipeline<ClosedRange<Int64>, Result<[Int64], StoreError>>(jobs: jobs).run(
      produce: { emit in for part in parts { try emit(part) } },
      makeWorker: {
        { part in Result { () throws(StoreError) in try store.keys(in: part, meeting: query) } }
      },
      consume: { keys += try $0.get() })
    return keys
  }
}
