import Store

extension StudyStore {
  static var documentsPerBatch: Int { 128 }

  /// All documents in batches for the worker threads, which read them.
  func batches() throws(StoreError) -> [Part] { try parts(of: Self.documentsPerBatch) }

  /// Calls `body` with the documents and their texts in batches for the worker threads, in order.
  func forEachBatch(_ body: ([PackedDocument]) throws -> Void) throws {
    var batch: [PackedDocument] = []
    try forEachDocument { document in
      batch.append(document)
      guard batch.count == Self.documentsPerBatch else { return }
      try body(batch)
      batch.removeAll(keepingCapacity: true)
    }
    if !batch.isEmpty { try body(batch) }
  }
}
