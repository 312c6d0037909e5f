import Corpus
import Export
import Foundation
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
  func run() throws {
    let parser = try makeParser()
    let listing = archive.list()
    let stored = try store.files()
    if listing.files.isEmpty {
      let reason = listing.rejects.first.map { " (\($0.message))" } ?? ""
      throw RunError(
        "\(study.file): the archive holds no file\(reason); name the folder that holds the articles under 'archive:'"
      )
    }
    let learned = try learnTemplates(in: listing, stored, parser)
    let isOutdated = try store.fact("ingest") != learned.fingerprint
    progress.begin("reading")
    let known = isOutdated ? [:] : stored
    let wanted = Set(listing.files.map(Self.stamp) + listing.rejects.map(Self.stamp))
    let gone = stored.values.filter { isOutdated || !wanted.contains($0) }
    let new = listing.files.filter { known[$0.path] != Self.stamp($0) }
    let newRejects = listing.rejects.filter { known[$0.source.path] != Self.stamp($0) }
    progress.log.debug(
      "\(new.count) files to read, \(gone.count) stored ones gone or changed",
      metadata: ["all_anew": "\(isOutdated && !stored.isEmpty)"])
    try store.remove(files: gone.map(\.path))
    try store.setFact("ingest", learned.fingerprint)
    try store.setFact("templates", learned.archive)
    try store.store(
      newRejects.map {
        StoredBatch(file: Self.stamp($0), rejects: [$0], isLast: true)
      })
    for reject in newRejects.prefix(rejectsTold) { tell(reject) }
    let (documents, rejects, dropped) = try read(
      new, with: parser, learned.templates, told: min(newRejects.count, rejectsTold))
    progress.end(
      "\(listing.files.count) files, \(new.count) of them new; \(documents) documents and \(rejects + newRejects.count) rejects added"
        + (learned.templates == nil ? "" : "; \(dropped)"))
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
    in listing: Archive.Listing, _ stored: [String: FileStamp], _ parser: ArticleParser
  ) throws -> Learned {
    let base = fingerprint()
    guard study.templates == .learn else { return Learned(fingerprint: base) }
    let stamps = listing.files.map { "\($0.path)\n\($0.size) \($0.modified)\n" }.joined()
    let archive = SHA256.hex(of: stamps.utf8)
    if let last = try store.fact("ingest"), last.hasPrefix(base + " "),
      try store.fact("templates") == archive,
      listing.files.allSatisfy({ stored[$0.path] == Self.stamp($0) })
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

  private var reader: RecordReader { ReadingSettings(study).reader }

  private func read(
    _ files: [ArchiveFile], with parser: ArticleParser, _ templates: Templates?, told: Int
  ) throws -> (documents: Int, rejects: Int, dropped: TemplateCount) {
    let total = files.reduce(0) { $0 + $1.size }
    let normalizer = Normalizer()
    let reader = reader
    var waiting: [StoredBatch] = []
    var counts = (documents: 0, rejects: 0, dropped: TemplateCount())
    var unsaved = 0
    try OrderedPipeline<RecordBatch, (StoredBatch, TemplateCount, bytesRead: Int)>(
      jobs: settings.jobs
    ).run(
      produce: { emit in try RecordBatch.cut(files, with: reader, emit) },
      makeWorker: {
        { batch in
          let (stored, dropped) = Self.parse(batch, parser, templates, normalizer)
          return (stored, dropped, batch.bytesRead)
        }
      },
      consume: { batch, dropped, bytesRead in
        counts.dropped.merge(dropped)
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
            share: total > 0 ? min(1, Double(bytesRead) / Double(total)) : nil,
            count: counts.documents, unit: "documents", bytes: bytesRead,
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

  private static func parse(
    _ batch: RecordBatch, _ parser: ArticleParser, _ templates: Templates?,
    _ normalizer: Normalizer
  ) -> (StoredBatch, TemplateCount) {
    var stored = StoredBatch(file: stamp(batch.file), isLast: batch.isLast)
    var dropped = TemplateCount()
    for record in batch.records {
      for result in parser.parse(record) {
        do throws(Reject) {
          var article = try result.get()
          if let templates { dropped.strip(templates, from: &article) }
          stored.append(try normalizer.document(from: article))
        } catch {
          stored.rejects.append(error)
        }
      }
    }
    return (stored, dropped)
  }

  private var archive: Archive {
    Archive(
      root: study.folder, patterns: study.archive,
      excluding: ([study.metadata, study.outlets, study.out, study.file] + study.lexicons)
        .compactMap { $0.map(relative) })
  }

  /// A path as the archive names it: relative to the study's folder if it lies in there.
  private func relative(_ path: String) -> String {
    let folder = URL(filePath: study.folder.isEmpty ? "." : study.folder).standardizedFileURL.path
    let whole = URL(filePath: path == study.file ? path : study.resolve(path)).standardizedFileURL
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    return whole.path.hasPrefix(prefix) ? String(whole.path.dropFirst(prefix.count)) : path
  }

  private func makeParser() throws -> ArticleParser {
    let sidecar = try study.metadata.map {
      try Sidecar(location: study.resolve($0), name: $0, today: settings.today)
    }
    let outlets = try study.outlets.map {
      try OutletTable(location: study.resolve($0), name: $0)
    }
    for problem in (sidecar?.problems ?? []) + (outlets?.problems ?? []) {
      progress.log.warning("\(problem); the line is passed over")
    }
    return ArticleParser(
      today: settings.today, sidecar: sidecar, outlets: outlets,
      fields: ReadingSettings(study).fields)
  }

  /// What, besides the files, the documents depend on.
  private func fingerprint() -> String {
    let tables = [study.metadata, study.outlets].map { path in
      path.flatMap { FileManager.default.contents(atPath: study.resolve($0)) }
        .map { SHA256.hex(of: $0) } ?? "none"
    }
    let fields = study.fields.sorted { $0.key < $1.key }
      .map { "\($0.key):\($0.value.joined(separator: ","))" }
    let limits = LimitName.allCases.map { "\($0.rawValue):\(study.limits[$0])" }
    return ([Self.version] + tables + fields + limits).joined(separator: " ")
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
