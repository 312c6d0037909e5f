import Corpus
import Ingest

/// Some records of one file, on their way to a worker.
struct RecordBatch: Sendable {
  var file: ArchiveFile
  var records: [Result<Record, Reject>] = []
  /// These are the file's last records.
  var isLast = false
  /// Bytes of all files read when the batch was cut, for the progress bar.
  var bytesRead = 0

  private static let recordsPerBatch = 64
  private static let bytesPerBatch = 1 << 20

  /// Cuts files into batches, in order. The last batch of a file may be empty.
  static func cut(
    _ files: [ArchiveFile], with reader: RecordReader, _ emit: (RecordBatch) throws -> Void
  ) throws {
    var finished = 0
    for file in files {
      var batch = RecordBatch(file: file)
      var bytes = 0
      try reader.forEachRecord(in: file) { record in
        batch.records.append(record)
        if case .success(let record) = record {
          bytes += record.bytes.count
          batch.bytesRead = finished + record.consumed
        }
        guard batch.records.count >= recordsPerBatch || bytes >= bytesPerBatch else { return }
        try emit(batch)
        batch.records = []
        bytes = 0
      }
      finished += file.size
      batch.bytesRead = finished
      batch.isLast = true
      try emit(batch)
    }
  }
}
