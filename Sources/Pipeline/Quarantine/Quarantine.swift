import Corpus
import Export
import Ingest
import Store

/// The records that ended a run once and are not read any more, wherever they stand.
struct Quarantine: Sendable {
  private let records: [String: QuarantinedRecord]
  private let sizes: Set<Int>

  init(_ records: [QuarantinedRecord] = []) {
    self.records = Dictionary(
      records.map { ($0.sha256, $0) }, uniquingKeysWith: { first, _ in first })
    sizes = Set(records.map(\.size))
  }

  /// Why `record` is not read, if it is in quarantine.
  func reject(_ record: Record) -> Reject? {
    guard sizes.contains(record.bytes.count), let found = records[SHA256.hex(of: record.bytes)]
    else { return nil }
    return Reject(record.source, reason: found.reason, detail: found.detail)
  }
}
