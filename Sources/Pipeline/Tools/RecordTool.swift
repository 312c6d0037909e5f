import Corpus
import Ingest

/// Reads records from paths as typed, or from standard input, for the tools that need no study.
struct RecordTool {
  let paths: [String]
  let reading: ReadingSettings
  let settings: RunSettings

  /// Calls `consume` with what each worker's closure made of a batch of records, in order of the
  /// paths. Rejects are handed to `onReject`. Returns whether all files could be read.
  func run<Output: Sendable>(
    makeWorker: @escaping @Sendable () -> ([Result<Record, Reject>]) -> (Output, [Reject]),
    consume: (Output) throws -> Void, onReject: (Reject) -> Void
  ) throws -> Bool {
    var isComplete = true
    func tell(_ reject: Reject) {
      if reject.reason == .unreadable { isComplete = false }
      onReject(reject)
    }
    let listing = paths == ["-"] ? nil : Archive(typed: paths).list()
    for reject in listing?.rejects ?? [] { tell(reject) }
    let files = listing?.files ?? [.standardInput]
    try OrderedPipeline<RecordBatch, (Output, [Reject])>(jobs: settings.jobs).run(
      produce: { emit in try RecordBatch.cut(files, with: reading.reader, emit) },
      makeWorker: {
        let work = makeWorker()
        return { batch in work(batch.records) }
      },
      consume: { output, rejects in
        try consume(output)
        rejects.forEach(tell)
      })
    return isComplete
  }
}
