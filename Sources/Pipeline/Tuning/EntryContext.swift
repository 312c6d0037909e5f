import Corpus
import Store

/// What stands round the mentions of an entry: the runs of words in their sentences, and the other
/// entries in their documents.
struct EntryContext {
  /// Words of the longest run.
  static let longestRun = 3
  /// Documents with the entry in whose sentences a run must stand.
  static let fewestDocuments = 3
  /// The most frequent are taken where there are more.
  static let mostCandidates = 50_000

  private(set) var totals = DocumentTotals()
  /// The keys of the documents that mention the entry.
  private(set) var documents: Set<Int64> = []
  private var runs: [String: Int] = [:]
  /// By entry: documents that mention it, and those that mention the entry too.
  private var others: [(all: Int, both: Int)]

  private struct Part: Sendable {
    var documents = 0
    var withEntry: [Int64] = []
    var runs: [String: Int] = [:]
    var entries: [(entry: Int32, both: Bool)] = []
  }

  private init(entries: Int) { others = Array(repeating: (0, 0), count: entries) }

  static func gather(
    _ entry: Int32, in stored: StoredStudy, _ forms: Forms, entries: Int, _ settings: RunSettings
  ) throws -> EntryContext {
    var context = EntryContext(entries: entries)
    let (store, vocabulary) = (stored.store, stored.vocabulary)
    try store.forEachBatch(
      withTexts: false, jobs: settings.jobs,
      makeWorker: {
        { batch throws(StoreError) in
          var part = Part()
          var hits: [(document: PackedDocument, mentions: [Mention])] = []
          for packed in batch where packed.duplicateOf == nil {
            part.documents += 1
            let mentions = try packed.mentions(forms).mentions
            let ofEntry = mentions.filter { $0.entry == entry }
            part.entries += Set(mentions.map(\.entry)).map { ($0, !ofEntry.isEmpty) }
            if !ofEntry.isEmpty { hits.append((packed, ofEntry)) }
          }
          for (packed, hit) in zip(try store.withTexts(hits.map(\.document)), hits) {
            part.withEntry.append(packed.key)
            for run in Self.runs(in: try packed.unpack(vocabulary), hit.mentions) {
              part.runs[run, default: 0] += 1
            }
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
    runs.merge(part.runs, uniquingKeysWith: +)
    for (entry, both) in part.entries {
      others[Int(entry)].all += 1
      if both { others[Int(entry)].both += 1 }
    }
  }

  /// The distinct runs in the sentences of the mentions, on both sides of them.
  private static func runs(in document: Document, _ mentions: [Mention]) -> Set<String> {
    var runs: Set<String> = []
    for mention in mentions {
      let passage = mention.field == .title ? document.title : document.body
      let sentences = passage.sentences
      guard sentences.indices.contains(Int(mention.sentence)) else { continue }
      let sentence = sentences[Int(mention.sentence)]
      let start = Int(mention.range.bytes.lowerBound)
      let end = Int(mention.range.bytes.upperBound)
      guard sentence.lowerBound <= start, start < end, end <= sentence.upperBound else { continue }
      for side in [sentence.lowerBound..<start, end..<sentence.upperBound] {
        let words = SentenceWords(side, of: passage)
        words.forEachRun(upTo: longestRun) { _, count, first in
          runs.insert(words.words(first, count))
        }
      }
    }
    return runs
  }

  /// The runs that stand in enough documents, without those of digits and single letters.
  var candidates: [String] {
    runs.filter { $0.value >= Self.fewestDocuments && $0.key.contains { $0.isLetter } }
      .filter { $0.key.unicodeScalars.count > 1 }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(Self.mostCandidates).map(\.key)
  }

  /// The other entries, those that go with the entry most strongly first.
  func entryRows(_ catalogue: Catalogue, except entry: Int32) -> [SuggestionRow] {
    others.indices.compactMap { other -> SuggestionRow? in
      let count = others[other]
      guard other != Int(entry), count.both >= Self.fewestDocuments else { return nil }
      return totals.row(.entry, catalogue.entries[other].name, in: count.all, both: count.both)
    }.sortedByStrength()
  }
}

extension [SuggestionRow] {
  /// Of equal ones the longest first: it says more.
  func sortedByStrength() -> [SuggestionRow] {
    sorted {
      ($1.g2 ?? 0, $1.candidate.utf8.count, $0.candidate)
        < ($0.g2 ?? 0, $0.candidate.utf8.count, $1.candidate)
    }
  }
}
