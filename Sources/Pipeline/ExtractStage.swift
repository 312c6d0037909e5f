import Corpus
import Extract
import Lexicons
import Logging
import Store

/// Tags the stored documents that have not been tagged with these lexicons yet. Reads no page.
struct ExtractStage {
  let lexicons: LexiconSet
  /// Of the lexicon files: mentions made with other ones are forgotten first.
  let fingerprint: String
  let settings: RunSettings
  let store: StudyStore
  let progress: Progress

  func run() throws {
    progress.begin("tagging")
    if try store.fact("lexicons") != fingerprint {
      progress.log.debug("the lexicons are new: all documents are tagged")
      try store.clearMentions(recording: "lexicons", fingerprint)
    }
    var documents = 0
    var mentions = 0
    let total = try store.untaggedCount()
    // Compiling the lexicons takes longer than finding that there is nothing to tag.
    guard total > 0 else { return progress.end("no new documents") }
    let (lexicons, store) = (CompiledLexicons(lexicons), store)
    let vocabulary = try store.vocabulary()
    try OrderedPipeline<[PackedDocument], Result<[PackedMentions], StoreError>>(
      jobs: settings.jobs
    ).run(
      produce: { emit in try store.forEachBatch(untaggedOnly: true, emit) },
      makeWorker: {
        var tagger = Tagger(lexicons, vocabulary: vocabulary)
        return { batch in
          Result { () throws(StoreError) in
            var packed: [PackedMentions] = []
            for document in batch {
              let columns = try document.columns()
              guard
                let found = tagger.mentions(
                  in: document.header, title: columns.title, body: columns.body)
              else { throw document.damage("text") }
              packed.append(PackedMentions(found, of: document))
            }
            return packed
          }
        }
      },
      consume: { result in
        let batch = try result.get()
        try store.setMentions(batch)
        documents += batch.count
        mentions += batch.reduce(0) { $0 + $1.count }
        progress.update(
          StageProgress(
            share: Double(documents) / Double(total), count: documents,
            unit: "documents"))
      })
    progress.end("\(documents) documents, \(mentions) mentions")
  }
}
