import Corpus
import Export
import Foundation
import Ingest
import Normalize
import Store

/// Archive to store: files are cut into records, records parsed and normalized on all cores, and
/// documents and rejects stored in archive order. Files that have not changed are not read again.
struct IngestStage {
  let study: Study
  let settings: RunSettings
  let store: StudyStore
  let progress: Progress

  /// Raised whenever a change of the code would make other documents of the same files.
  private static let version = "1"
  private static let documentsPerTransaction = 500

  /// Brings the store up to the archive; returns whether anything changed.
  func run() throws -> Bool {
    progress.begin("reading")
    let parser = try makeParser()
    let listing = archive.list()
    if listing.files.isEmpty, listing.rejects.isEmpty {
      throw RunError(
        "\(study.file): the archive (\(study.archive.joined(separator: ", "))) holds no file; name the folder that holds the articles under 'archive:'"
      )
    }
    let isOutdated = try store.fact("ingest") != fingerprint()
    let known = isOutdated ? [:] : try store.files()
    let wanted = Set(listing.files.map(Self.stamp) + listing.rejects.map(Self.stamp))
    let gone = try store.files().values.filter { isOutdated || !wanted.contains($0) }
    let new = listing.files.filter { known[$0.path] != Self.stamp($0) }
    let newRejects = listing.rejects.filter { known[$0.source.path] != Self.stamp($0) }
    try store.remove(files: gone.map(\.path))
    try store.setFact("ingest", fingerprint())
    try store.store(
      newRejects.map {
        StoredBatch(file: Self.stamp($0), documents: [], rejects: [$0], isLast: true)
      })
    let (documents, rejects) = try read(new, with: parser)
    let hasChanged = !gone.isEmpty || !new.isEmpty || !newRejects.isEmpty
    if hasChanged { try store.settleIdentifiers() }
    progress.end(
      "\(listing.files.count) files, \(new.count) of them new; \(documents) documents and \(rejects + newRejects.count) rejects added"
    )
    return hasChanged
  }

  private func read(
    _ files: [ArchiveFile], with parser: ArticleParser
  ) throws -> (documents: Int, rejects: Int) {
    let total = files.reduce(0) { $0 + $1.size }
    let normalizer = Normalizer()
    var waiting: [StoredBatch] = []
    var counts = (documents: 0, rejects: 0)
    var unsaved = 0
    try OrderedPipeline<RecordBatch, (StoredBatch, bytesRead: Int)>(jobs: settings.jobs).run(
      produce: { emit in try RecordBatch.cut(files, emit) },
      makeWorker: {
        { batch in (Self.parse(batch, parser, normalizer), batch.bytesRead) }
      },
      consume: { batch, bytesRead in
        waiting.append(batch)
        counts.documents += batch.documents.count
        counts.rejects += batch.rejects.count
        unsaved += batch.documents.count + batch.rejects.count + 1
        if unsaved >= Self.documentsPerTransaction {
          try store.store(waiting)
          waiting.removeAll(keepingCapacity: true)
          unsaved = 0
        }
        progress.update(
          share: total > 0 ? min(1, Double(bytesRead) / Double(total)) : nil,
          count: counts.documents, unit: "documents")
      })
    try store.store(waiting)
    return counts
  }

  private static func parse(
    _ batch: RecordBatch, _ parser: ArticleParser, _ normalizer: Normalizer
  ) -> StoredBatch {
    var stored = StoredBatch(
      file: stamp(batch.file), documents: [], rejects: [], isLast: batch.isLast)
    for record in batch.records {
      for result in parser.parse(record) {
        do throws(Reject) {
          let document = try normalizer.document(from: try result.get())
          stored.documents.append(PackedDocument(document))
        } catch {
          stored.rejects.append(error)
        }
      }
    }
    return stored
  }

  private var archive: Archive {
    Archive(
      root: study.folder, patterns: study.archive,
      excluding: [study.metadata, study.outlets, study.out].compactMap { $0 })
  }

  private func makeParser() throws -> ArticleParser {
    ArticleParser(
      today: settings.today,
      sidecar: try study.metadata.map {
        try Sidecar(location: study.resolve($0), name: $0, today: settings.today)
      },
      outlets: try study.outlets.map {
        try OutletTable(location: study.resolve($0), name: $0)
      })
  }

  /// What, besides the files, the documents depend on.
  private func fingerprint() -> String {
    let tables = [study.metadata, study.outlets].map { path in
      path.flatMap { FileManager.default.contents(atPath: study.resolve($0)) }
        .map { SHA256.hex(of: $0) } ?? "none"
    }
    return ([Self.version] + tables).joined(separator: " ")
  }

  private static func stamp(_ file: ArchiveFile) -> FileStamp {
    FileStamp(path: file.path, size: file.size, modified: file.modified)
  }

  /// What could not even be listed is kept as a file without content.
  private static func stamp(_ reject: Reject) -> FileStamp {
    FileStamp(path: reject.source.path, size: -1, modified: 0)
  }
}
