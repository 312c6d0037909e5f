import Corpus
import Export
import Ingest

/// Parses the records of batches: each under watch, and those in quarantine not at all.
struct RecordParser: Sendable {
  let parser: ArticleParser
  var quarantine = Quarantine()
  /// `nil`: nobody watches, and a record that crashes the parser ends the program.
  var watch: RecordWatch?
  private let poison = PoisonTest()

  init(_ parser: ArticleParser) { self.parser = parser }

  /// One worker's share; made on the worker's thread.
  final class Worker {
    private let parser: RecordParser
    private let seat: RecordWatch.Seat?

    fileprivate init(_ parser: RecordParser) {
      self.parser = parser
      seat = parser.watch?.takeSeat()
    }

    /// Calls `body` with the articles of a batch in order, and with what became none.
    func read(
      _ batch: RecordBatch, _ body: (Result<Article, Reject>) -> Void
    ) throws(OutputFile.Failure) {
      for (index, record) in batch.records.enumerated() {
        switch record {
        case .failure(let reject): body(.failure(reject))
        case .success(let record):
          if let reject = parser.quarantine.reject(record) {
            body(.failure(reject))
            continue
          }
          try seat?.enter(RecordPlace(file: batch.file.path, number: batch.first + index))
          parser.poison.act(on: record.bytes)
          parser.parser.parse(record).forEach(body)
        }
      }
      try seat?.leave()
    }
  }

  func makeWorker() -> Worker { Worker(self) }
}
