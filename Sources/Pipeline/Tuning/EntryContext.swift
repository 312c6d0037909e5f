import Bytes
import Corpus
import Store

/// What stands round the mentions of an entry: the runs of words in their sentences, and the other
/// entries in their documents.
struct EntryContext {
  /// Documents with the entry that a candidate must share with it.
  private static let fewestDocuments = 3
  /// Different sentences with the entry in which a run must stand: what every page of an outlet repeats
  /// is said once.
  private static let fewestSentences = 3
  /// The most frequent are taken where there are more.
  private static let mostCandidates = 50_000

  private(set) var totals = DocumentTotals()
  /// The keys of the documents that mention the entry.
  private(set) var documents: Set<Int64> = []
  private var runs: [WordRun: RunCount] = [:]
  /// Hashes of the sentences that were counted.
  private var sentences: Set<UInt64> = []
  private var others: [OtherEntry]

  private struct RunCount {
    var documents = 0
    var sentences = 0
  }

  /// Another entry, and its first mentions in a document with the entry and in one without.
  private struct OtherEntry {
    var documents = 0
    var withEntry = 0
    var apart: Place?
    var together: Place?
  }

  private struct Place: Sendable {
    var document: Int64
    var mention: Mention
  }

  private struct Part: Sendable {
    var documents = 0
    var withEntry: [Int64] = []
    /// By document with the entry.
    var sentences: [[(hash: UInt64, runs: Set<WordRun>)]] = []
    var entries: [(place: Place, isTogether: Bool)] = []
  }

  private init(entries: Int) { others = Array(repeating: OtherEntry(), count: entries) }

  static func gather(
    _ entry: Int32, in stored: StoredStudy, _ words: VocabularyWords, _ forms: Forms, entries: Int,
    _ settings: RunSettings
  ) throws -> EntryContext {
    var context = EntryContext(entries: entries)
    let (store, vocabulary) = (stored.store, stored.vocabulary)
    try store.forEachBatch(
      withTexts: false, jobs: settings.jobs,
      makeWorker: {
        var reader = WordRunReader(words, vocabulary)
        return { batch throws(StoreError) in
          var part = Part()
          var hits: [(document: PackedDocument, mentions: [Mention])] = []
          for packed in batch where packed.duplicateOf == nil {
            part.documents += 1
            let mentions = try packed.mentions(forms).mentions
            let ofEntry = mentions.filter { $0.entry == entry }
            var seen: Set<Int32> = [entry]
            for mention in mentions where seen.insert(mention.entry).inserted {
              part.entries.append(
                (Place(document: packed.key, mention: mention), !ofEntry.isEmpty))
            }
            if !ofEntry.isEmpty { hits.append((packed, ofEntry)) }
          }
          for (packed, hit) in zip(try store.withTexts(hits.map(\.document)), hits) {
            part.withEntry.append(packed.key)
            let columns = try packed.columns()
            var sentences: [(hash: UInt64, runs: Set<WordRun>)] = []
            for (text, field) in [(columns.title, Field.title), (columns.body, .body)] {
              let mentions = hit.mentions.filter { $0.field == field }
              let isRead = reader.forEachSentence(of: text, round: mentions) {
                sentences.append(($0, $1))
              }
              guard isRead else { throw packed.damage("text") }
            }
            part.sentences.append(sentences)
          }
          return part
        }
      },
      consume: { context.add($0) })
    return context
  }

  private mutating func add(_ part: Part) {
    totals.documents += part.documents
    totals.withEntry += part.withEntry.count
    documents.formUnion(part.withEntry)
    for document in part.sentences {
      for run in document.reduce(into: Set(), { $0.formUnion($1.runs) }) {
        runs[run, default: RunCount()].documents += 1
      }
      for sentence in document where sentences.insert(sentence.hash).inserted {
        for run in sentence.runs { runs[run]?.sentences += 1 }
      }
    }
    for (place, isTogether) in part.entries {
      let other = Int(place.mention.entry)
      others[other].documents += 1
      if isTogether {
        others[other].withEntry += 1
        others[other].together = others[other].together ?? place
      } else {
        others[other].apart = others[other].apart ?? place
      }
    }
  }

  /// The runs that stand in enough documents and sentences, without those of digits and single letters.
  func candidates(_ words: VocabularyWords) -> [WordRun] {
    runs.filter {
      $0.value.documents >= Self.fewestDocuments && $0.value.sentences >= Self.fewestSentences
    }.map { (run: $0.key, documents: $0.value.documents, text: $0.key.text(words)) }
      .filter { $0.text.unicodeScalars.count > 1 && $0.text.contains { $0.isLetter } }
      .sorted { ($1.documents, $0.text) < ($0.documents, $1.text) }
      .prefix(Self.mostCandidates).map(\.run)
  }

  /// The other entries, those that go with the entry most strongly first.
  func entryRows(
    _ catalogue: Catalogue, except entry: Int32, limit: Int, in stored: StoredStudy
  ) throws -> [SuggestionRow] {
    let rows = others.indices.compactMap { number -> (row: SuggestionRow, other: OtherEntry)? in
      let other = others[number]
      guard number != Int(entry), other.withEntry >= Self.fewestDocuments else { return nil }
      return totals.row(
        .entry, catalogue.entries[number].name, in: other.documents, both: other.withEntry
      ).map { ($0, other) }
    }
    return try rows.sorted { SuggestionRow.isStronger($0.row, $1.row) }.prefix(limit).map {
      row, other in
      var row = row
      if let place = other.apart ?? other.together,
        let packed = try stored.store.documents([place.document]).first
      {
        row.sample = try ConcordanceRow(
          place.mention, in: packed, packed.columns(), stored.vocabulary,
          width: SuggestionRow.sampleWidth
        ).line
      }
      return row
    }
  }
}

extension SuggestionRow {
  /// Unicode scalars of a sample's context on each side.
  static let sampleWidth = 60

  /// Of equal ones the longer: it says more.
  static func isStronger(_ a: SuggestionRow, _ b: SuggestionRow) -> Bool {
    (b.g2 ?? 0, b.candidate.utf8.count, a.candidate)
      < (a.g2 ?? 0, a.candidate.utf8.count, b.candidate)
  }
}
