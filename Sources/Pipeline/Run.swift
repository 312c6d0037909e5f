import Aggregate
import Corpus
import Export
import Foundation
import Lexicons
import Logging
import Store

/// A study's run: ingest → normalize → extract → aggregate → export, as far as asked.
///
/// Each stage goes on from what the store holds, so that a run which was stopped, or whose study
/// has changed, does only what is left to do.
public struct Run: Sendable {
  public let study: Study
  public let settings: RunSettings

  public init(_ study: Study, settings: RunSettings) {
    self.study = study
    self.settings = settings
  }

  /// Tells `progress` how far it is; its last word is left to the caller.
  public func run(
    upTo last: RunStage = .aggregate, telling progress: Progress
  ) throws -> RunSummary {
    guard study.missing.isEmpty else { throw LexiconError(diagnostics: study.missing) }
    let hashes = try Instrument.hashes(study)
    let events = try EventTable(study)
    let path = study.resolve(study.out) + "/study.sqlite"
    // A study that is wrong makes no folder and costs no store.
    let isNew = settings.rebuilds || !FileManager.default.fileExists(atPath: path)
    var instrument = isNew ? try readInstrument(progress) : nil
    let out = try makeFolder()
    // A start after a crash goes on with the store that the first one has begun.
    let store = try StudyStore(
      path: path, rebuilding: settings.rebuilds && !Restart.isRestarted)
    let results = LastResults(
      store: store, folder: out,
      fingerprint: Manifest.fingerprint(
        study, hashes,
        version: [PublishStage.version, DuplicateStage.version, "\(last)", events.fingerprint]
          .joined(separator: " ")))
    // While the last results stand, there is nothing to measure: lexicons take a while to read.
    if instrument == nil, try results.summary() == nil {
      instrument = try readInstrument(progress)
    }

    try IngestStage(
      study: study, settings: settings, store: store, progress: progress
    ).run(journal: path + ".inflight")
    guard last > .ingest else { return try summary(Census(), store) }
    if var summary = try results.summary() {
      progress.begin("tables")
      progress.end("unchanged since the last run")
      summary.folder = out
      summary.isWithinRejectLimit = isWithinLimit(summary.census)
      return summary
    }
    let measuring = try instrument ?? readInstrument(progress)
    try DuplicateStage(store: store, progress: progress).run()
    if last >= .extract {
      try ExtractStage(
        lexicons: measuring.lexicons, fingerprint: measuring.fingerprint,
        settings: settings, store: store, progress: progress
      ).run()
    }
    return try publish(
      upTo: last, instrument: measuring, events: events.events, store: store, results: results,
      progress: progress)
  }

  private func readInstrument(_ progress: Progress) throws(LexiconError) -> Instrument {
    let instrument = try Instrument(study)
    for warning in instrument.lexicons.warnings { progress.log.warning("\(warning.description)") }
    return instrument
  }

  // MARK: Tables

  private func publish(
    upTo last: RunStage, instrument: Instrument, events: [Event], store: StudyStore,
    results: LastResults, progress: Progress
  ) throws -> RunSummary {
    let folder = results.folder
    let plan = CountingPlan(
      measures: instrument.measures, period: study.period, groups: study.groups, from: study.from,
      to: study.to, panels: study.panels,
      comparedGroups: study.comparisons.filter { $0.kind == .adoptionLag }.map(\.group),
      bootstrap: study.bootstrap)
    let documents = try TableFile<DocumentRow>(folder: folder)
    let mentions = last >= .extract ? try TableFile<MentionRow>(folder: folder) : nil
    let forms =
      last >= .extract
      ? try store.forms(store.terms().places(in: instrument.lexicons)) : nil
    let result = try PublishStage(
      catalogue: instrument.catalogue, plan: plan, comparisons: instrument.comparisons,
      study: study, settings: settings, store: store, progress: progress, forms: forms
    ).run(documents: documents, mentions: mentions)

    let rejects = try TableFile<RejectRow>(folder: folder)
    try store.forEachReject { try rejects.append(RejectRow($0)) }
    var census = result.census
    census.rejects = rejects.rowCount

    var findings: Findings?
    if last == .aggregate, let forms {
      findings = try FindingsStage(
        instrument: instrument, plan: plan, events: events, study: study, settings: settings,
        store: store, progress: progress, forms: forms
      ).run(result, folder: folder)
    }
    var tables = [try documents.finish(), try rejects.finish()]
    var files = [documents.file, rejects.file]
    if let mentions {
      tables.append(try mentions.finish())
      files.append(mentions.file)
    }
    if let findings {
      tables += try findings.finish()
      files += findings.files
    }
    if study.listsAmbiguous, last >= .extract {
      let ambiguous = try ambiguities(instrument, store, folder, progress)
      tables.append(try ambiguous.finish())
      files.append(ambiguous.file)
    }
    let descriptions = try Manifest(
      study: study, instrument: instrument, census: census, tables: tables
    ).files(in: folder)
    let hashes = try descriptions.map { try $0.finish() }
    // All is written; now it appears, the manifest last.
    try Publication.publish(files + descriptions)
    let summary = RunSummary(
      study: study.name, folder: folder, census: census, outOfRange: result.counts.outOfRange,
      highlights: findings?.highlights ?? [], tables: tables.map(\.fileName),
      isWithinRejectLimit: isWithinLimit(census))
    try results.record(
      tables.map { StoredResult(name: $0.fileName, rows: $0.rows, sha256: $0.sha256) }
        + zip(descriptions, hashes).map { StoredResult(name: $0.name, sha256: $1) }, summary)
    return summary
  }

  private func ambiguities(
    _ instrument: Instrument, _ store: StudyStore, _ folder: String, _ progress: Progress
  ) throws -> TableFile<AliasRow> {
    progress.begin("ambiguous")
    let file = try TableFile<AliasRow>(folder: folder)
    let tool = AmbiguityTool(lexicons: instrument.lexicons, settings: settings)
    for row in try tool.rows(in: store) { try file.append(row) }
    progress.end("\(file.rowCount) names that may mean other things")
    return file
  }

  private func isWithinLimit(_ census: Census) -> Bool {
    study.maximumRejected.allows(census.rejects, of: census.documents + census.rejects)
  }

  private func makeFolder() throws -> String {
    let folder = study.resolve(study.out)
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      let isFull = (error as? CocoaError)?.code == .fileWriteOutOfSpace
      throw RunError(
        "\(folder): the output folder cannot be made: \(error.localizedDescription); name another with --out",
        isStudyError: !isFull)
    }
    guard FileManager.default.isWritableFile(atPath: folder) else {
      throw RunError("\(folder): the output folder is not writable; name another with --out")
    }
    return folder
  }

  private func summary(_ census: Census, _ store: StudyStore) throws -> RunSummary {
    var census = census
    census.documents = try store.documentCount()
    try store.forEachReject { _ in census.rejects += 1 }
    return RunSummary(
      study: study.name, folder: study.resolve(study.out), census: census, outOfRange: 0,
      highlights: [], tables: [], isWithinRejectLimit: isWithinLimit(census))
  }
}

extension RejectRow {
  init(_ reject: Reject) {
    self.init(
      source: reject.source.path, offset: reject.source.offset, stage: reject.stage,
      reason: reject.reason, detail: reject.detail)
  }
}
