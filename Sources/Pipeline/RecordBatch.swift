import Corpus
import Ingest

/// Some records of one file, on their way to a worker.
struct RecordBatch: Sendable {
  var file: ArchiveFile
  /// The number of the first of them in the file, from 0.
  var first = 0
  var records: [Result<Record, Reject>] = []
  /// These are the file's last records.
  var isLast = false
  /// Bytes of all files read when the batch was cut, for the progress bar.
  var bytesRead = 0

  private static let recordsPerBatch = 64
  private static let bytesPerBatch = 1 << 20

  /// Cuts files into batches, in order. The last batch of a file may be empty.
  ///
  /// - Parameter skipped: how many records at the head of a file, by its path, are passed over.
  static func cut(
    _ files: [ArchiveFile], with reader: RecordReader, skipping skipped: [String: Int] = [:],
    _ emit: (RecordBatch) throws -> Void
  ) throws {
    var finished = 0
    for file in files {
      var batch = RecordBatch(file: file)
      batch.first = skipped[file.path] ?? 0
      var bytes = 0
      var number = 0
      try reader.forEachRecord(in: file) { record in
        defer { number += 1 }
        guard number >= batch.first else { return }
        batch.records.append(record)
        if case .success(let record) = record {
          bytes += record.bytes.count
          batch.bytesRead = finished + record.consumed
        }
        guard batch.records.count >= recordsPerBatch || bytes >= bytesPerBatch else { return }
        try emit(batch)
        batch.first = number + 1
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
