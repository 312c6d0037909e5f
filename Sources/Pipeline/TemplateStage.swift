import Corpus
import Ingest

/// A first reading of files, to learn what the articles of each outlet have in common.
struct TemplateStage {
  let files: [ArchiveFile]
  let reader: RecordReader
  let parser: ArticleParser
  let settings: RunSettings

  /// What could not be read is left to the second reading to tell. `onProgress` gets the bytes
  /// read and the articles seen.
  func learn(onProgress: (Int, Int) -> Void = { _, _ in }) throws -> TemplateLearner {
    var learner = TemplateLearner()
    var articles = 0
    let (files, reader, parser) = (files, reader, parser)
    try OrderedPipeline<RecordBatch, (specimens: [TemplateSpecimen], bytesRead: Int)>(
      jobs: settings.jobs
    ).run(
      produce: { emit in try RecordBatch.cut(files, with: reader, emit) },
      makeWorker: {
        { batch in
          let parsed = batch.records.lazy.flatMap { parser.parse($0) }
          let specimens = parsed.compactMap { (try? $0.get()).flatMap(TemplateSpecimen.init) }
          return (Array(specimens), batch.bytesRead)
        }
      },
      consume: { specimens, bytesRead in
        for specimen in specimens { learner.add(specimen) }
        articles += specimens.count
        onProgress(bytesRead, articles)
      })
    return learner
  }
}
