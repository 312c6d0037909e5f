import Bytes
import Corpus
import Extract
public import Lexicons
import Statistics
import Store

/// `parlance concordance --collocates`: the words that stand near a query's matches more often than
/// their frequency in the documents makes one expect.
///
/// Surface cooccurrence: each word of the documents that is no part of a match is near (within the
/// window of a match, in the same title or body) or it is not, and is the word in question or another.
/// Source: S. Evert (2008), Corpora and collocations, in Corpus Linguistics. An International Handbook.
public struct CollocatesTool: Sendable {
  private let study: Study
  private let query: LexiconSet
  private let window: Int
  private let settings: RunSettings

  /// - Parameters:
  ///   - query: a term of the lexicon language.
  ///   - window: words on each side of a match.
  public init(
    study: Study, query: String, window: Int, settings: RunSettings
  ) throws(LexiconError) {
    self.study = study
    self.window = window
    self.settings = settings
    self.query = try LexiconSet(query: query)
  }

  /// The words that stand in `minimum` places near matches or more, the strongest first. A word that
  /// the store does not number is counted among all words and not listed.
  public func collocates(minimum: Int) throws -> Collocates {
    let stored = try StoredStudy(study)
    let words = VocabularyWords(stored.vocabulary, fold: { WordFolding.lowercased($0) })
    let (tally, uses) = try count(words, in: stored)
    let (near, all) = (Double(tally.near), Double(tally.words))
    let rows = uses.indices.compactMap { word -> NearWordRow? in
      let use = uses[word]
      guard use.near >= minimum else { return nil }
      let (both, total) = (Double(use.near), Double(use.total))
      let npmi = normalizedMutualInformation(
        both: both, first: near, second: total, total: all)
      guard let npmi, npmi > 0 else { return nil }
      return NearWordRow(
        word: String(decoding: words.bytes(of: Int32(word)), as: UTF8.self), near: use.near,
        total: use.total, npmi: npmi,
        logLikelihood: LogLikelihood.fourCell(
          both, near - both, total - both, all - near - total + both))
    }
    return Collocates(
      matches: tally.matches, near: tally.near, words: tally.words,
      rows: rows.sorted { ($1.logLikelihood ?? 0, $0.word) < ($0.logLikelihood ?? 0, $1.word) })
  }

  /// The totals, and by word how often it stands near a match and in all.
  private func count(
    _ words: VocabularyWords, in stored: StoredStudy
  ) throws -> (tally: CollocateTally, uses: [(near: Int, total: Int)]) {
    let (lexicons, vocabulary, window) = (CompiledLexicons(query), stored.vocabulary, window)
    var all = CollocateTally()
    var uses = Array(repeating: (near: 0, total: 0), count: words.count)
    try stored.store.forEachBatch(
      withTexts: true, jobs: settings.jobs,
      makeWorker: {
        var tagger = Tagger(lexicons, vocabulary: vocabulary)
        var counter = CollocatesCounter(words, vocabulary, window: window)
        return { batch throws(StoreError) in
          for packed in batch {
            let columns = try packed.columns()
            let matches = try tagger.mentions(in: packed, columns)
            guard
              counter.count(columns.title, matches: matches.lazy.filter { $0.field == .title }),
              counter.count(columns.body, matches: matches.lazy.filter { $0.field == .body })
            else { throw packed.damage("text") }
          }
          return counter.take()
        }
      },
      consume: { part in
        all.matches += part.matches
        all.near += part.near
        all.words += part.words
        for use in part.uses {
          uses[Int(use.word)].near += use.near
          uses[Int(use.word)].total += use.total
        }
      })
    return (all, uses)
  }
}
