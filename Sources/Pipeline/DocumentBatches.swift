import Store

extension StudyStore {
  static var documentsPerBatch: Int { 128 }

  /// Reads all documents in batches on `jobs` threads, works on them there, and hands on the results
  /// in the order of the documents' identifiers.
  ///
  /// - Parameters:
  ///   - withTexts: without, the documents' columns are empty.
  ///   - makeWorker: makes the work of one thread, which may keep what it has learned.
  func forEachBatch<Output: Sendable>(
    withTexts: Bool, jobs: Int,
    makeWorker:
      @escaping @Sendable () -> ([PackedDocument]) throws(StoreError) -> Output,
    consume: (Output) throws -> Void
  ) throws {
    let parts = try parts(of: Self.documentsPerBatch)
    try OrderedPipeline<Part, Result<Output, StoreError>>(jobs: jobs).run(
      produce: { emit in for part in parts { try emit(part) } },
      makeWorker: {
        let work = makeWorker()
        return { part in
          Result { () throws(StoreError) in
            try work(self.documents(in: part, withTexts: withTexts))
          }
        }
      },
      consume: { try consume($0.get()) })
  }
}
