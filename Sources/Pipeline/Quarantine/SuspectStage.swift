import Corpus
import Logging
import Store

/// Before a run reads: tries the records that were being read when the last one died, and puts into
/// quarantine those that end the process which reads them.
struct SuspectStage {
  let study: Study
  let settings: RunSettings
  let store: StudyStore
  let journal: String
  let progress: Progress

  /// What was tried, and how it came out.
  struct Verdict {
    var acquitted: Set<RecordPlace> = []
    var hasFoundCulprit = false
  }

  /// - Parameter reader: the version of the code that reads, and what it depends on.
  func run(reader: String) throws -> Verdict {
    // Under other limits, or by a newer reader, a record may be read after all.
    let conditions = "\(reader) \(settings.limits.seconds) s \(settings.limits.megabytes) MB"
    if try store.fact("quarantine") != conditions {
      try store.clearQuarantine()
      try store.setFact("quarantine", conditions)
    }
    var verdict = Verdict()
    let suspects = InFlightJournal.places(at: journal)
    guard let executable = settings.executable, !suspects.isEmpty else { return verdict }
    progress.begin("suspects")
    let trial = RecordTrial(executable: executable, study: study, limits: settings.limits)
    var count = 0
    let stored = try store.files()
    for (file, places) in Dictionary(grouping: suspects, by: \.file).sorted(by: { $0.key < $1.key })
    {
      let convicted = try trial.convicted(in: file, among: Set(places.map(\.number)))
      for (number, record) in convicted {
        try store.quarantine(record)
        progress.log.warning("\(record.source.printable): in quarantine: \(record.detail)")
        // Read without harm before: what it became goes.
        if let stored = stored[file], number < stored.records { try store.remove(files: [file]) }
      }
      count += convicted.count
      verdict.acquitted.formUnion(places)
    }
    verdict.hasFoundCulprit = count > 0
    progress.end("\(suspects.count) records tried, \(count) put into quarantine")
    return verdict
  }
}
