import Aggregate
import Bytes
import Corpus
import Export
import Store

/// Store to tables, in one pass over the documents: their rows and those of their mentions are
/// written, and what the series need is counted.
struct PublishStage {
  let catalogue: Catalogue
  let plan: CountingPlan
  let comparisons: [ComparisonPlan]
  let study: Study
  let settings: RunSettings
  let store: StudyStore
  let progress: Progress
  /// Of the mentions that are counted; `nil` where none are.
  let forms: Forms?

  /// Raised whenever a change of the code would make other tables of the same documents.
  static let version = "3"

  /// What the pass found, besides the tables.
  struct Result {
    var counts: SeriesCounts
    var cooccurrence: CooccurrenceCounts
    var comparisons = ComparisonCounts()
    var census = Census()
  }

  /// What one worker made of some documents.
  private struct Part: Sendable {
    var documents = RenderedRows<DocumentRow>()
    var mentions = RenderedRows<MentionRow>()
    var census = Census()
    var counts: SeriesCounts
    var cooccurrence: CooccurrenceCounts
    var comparisons = ComparisonCounts()
  }

  func run(
    documents: TableFile<DocumentRow>, mentions: TableFile<MentionRow>?
  ) throws -> Result {
    progress.begin("counting")
    let empty = Part(
      counts: SeriesCounts(period: plan.period, measureCount: plan.measures.count),
      cooccurrence: CooccurrenceCounts(
        period: study.cooccurrence.period, units: study.cooccurrence.units))
    var result = Result(counts: empty.counts, cooccurrence: empty.cooccurrence)
    let total = try store.documentCount()
    let stage = Worker(
      catalogue: catalogue, plan: plan, comparisons: comparisons,
      rule: try CopyRule(study.count, store), forms: forms)
    try store.forEachBatch(
      withTexts: false, jobs: settings.jobs,
      makeWorker: {
        var renderer = stage.forms.map { MentionRenderer(stage.catalogue, $0) }
        return { documents throws(StoreError) in
          var part = empty
          for document in documents {
            try stage.add(document, &renderer, to: &part)
          }
          return part
        }
      },
      consume: { part in
        try documents.append(part.documents)
        try mentions?.append(part.mentions)
        result.counts.merge(part.counts)
        result.cooccurrence.merge(part.cooccurrence)
        result.comparisons.merge(part.comparisons)
        result.census.merge(part.census)
        progress.update(
          StageProgress(
            share: total > 0 ? Double(result.census.documents) / Double(total) : nil,
            count: result.census.documents, unit: "documents"))
      })
    progress.end("\(result.census.documents) documents")
    return result
  }

  /// The part of the stage that runs on many threads.
  private struct Worker: Sendable {
    let catalogue: Catalogue
    let plan: CountingPlan
    let comparisons: [ComparisonPlan]
    let rule: CopyRule
    let forms: Forms?

    func add(
      _ packed: PackedDocument, _ renderer: inout MentionRenderer?, to part: inout Part
    ) throws(StoreError) {
      let document = packed.header
      let found = try forms.map { forms throws(StoreError) in try packed.mentions(forms) }
      let mentions = found?.mentions ?? []
      part.documents.append(DocumentRow(document, packed))
      if let found { renderer?.append(found, of: document, to: &part.mentions) }
      part.census.add(
        document, isCopy: packed.duplicateOf != nil, mentions, catalogue, period: plan.period)
      guard rule.counts(packed) else { return }
      let observation = Observation(
        key: FNV1a.hash(document.id), date: document.date, outlet: document.outlet,
        outletCountry: document.outletCountry,
        language: document.language, tokens: document.tokens, sentences: packed.sentences,
        mentions: mentions)
      guard let bin = part.counts.add(observation, plan: plan) else { return }
      part.cooccurrence.add(observation)
      part.comparisons.add(observation, bin: bin, to: comparisons, plan: plan)
    }
  }
}

extension DocumentRow {
  init(_ document: Document, _ packed: PackedDocument) {
    self.init(
      documentID: document.id, source: document.source.path, url: document.url,
      title: packed.titleText, authors: document.authors, date: document.date,
      dateSource: document.dateSource, outlet: document.outlet,
      outletCountry: document.outletCountry, language: document.language, tokens: document.tokens,
      sentences: packed.sentences, duplicateOf: packed.duplicateOf,
      clusterSize: packed.clusterSize)
  }
}
