import Corpus
import Extract
import Lexicons
import Logging
import Store

/// Tags the stored documents that have not been tagged with these lexicons yet. Reads no page.
struct ExtractStage {
  let lexicons: LexiconSet
  /// Of the lexicon files.
  let fingerprint: String
  let settings: RunSettings
  let store: StudyStore
  let progress: Progress

  /// Raised whenever a change of the code would find other mentions with the same lexicons.
  private static let version = "3"
  private static let fact = "lexicons"

  func run() throws {
    progress.begin("tagging")
    try forgetOutdated()
    // Compiling the lexicons takes longer than finding that there is nothing to tag.
    let keys = try store.untaggedKeys()
    guard !keys.isEmpty else { return progress.end("no new documents") }
    var documents = 0
    var mentions = 0
    let numbers = try store.terms().numbers(in: lexicons)
    let (lexicons, store) = (CompiledLexicons(lexicons), store)
    let vocabulary = try store.vocabulary()
    try OrderedPipeline<ArraySlice<Int64>, Result<TaggedBatch, StoreError>>(
      jobs: settings.jobs
    ).run(
      produce: { emit in
        for start in stride(from: 0, to: keys.count, by: StudyStore.documentsPerBatch) {
          try emit(keys[start..<min(start + StudyStore.documentsPerBatch, keys.count)])
        }
      },
      makeWorker: {
        var tagger = Tagger(lexicons, vocabulary: vocabulary)
        return { keys in
          Result { () throws(StoreError) in
            var batch = TaggedBatch()
            for document in try store.documents(keys) {
              let columns = try document.columns()
              guard
                let found = tagger.mentions(
                  in: document.header, title: columns.title, body: columns.body)
              else { throw document.damage("text") }
              try batch.append(document, found, columns, vocabulary, numbers: numbers)
            }
            return batch
          }
        }
      },
      consume: { result in
        let batch = try result.get()
        try store.setMentions(batch)
        documents += batch.documentCount
        mentions += batch.mentionCount
        progress.update(
          StageProgress(
            share: Double(documents) / Double(keys.count), count: documents, unit: "documents"))
      })
    progress.end("\(documents) documents, \(mentions) mentions")
  }

  /// Whether all that is tagged was tagged with lexicons of that fingerprint.
  static func isDone(with fingerprint: String, in store: StudyStore) throws(StoreError) -> Bool {
    try store.fact(fact) == "\(version) \(fingerprint)"
  }

  /// Forgets the mentions that an edit of the lexicons may have changed.
  private func forgetOutdated() throws {
    let fingerprint = "\(Self.version) \(fingerprint)"
    let last = try store.fact(Self.fact)
    guard last != fingerprint else { return }
    guard let last, last.hasPrefix(Self.version + " ") else {
      let edit = LexiconEdit(from: StoredTerms(), to: lexicons)
      return try store.retag(nil, with: edit.terms, recording: Self.fact, fingerprint)
    }
    let edit = LexiconEdit(from: try store.terms(), to: lexicons)
    let keys = try documents(matchingAny: edit.changed)
    progress.log.debug(
      "\(edit.changed.count) terms came or went",
      metadata: ["documents": "\(keys.map { "\($0.count)" } ?? "all")"])
    try store.retag(keys, with: edit.terms, recording: Self.fact, fingerprint)
  }

  /// The keys of the documents in which any of `terms` may match; `nil` where any may be one.
  private func documents(matchingAny terms: [TermKey]) throws -> [Int64]? {
    let patterns = terms.map(\.pattern)
    guard !patterns.contains(nil) else { return nil }
    guard !terms.isEmpty else { return [] }
    return try DocumentSearch(
      store: store, vocabulary: store.vocabulary(), jobs: settings.jobs
    ).keys(matchingAny: LexiconSet(patterns: patterns.compactMap { $0 }))
  }
}
