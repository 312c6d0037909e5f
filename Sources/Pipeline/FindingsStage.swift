import Aggregate
import Corpus
import Store

/// What the counts come to: series, shifts, what turned with them, and what stands together.
struct Findings {
  var series: [SeriesRow] = []
  var shifts: [ShiftRow] = []
  var cooccurrence: [CooccurrenceRow] = []
  var keyness: [KeynessRow] = []
  /// The strongest shifts, a sentence each.
  var highlights: [String] = []
}

struct FindingsStage {
  let plan: CountingPlan
  let catalogue: Catalogue
  let study: Study
  let settings: RunSettings
  let store: StudyStore
  let progress: Progress

  func run(_ counts: SeriesCounts, _ cooccurrence: CooccurrenceCounts) throws -> Findings {
    Findings()
  }
}
