import Corpus
import Export
import Ingest
import Logging
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
  private static let version = "2"
  private static let documentsPerTransaction = 500

  /// Rejects told one by one; the others are in `rejects.csv`.
  private var rejectsTold: Int { settings.isVerbose ? .max : 20 }

  /// Brings the store up to the archive.
  ///
  /// - Parameter journal: where the records in flight are noted.
  func run(journal: String) throws {
    let input = StudyInput(study: study, settings: settings)
    let base = "\(Self.version) \(input.fingerprint)"
    let verdict = try SuspectStage(
      study: study, settings: settings, store: store, journal: journal, progress: progress
    ).run(reader: base)
    let listing = input.archive.list()
    let stored = try store.files()
    if listing.files.isEmpty {
      let reason = listing.rejects.first.map { " (\($0.message))" } ?? ""
      throw RunError(
        "\(study.file): the archive holds no file\(reason); name the folder that holds the articles under 'archive:'"
      )
    }
    var parser = RecordParser(try input.parser { progress.log.warning("\($0)") })
    parser.quarantine = Quarantine(try store.quarantinedRecords())
    parser.watch = settings.executable.map { executable in
      RecordWatch(
        journal: journal, workers: settings.jobs, limits: settings.limits, executable: executable,
        verdict: verdict, progress: progress)
    }
    let learned = try learnTemplates(in: listing, stored, parser, input.reader, base)
    let changes = try bringUpToDate(listing, stored, learned)
    let (documents, rejects, dropped) = try read(
      changes, with: parser, input.reader, learned.templates)
    progress.end(
      "\(listing.files.count) files, \(changes.files.count) of them new; \(documents) documents and \(rejects + changes.rejects) rejects added"
        + (learned.templates == nil ? "" : "; \(dropped)"))
  }

  /// What of the archive is not in the store.
  private struct Changes {
    /// To be read, those half read from where they were left.
    var files: [ArchiveFile]
    /// Records of them that are stored, by path.
    var skipped: [String: Int]
    /// What could not be listed, and has been stored.
    var rejects: Int
  }

  /// Forgets what is gone from the archive, or was read otherwise than it would be now.
  private func bringUpToDate(
    _ listing: Archive.Listing, _ stored: [String: StoredFile], _ learned: Learned
  ) throws -> Changes {
    progress.begin("reading")
    let isOutdated = try store.fact("ingest") != learned.fingerprint
    let unreadable = Set(try store.unreadableFiles())
    let wanted = Set(listing.files.map(Self.stamp) + listing.rejects.map(Self.stamp))
    // Rights may change without a trace in size and date.
    let retried = Set(
      listing.files.filter { unreadable.contains($0.path) && $0.isReadable }.map(\.path))
    let kept = stored.filter {
      !isOutdated && wanted.contains($0.value.stamp) && !retried.contains($0.key)
    }
    progress.log.debug(
      "\(stored.count - kept.count) stored files gone or changed",
      metadata: ["all_anew": "\(isOutdated && !stored.isEmpty)"])
    try store.remove(files: stored.keys.filter { kept[$0] == nil }.sorted())
    try store.setFact("ingest", learned.fingerprint)
    try store.setFact("templates", learned.archive)
    let rejects = listing.rejects.filter { kept[$0.source.path] == nil }
    try store.store(
      rejects.map {
        StoredBatch(file: Self.stamp($0), records: 1, rejects: [$0], isLast: true)
      })
    for reject in rejects.prefix(rejectsTold) { tell(reject) }
    return Changes(
      files: listing.files.filter { kept[$0.path]?.isDone != true },
      skipped: kept.mapValues(\.records), rejects: rejects.count)
  }

  /// What is template in the archive, if the study asks for it.
  private struct Learned {
    /// `nil`: not asked for, or every file is stored as read with them.
    var templates: Templates?
    /// What, besides the files, the documents depend on.
    var fingerprint: String
    /// What the templates were learned from.
    var archive: String?
  }

  /// Learns from the archive as it is now, so that a study to which files were added ends with the
  /// same documents as one that had them from the start.
  private func learnTemplates(
    in listing: Archive.Listing, _ stored: [String: StoredFile], _ parser: RecordParser,
    _ reader: RecordReader, _ base: String
  ) throws -> Learned {
    guard study.templates == .learn else { return Learned(fingerprint: base) }
    let stamps = listing.files.map { "\($0.path)\n\($0.size) \($0.modified)\n" }.joined()
    let archive = SHA256.hex(of: stamps.utf8)
    let isWhole = listing.files.allSatisfy { file in
      stored[file.path].map { $0.isDone && $0.stamp == Self.stamp(file) } ?? false
    }
    if isWhole, let last = try store.fact("ingest"), last.hasPrefix(base + " "),
      try store.fact("templates") == archive
    {
      return Learned(fingerprint: last, archive: archive)
    }
    progress.begin("templates")
    let total = listing.files.reduce(0) { $0 + $1.size }
    let learner = try TemplateStage(
      files: listing.files, reader: reader, parser: parser, settings: settings
    ).learn { bytesRead, articles in
      progress.update(
        StageProgress(
          share: total > 0 ? min(1, Double(bytesRead) / Double(total)) : nil, count: articles,
          unit: "articles"))
    }
    let templates = learner.learn()
    progress.end("learned from the articles of \(learner.outlets) outlets")
    return Learned(
      templates: templates,
      fingerprint: "\(base) templates \(String(templates.fingerprint, radix: 16))",
      archive: archive)
  }

  private func read(
    _ changes: Changes, with parser: RecordParser, _ reader: RecordReader, _ templates: Templates?
  ) throws -> (documents: Int, rejects: Int, dropped: TemplateCount) {
    let total = changes.files.reduce(0) { $0 + $1.size }
    let told = min(changes.rejects, rejectsTold)
    let normalizer = Normalizer()
    var waiting: [StoredBatch] = []
    var counts = (documents: 0, rejects: 0, dropped: TemplateCount())
    var unsaved = 0
    guard !changes.files.isEmpty else { return counts }
    try parser.watch?.begin()
    try OrderedPipeline<RecordBatch, Result<ParsedBatch, OutputFile.Failure>>(
      jobs: settings.jobs
    ).run(
      produce: { emit in
        try RecordBatch.cut(changes.files, with: reader, skipping: changes.skipped, emit)
      },
      makeWorker: {
        let worker = parser.makeWorker()
        return { batch in
          Result { () throws(OutputFile.Failure) in
            try Self.parse(batch, worker, templates, normalizer)
          }
        }
      },
      consume: { output in
        let parsed = try output.get()
        let batch = parsed.batch
        counts.dropped.merge(parsed.dropped)
        waiting.append(batch)
        counts.documents += batch.documents.count
        for reject in batch.rejects {
          if told + counts.rejects < rejectsTold { tell(reject) }
          if told + counts.rejects == rejectsTold {
            progress.log.notice("more records are rejected: see rejects.csv")
          }
          counts.rejects += 1
        }
        unsaved += batch.documents.count + batch.rejects.count + 1
        if unsaved >= Self.documentsPerTransaction {
          try store.store(waiting)
          waiting.removeAll(keepingCapacity: true)
          unsaved = 0
        }
        progress.update(
          StageProgress(
            share: total > 0 ? min(1, Double(parsed.bytesRead) / Double(total)) : nil,
            count: counts.documents, unit: "documents", bytes: parsed.bytesRead,
            rejects: counts.rejects))
      })
    try store.store(waiting)
    return counts
  }

  private func tell(_ reject: Reject) {
    progress.log.notice(
      "\(reject.message)",
      metadata: [
        "source": "\(reject.source)", "stage": "\(reject.stage.rawValue)",
        "reason": "\(reject.reason.rawValue)",
      ])
  }

  /// What a worker makes of a batch of records.
  private struct ParsedBatch: Sendable {
    var batch: StoredBatch
    var dropped = TemplateCount()
    var bytesRead: Int
  }

  private static func parse(
    _ batch: RecordBatch, _ worker: RecordParser.Worker, _ templates: Templates?,
    _ normalizer: Normalizer
  ) throws(OutputFile.Failure) -> ParsedBatch {
    var parsed = ParsedBatch(
      batch: StoredBatch(
        file: stamp(batch.file), records: batch.records.count, isLast: batch.isLast),
      bytesRead: batch.bytesRead)
    try worker.read(batch) { article in
      do throws(Reject) {
        var article = try article.get()
        if let templates { parsed.dropped.strip(templates, from: &article) }
        parsed.batch.append(try normalizer.document(from: article))
      } catch {
        parsed.batch.rejects.append(error)
      }
    }
    return parsed
  }

  private static func stamp(_ file: ArchiveFile) -> FileStamp {
    FileStamp(path: file.path, size: file.size, modified: file.modified)
  }

  /// What could not even be listed is kept as a file without content, one kind for each reason.
  private static func stamp(_ reject: Reject) -> FileStamp {
    let kind = Reject.Reason.allCases.firstIndex(of: reject.reason) ?? 0
    return FileStamp(path: reject.source.path, size: -1, modified: kind)
  }
}
