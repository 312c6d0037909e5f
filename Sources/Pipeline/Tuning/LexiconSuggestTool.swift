import Bytes
import Corpus
import Lexicons
import Statistics
import Store

/// `parlance lexicon suggest`: what might be added to an entry, from the documents of a study.
///
/// A first pass gathers the runs of words in the sentences that mention the entry, and the entries
/// in the same documents; a second counts these runs in all documents; a third counts the strongest
/// as the terms that they would be.
public struct LexiconSuggestTool: Sendable {
  private let study: Study
  private let name: String
  private let limit: Int
  private let settings: RunSettings

  /// - Parameters:
  ///   - entry: as lexicon/entry.
  ///   - limit: how many candidates of each kind.
  public init(study: Study, entry: String, limit: Int, settings: RunSettings) {
    self.study = study
    name = entry
    self.limit = limit
    self.settings = settings
  }

  /// More are counted than are listed: some say the same, or nothing that the entry does not.
  private var shortlist: Int { limit * 5 + 100 }

  public func suggestions() throws -> Suggestions {
    let stored = try StoredStudy(study)
    let instrument = try stored.instrument()
    let (lexicon, entry) = try EntryDescription.find(name, in: instrument.lexicons)
    let catalogue = instrument.catalogue
    guard
      let index = catalogue.entries.firstIndex(where: {
        $0.lexicon == lexicon.name && $0.id == entry.id
      })
    else { return Suggestions(documentsWithEntry: 0, rows: []) }
    let number = Int32(index)
    let forms = try stored.forms(instrument)
    let words = VocabularyWords(stored.vocabulary, fold: { WordFolding.key(of: $0) })
    let context = try EntryContext.gather(
      number, in: stored, words, forms, entries: catalogue.entries.count, settings)
    var runs = RunCounts(context.candidates(words), words)
    try runs.count(in: stored, withEntry: context.documents, settings)
    var candidates = CandidateTerms(
      context: runs.strongest(shortlist, of: context.totals),
      spelling: SpellingNeighbours(of: entry.terms).found(in: stored.vocabulary),
      of: entry, in: lexicon)
    try candidates.count(in: stored, forms, entry: number, settings)

    var rows = candidates.rows(.context, of: context.totals).shortened(to: limit)
    rows += candidates.rows(.spelling, of: context.totals).prefix(limit)
    rows += try context.entryRows(catalogue, except: number, limit: limit, in: stored)
    return Suggestions(documentsWithEntry: context.totals.withEntry, rows: rows)
  }
}

extension [SuggestionRow] {
  /// The first of them, without those that say the same as a longer or shorter one before.
  fileprivate func shortened(to limit: Int) -> [SuggestionRow] {
    var kept: [SuggestionRow] = []
    for row in self where kept.count < limit {
      let isSaid = kept.contains {
        ($0.candidate.contains(row.candidate) || row.candidate.contains($0.candidate))
          && abs($0.documentsWithEntry - row.documentsWithEntry) * 5 <= $0.documentsWithEntry
          && abs($0.documents - row.documents) * 5 <= $0.documents
      }
      if !isSaid { kept.append(row) }
    }
    return kept
  }
}

/// How often documents hold two things, of all documents.
struct DocumentTotals: Sendable {
  var documents = 0
  var withEntry = 0

  /// Below this, documents with the candidate would hold the entry as often by chance (p > .05).
  private static let weakest = 3.84

  /// The figures of a candidate that `both` of `with` documents share with the entry; `nil` where
  /// it is not clearly more frequent with the entry than without. A spelling need not be.
  func row(
    _ kind: SuggestionRow.Kind, _ candidate: String, in with: Int, both: Int, sample: String? = nil
  ) -> SuggestionRow? {
    let (a, b) = (Double(both), Double(with - both))
    let (c, d) = (Double(withEntry - both), Double(documents - withEntry - with + both))
    let interval = wilsonInterval(successes: a, trials: a + b)
    let g2 = LogLikelihood.fourCell(a, b, c, d)
    guard kind == .spelling || (g2 ?? 0) >= Self.weakest && a * (b + d) > b * (a + c) else {
      return nil
    }
    return SuggestionRow(
      kind: kind, candidate: candidate, documents: with, documentsWithEntry: both,
      share: with > 0 ? a / (a + b) : nil, shareLow: interval?.low, shareHigh: interval?.high,
      g2: g2,
      logRatio: logRatio(a: a, b: b, c: Double(withEntry), d: Double(documents - withEntry)),
      sample: sample)
  }
}
