import Aggregate
import Corpus
import Export
import Store

/// What the counts come to: series, shifts, what turned with them, and what stands together.
struct Findings {
  let series: TableFile<SeriesRow>
  let shifts: TableFile<ShiftRow>
  let cooccurrence: TableFile<CooccurrenceRow>
  let keyness: TableFile<KeynessRow>
  /// The strongest shifts, a sentence each.
  let highlights: [String]

  var files: [OutputFile] { [series.file, shifts.file, cooccurrence.file, keyness.file] }

  func finish() throws(OutputFile.Failure) -> [PublishedTable] {
    [
      try series.finish(), try shifts.finish(), try cooccurrence.finish(), try keyness.finish(),
    ]
  }
}

/// Counts to tables: one series after another on all cores.
struct FindingsStage {
  let instrument: Instrument
  let plan: CountingPlan
  let study: Study
  let settings: RunSettings
  let store: StudyStore
  let progress: Progress
  let forms: Forms

  func run(
    _ counts: SeriesCounts, _ pairs: CooccurrenceCounts, folder: String
  ) throws -> Findings {
    progress.begin("shifts")
    let series = try TableFile<SeriesRow>(folder: folder)
    let table = SeriesTable(counts: counts, plan: plan, includingUnhit: !study.measures.isEmpty)
    let found = try shifts(in: table, writingTo: series)
    let shiftFile = try TableFile<ShiftRow>(folder: folder)
    for row in found { try shiftFile.append(row) }

    let cooccurrence = try TableFile<CooccurrenceRow>(folder: folder)
    let together = CooccurrenceTable(
      catalogue: instrument.catalogue, minimumTogether: study.cooccurrence.minimum)
    for row in together.rows(pairs) { try cooccurrence.append(row) }

    let keyness = try TableFile<KeynessRow>(folder: folder)
    let comparisons = Comparison.all(
      of: found, counts: counts, plan: plan, bins: table.bins)
    let words = try KeynessStage(
      plan: plan, comparisons: comparisons, study: study, settings: settings, store: store,
      forms: forms
    ).run()
    for row in words { try keyness.append(row) }

    let highlights = Highlights()
    progress.end("\(series.rowCount) points of series, \(found.count) shifts")
    return Findings(
      series: series, shifts: shiftFile, cooccurrence: cooccurrence, keyness: keyness,
      highlights: highlights.strongest(of: found).map(highlights.sentence))
  }

  /// Writes the series and returns the shifts in them, each with its q-value.
  private func shifts(
    in table: SeriesTable, writingTo file: TableFile<SeriesRow>
  ) throws -> [ShiftRow] {
    let finder = ShiftFinder()
    var findings = ShiftFindings()
    var done = 0
    try OrderedPipeline<SeriesTable.Key, (RenderedRows<SeriesRow>, ShiftFindings)>(
      jobs: settings.jobs
    ).run(
      produce: { emit in for key in table.keys { try emit(key) } },
      makeWorker: {
        { key in
          let rows = table.rows(of: key)
          var rendered = RenderedRows<SeriesRow>()
          for row in rows { rendered.append(row) }
          let series = ShiftSeries(rows: rows)
          return (rendered, series.map(finder.findings) ?? ShiftFindings())
        }
      },
      consume: { rows, found in
        try file.append(rows)
        findings.merge(found)
        done += 1
        progress.update(
          StageProgress(
            share: Double(done) / Double(max(1, table.keys.count)), count: done, unit: "series"))
      })
    return findings.table()
  }
}
