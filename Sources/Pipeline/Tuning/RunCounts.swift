import Corpus
import Store

/// In how many documents some runs of words stand, plural and singular apart: enough to choose those
/// whose terms are worth counting.
struct RunCounts {
  private let words: VocabularyWords
  private let numbers: [WordRun: Int32]
  private let runs: [WordRun]
  private var counts: [(documents: Int, withEntry: Int)]

  init(_ runs: [WordRun], _ words: VocabularyWords) {
    (self.runs, self.words) = (runs, words)
    numbers = Dictionary(uniqueKeysWithValues: runs.enumerated().map { ($1, Int32($0)) })
    counts = Array(repeating: (0, 0), count: runs.count)
  }

  mutating func count(
    in stored: StoredStudy, withEntry: Set<Int64>, _ settings: RunSettings
  ) throws {
    let (words, numbers, vocabulary) = (words, numbers, stored.vocabulary)
    try stored.store.forEachBatch(
      withTexts: true, jobs: settings.jobs,
      makeWorker: {
        var reader = WordRunReader(words, vocabulary)
        return { batch throws(StoreError) in
          var found: [(runs: Set<Int32>, isWithEntry: Bool)] = []
          for packed in batch where packed.duplicateOf == nil {
            let columns = try packed.columns()
            var runs: Set<Int32> = []
            for text in [columns.title, columns.body] {
              let isRead = reader.forEachRun(of: text) {
                if let number = numbers[$0] { runs.insert(number) }
              }
              guard isRead else { throw packed.damage("text") }
            }
            found.append((runs, withEntry.contains(packed.key)))
          }
          return found
        }
      },
      consume: { documents in
        for document in documents {
          for run in document.runs {
            counts[Int(run)].documents += 1
            if document.isWithEntry { counts[Int(run)].withEntry += 1 }
          }
        }
      })
  }

  /// The runs that go with the entry most strongly. A run that begins or ends with a word of more than
  /// half of all documents ("the", "of") is none.
  func strongest(_ limit: Int, of totals: DocumentTotals) -> [String] {
    let common = Set(
      runs.indices.filter { runs[$0].count == 1 && counts[$0].documents * 2 > totals.documents }
        .map { runs[$0].words[0] })
    return runs.indices.compactMap { number -> SuggestionRow? in
      let words = runs[number].words
      guard let first = words.first, let last = words.last, !common.contains(first),
        !common.contains(last)
      else { return nil }
      return totals.row(
        .context, runs[number].text(self.words), in: counts[number].documents,
        both: counts[number].withEntry)
    }.sorted(by: SuggestionRow.isStronger).prefix(limit).map(\.candidate)
  }
}
