import Store

extension StudyStore {
  private static var documentsPerBatch: Int { 128 }

  /// Calls `body` with the documents in batches for the worker threads, in order.
  func forEachBatch(
    untaggedOnly: Bool = false, _ body: ([PackedDocument]) throws -> Void
  ) throws {
    var batch: [PackedDocument] = []
    try forEachDocument(untaggedOnly: untaggedOnly) { document in
      batch.append(document)
      guard batch.count == Self.documentsPerBatch else { return }
      try body(batch)
      batch.removeAll(keepingCapacity: true)
    }
    if !batch.isEmpty { try body(batch) }
  }
}
