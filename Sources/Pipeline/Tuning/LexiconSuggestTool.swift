import Bytes
import Corpus
import Lexicons
import Statistics
import Store

/// `parlance lexicon suggest`: what might be added to an entry, from the documents of a study.
///
/// A first pass gathers the runs of words in the sentences that mention the entry, and the entries
/// in the same documents; a second counts these runs in all documents.
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

  /// The candidates: by kind, those that go with the entry most strongly first.
  public func rows() throws -> [SuggestionRow] {
    let stored = try StoredStudy(study)
    let instrument = try stored.instrument()
    let (lexicon, entry) = try EntryDescription.find(name, in: instrument.lexicons)
    let catalogue = instrument.catalogue
    guard
      let number = catalogue.entries.firstIndex(where: {
        $0.lexicon == lexicon.name && $0.id == entry.id
      })
    else { return [] }
    let context = try EntryContext.gather(
      Int32(number), in: stored, stored.forms(instrument), entries: catalogue.entries.count,
      settings)
    let neighbours = SpellingNeighbours(of: entry.terms).found(in: stored.vocabulary)
    var counts = RunCounts(context.candidates, neighbours)
    try counts.count(in: stored, withEntry: context.documents, settings)

    var rows = counts.rows(.context, of: context.totals).shortened(to: limit)
    rows += counts.rows(.spelling, of: context.totals).prefix(limit)
    rows += context.entryRows(catalogue, except: Int32(number)).prefix(limit)
    return rows
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
