import Corpus
import Ingest

/// Reads articles from paths as typed, or from standard input, for the tools that need no study.
struct ArticleTool {
  let paths: [String]
  let reading: ReadingSettings
  let settings: RunSettings

  /// Calls `consume` with what each worker's closure made of the articles of a batch, in order of
  /// the paths. Rejects are handed to `onReject`. Returns whether all files could be read.
  func run<Output: Sendable>(
    makeWorker: @escaping @Sendable () -> ([Article]) -> (Output, [Reject]),
    consume: (Output) throws -> Void, onReject: (Reject) -> Void
  ) throws -> Bool {
    let parser = reading.parser(today: settings.today)
    return try RecordTool(paths: paths, reading: reading, settings: settings).run(
      makeWorker: {
        let work = makeWorker()
        return { records in
          var articles: [Article] = []
          var rejects: [Reject] = []
          for record in records {
            for result in parser.parse(record) {
              switch result {
              case .success(let article): articles.append(article)
              case .failure(let reject): rejects.append(reject)
              }
            }
          }
          let (output, more) = work(articles)
          return (output, rejects + more)
        }
      }, consume: consume, onReject: onReject)
  }
}
