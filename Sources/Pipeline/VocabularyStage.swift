import Aggregate
import Bytes
import Corpus
import Store

/// The comparisons of words that a study asks for: one more pass over the documents that they need.
struct VocabularyStage {
  let plan: CountingPlan
  let comparisons: [ComparisonPlan]
  let study: Study
  let settings: RunSettings
  let store: StudyStore
  let forms: Forms
  /// The periods of the study.
  let bins: Range<Int>

  /// Articles whose words are kept for `resonance`, at most.
  static let maximumArticles = 20_000

  struct Result {
    /// By the index of the comparison.
    var rows: [Int: [ComparisonRow]] = [:]
    var articles: [ResonanceRow] = []
    /// The ids of comparisons that looked at some articles only.
    var sampled: [String] = []
  }

  /// A document with its words, and the comparisons that need it.
  private struct Reading: Sendable {
    var document: Document
    var key: UInt64
    var bin: Int
    var title: String
    var known: [KeynessCounts.Use]
    var others: [[UInt8]: Int32]
    var comparisons: [Int]
  }

  func run() throws -> Result {
    let asked = comparisons.indices.filter { comparisons[$0].kind.readsWords }
    guard !asked.isEmpty else { return Result() }
    let folded = FoldedWords(try store.vocabulary())
    var table = folded.table
    var counts: [Int: VocabularyCounts] = [:]
    var articles: [Int: LeastKeys<VocabularyTable.Article>] = [:]
    for index in asked {
      counts[index] = VocabularyCounts()
      articles[index] = LeastKeys(maximum: Self.maximumArticles)
    }
    let reader = Reader(
      plan: plan, comparisons: comparisons, asked: asked, rule: try CopyRule(study.count, store),
      forms: forms)
    let store = store
    try store.forEachBatch(
      withTexts: false, jobs: settings.jobs,
      makeWorker: {
        var counter = FoldedWords.Counter(folded)
        return { batch throws(StoreError) in
          var wanted: [(document: PackedDocument, bin: Int, comparisons: [Int])] = []
          for document in batch {
            guard let place = try reader.place(of: document) else { continue }
            wanted.append((document, place.bin, place.comparisons))
          }
          let documents = try store.withTexts(wanted.map(\.document))
          var readings: [Reading] = []
          for (document, place) in zip(documents, wanted) {
            readings.append(
              try reader.reading(document, place.bin, place.comparisons, &counter))
          }
          return readings
        }
      },
      consume: { readings in
        for reading in readings {
          var words = reading.known
          for (word, occurrences) in reading.others {
            words.append(.init(word: table.number(of: word.span), occurrences: occurrences))
          }
          for index in reading.comparisons {
            let comparison = comparisons[index]
            if comparison.kind == .distance {
              counts[index]?.add(
                words, key: reading.key, group: comparison.group.value(of: reading.document),
                bin: reading.bin)
            } else {
              articles[index]?.add(article(reading, words, comparison), key: reading.key)
            }
          }
        }
      })
    return result(asked, counts, articles)
  }

  private func result(
    _ asked: [Int], _ counts: [Int: VocabularyCounts],
    _ articles: [Int: LeastKeys<VocabularyTable.Article>]
  ) -> Result {
    let vocabulary = VocabularyTable()
    var result = Result()
    for index in asked {
      let comparison = comparisons[index]
      if comparison.kind == .distance {
        result.rows[index] = vocabulary.distances(
          counts[index] ?? VocabularyCounts(), comparison: comparison, period: plan.period,
          bins: bins)
      } else if let kept = articles[index] {
        let sorted = kept.values.sorted {
          ($0.row.date?.firstDay ?? 0, $0.row.documentID)
            < ($1.row.date?.firstDay ?? 0, $1.row.documentID)
        }
        let found = vocabulary.resonance(sorted, comparison: comparison, period: plan.period)
        result.rows[index] = found.means
        result.articles += found.articles
        if kept.isSample { result.sampled.append(comparison.id) }
      }
    }
    return result
  }

  private func article(
    _ reading: Reading, _ words: [KeynessCounts.Use], _ comparison: ComparisonPlan
  ) -> VocabularyTable.Article {
    VocabularyTable.Article(
      row: ResonanceRow(
        comparison: comparison.id, documentID: reading.document.id, date: reading.document.date,
        outlet: reading.document.outlet, title: reading.title, novelty: 0, transience: 0,
        resonance: 0),
      bin: reading.bin, words: words)
  }

  /// The part of the work that many threads do.
  private struct Reader: Sendable {
    let plan: CountingPlan
    let comparisons: [ComparisonPlan]
    let asked: [Int]
    let rule: CopyRule
    let forms: Forms

    /// The period of a document and the comparisons that need it; `nil` for none.
    func place(
      of packed: PackedDocument
    ) throws(StoreError) -> (bin: Int, comparisons: [Int])? {
      guard rule.counts(packed), let date = packed.header.date, plan.covers(date),
        let bin = plan.period.bin(of: date)
      else { return nil }
      let inTime = asked.filter { comparisons[$0].covers(date) }
      guard !inTime.isEmpty else { return nil }
      let mentions = try packed.mentions(forms).mentions
      let needed = inTime.filter { index in
        // Without measures, all documents are compared.
        comparisons[index].measures.isEmpty
          || comparisons[index].measures.contains {
            !plan.measures[$0].hits(among: mentions).isEmpty
          }
      }
      return needed.isEmpty ? nil : (bin, needed)
    }

    func reading(
      _ packed: PackedDocument, _ bin: Int, _ comparisons: [Int],
      _ counter: inout FoldedWords.Counter
    ) throws(StoreError) -> Reading {
      let columns = try packed.columns()
      guard let words = counter.count(columns.title, columns.body) else {
        throw packed.damage("text")
      }
      return Reading(
        document: packed.header, key: FNV1a.hash(packed.documentID), bin: bin,
        title: packed.titleText, known: words.known, others: words.others,
        comparisons: comparisons)
    }
  }
}

/// The values with the least keys, so that a choice among too many does not hang on their order.
private struct LeastKeys<Value> {
  private let maximum: Int
  private var kept: [UInt64: Value] = [:]
  private var limit = UInt64.max

  init(maximum: Int) { self.maximum = maximum }

  /// Whether there were more than are kept.
  var isSample: Bool { limit < .max || kept.count > maximum }

  var values: [Value] {
    kept.sorted { $0.key < $1.key }.prefix(maximum).map(\.value)
  }

  mutating func add(_ value: Value, key: UInt64) {
    guard key < limit else { return }
    kept[key] = value
    guard kept.count >= 2 * maximum else { return }
    limit = kept.keys.sorted()[maximum]
    kept = kept.filter { $0.key < limit }
  }
}
