import Corpus
import Export
import Ingest

/// A first reading of files, to learn what the articles of each outlet have in common.
struct TemplateStage {
  let files: [ArchiveFile]
  let reader: RecordReader
  let parser: RecordParser
  let settings: RunSettings

  /// What could not be read is left to the second reading to tell. `onProgress` gets the bytes
  /// read and the articles seen.
  func learn(onProgress: (Int, Int) -> Void = { _, _ in }) throws -> TemplateLearner {
    var learner = TemplateLearner()
    var articles = 0
    let (files, reader, parser) = (files, reader, parser)
    try parser.watch?.begin()
    try OrderedPipeline<
      RecordBatch, Result<(specimens: [TemplateSpecimen], bytesRead: Int), OutputFile.Failure>
    >(jobs: settings.jobs).run(
      produce: { emit in try RecordBatch.cut(files, with: reader, emit) },
      makeWorker: {
        let worker = parser.makeWorker()
        return { batch in
          Result { () throws(OutputFile.Failure) in
            var specimens: [TemplateSpecimen] = []
            try worker.read(batch) { article in
              if let specimen = (try? article.get()).flatMap(TemplateSpecimen.init) {
                specimens.append(specimen)
              }
            }
            return (specimens, batch.bytesRead)
          }
        }
      },
      consume: { output in
        let (specimens, bytesRead) = try output.get()
        for specimen in specimens { learner.add(specimen) }
        articles += specimens.count
        onProgress(bytesRead, articles)
      })
    return learner
  }
}
