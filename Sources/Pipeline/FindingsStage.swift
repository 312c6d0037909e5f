import Aggregate
import Corpus
import Export
import Logging
import Store

/// What the counts come to: series, shifts, what turned with them, and what stands together.
struct Findings {
  let series: TableFile<SeriesRow>
  let shifts: TableFile<ShiftRow>
  let cooccurrence: TableFile<CooccurrenceRow>
  let keyness: TableFile<KeynessRow>
  let collocates: TableFile<CollocateRow>
  let examples: TableFile<ExampleRow>
  let comparisons: TableFile<ComparisonRow>
  let resonance: TableFile<ResonanceRow>
  /// The strongest shifts, a sentence each.
  let highlights: [String]

  var files: [OutputFile] {
    [
      series.file, shifts.file, cooccurrence.file, keyness.file, collocates.file, examples.file,
      comparisons.file, resonance.file,
    ]
  }

  func finish() throws(OutputFile.Failure) -> [PublishedTable] {
    [
      try series.finish(), try shifts.finish(), try cooccurrence.finish(), try keyness.finish(),
      try collocates.finish(), try examples.finish(), try comparisons.finish(),
      try resonance.finish(),
    ]
  }
}

/// Counts to tables: one series after another on all cores.
struct FindingsStage {
  let instrument: Instrument
  let plan: CountingPlan
  let events: [Event]
  let study: Study
  let settings: RunSettings
  let store: StudyStore
  let progress: Progress
  let forms: Forms

  func run(
    _ counted: PublishStage.Result, folder: String
  ) throws -> Findings {
    let counts = counted.counts
    progress.begin("shifts")
    let series = try TableFile<SeriesRow>(folder: folder)
    let table = SeriesTable(counts: counts, plan: plan, includingUnhit: !study.measures.isEmpty)
    let found = try shifts(in: table, writingTo: series)
    let shiftFile = try TableFile<ShiftRow>(folder: folder)
    for row in found { try shiftFile.append(row) }

    let cooccurrence = try TableFile<CooccurrenceRow>(folder: folder)
    let together = CooccurrenceTable(
      catalogue: instrument.catalogue, minimumTogether: study.cooccurrence.minimum)
    for row in together.rows(counted.cooccurrence) { try cooccurrence.append(row) }

    let comparisons = try TableFile<ComparisonRow>(folder: folder)
    let asked = ComparisonTable(
      instrument.comparisons, counts: counted.comparisons, series: counts, plan: plan,
      bins: table.bins)
    let words = try VocabularyStage(
      plan: plan, comparisons: instrument.comparisons, study: study, settings: settings,
      store: store, forms: forms, bins: table.bins
    ).run()
    for row in asked.rows(words: words.rows) { try comparisons.append(row) }
    let resonance = try TableFile<ResonanceRow>(folder: folder)
    for row in words.articles { try resonance.append(row) }
    for id in words.sampled {
      progress.log.warning(
        "the comparison '\(id)' looks at \(VocabularyStage.maximumArticles) articles, chosen by a hash; name measures or dates to ask for fewer"
      )
    }

    let keyness = try TableFile<KeynessRow>(folder: folder)
    let changes = Comparison.all(
      of: found, counts: counts, plan: plan, bins: table.bins)
    let turned = try KeynessStage(
      catalogue: instrument.catalogue, plan: plan, comparisons: changes, study: study,
      settings: settings, store: store, forms: forms
    ).run()
    for row in turned.keyness { try keyness.append(row) }
    let collocates = try TableFile<CollocateRow>(folder: folder)
    for row in turned.collocates { try collocates.append(row) }
    let examples = try TableFile<ExampleRow>(folder: folder)
    for row in turned.examples { try examples.append(row) }

    let highlights = Highlights()
    progress.end("\(series.rowCount) points of series, \(found.count) shifts")
    return Findings(
      series: series, shifts: shiftFile, cooccurrence: cooccurrence, keyness: keyness,
      collocates: collocates, examples: examples, comparisons: comparisons, resonance: resonance,
      highlights: highlights.strongest(of: found).map(highlights.sentence))
  }

  /// Writes the series and returns the shifts in them, each with its q-value.
  private func shifts(
    in table: SeriesTable, writingTo file: TableFile<SeriesRow>
  ) throws -> [ShiftRow] {
    var finder = ShiftFinder(kinds: Set(ShiftRow.Kind.allCases))
    finder.events = PlacedEvent.placing(events, in: table.bins, of: plan.period)
    warn(of: table)
    var findings = ShiftFindings()
    var done = 0
    try OrderedPipeline<SeriesTable.Key, (RenderedRows<SeriesRow>, ShiftFindings)>(
      jobs: settings.jobs
    ).run(
      produce: { emit in for key in table.keys { try emit(key) } },
      makeWorker: { [finder] in
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

  /// What was asked for and cannot be had.
  private func warn(of table: SeriesTable) {
    if study.panels.contains(.fixed), table.fixedOutlets.isEmpty {
      progress.log.warning(
        "panel: no outlet has documents in every period, so the fixed panel is empty; try a longer period"
      )
    }
    let placed = Set(PlacedEvent.placing(events, in: table.bins, of: plan.period).map(\.event))
    for event in events where !placed.contains(event) {
      progress.log.warning(
        "the event '\(event.label)' (\(event.date)) lies outside the series and is passed over")
    }
  }
}
