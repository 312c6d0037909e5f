import Aggregate
import Bytes
import Corpus
import Store

/// The documents that some comparisons need, with their words, one after another in the order of
/// their identifiers: read on many threads, handed on by one.
struct ComparedDocuments {
  let plan: CountingPlan
  let comparisons: [Comparison]
  let rule: CopyRule
  let folded: FoldedWords
  let jobs: Int
  let store: StudyStore
  let forms: Forms

  /// Words that have a number, and others.
  struct Words: Sendable {
    var known: [KeynessCounts.Use] = []
    var others: [[UInt8]: Int32] = [:]
  }

  /// A document's part in a comparison.
  struct Place: Sendable {
    var comparison: Int
    var side: KeynessCounts.Side
    /// Whether it hits the measure.
    var isHit: Bool
  }

  /// A sentence that hits the measure of a comparison.
  struct Sentence: Sendable {
    var comparison: Int
    var side: KeynessCounts.Side
    var content: Words
    /// Distinct entries mentioned in it.
    var entries: [Int32]

    /// The distinct words in it.
    func words(_ table: inout WordTable) -> [Int32] {
      var words = content.known.map(\.word)
      for word in content.others.keys { words.append(table.number(of: word.span)) }
      return words
    }
  }

  struct Document: Sendable {
    var id: String
    var date: CalendarDate?
    var outletName: String?
    var title: String
    var content: Words
    var places: [Place]
    var sentences: [Sentence]

    /// Documents without an outlet are of one that has no name.
    var outlet: String { outletName ?? "" }

    /// How often each word stands in it; new words get numbers.
    func uses(_ table: inout WordTable) -> [KeynessCounts.Use] {
      content.known
        + content.others.map {
          KeynessCounts.Use(word: table.number(of: $0.key.span), occurrences: $0.value)
        }
    }
  }

  func forEach(withSentences: Bool, _ body: (Document) throws -> Void) throws {
    let reader = Reader(
      plan: plan, comparisons: comparisons, rule: rule, forms: forms, withSentences: withSentences)
    let store = store
    try store.forEachBatch(
      withTexts: false, jobs: jobs,
      makeWorker: {
        var counter = FoldedWords.Counter(folded)
        return { batch throws(StoreError) in
          // Most documents are in no comparison, and their texts need not be read.
          var wanted: [(document: PackedDocument, parts: Reader.Parts)] = []
          for document in batch {
            if let parts = try reader.parts(of: document) { wanted.append((document, parts)) }
          }
          let documents = try store.withTexts(wanted.map(\.document))
          var read: [Document] = []
          for (document, parts) in zip(documents, wanted.map(\.parts)) {
            read.append(try reader.document(document, parts, &counter))
          }
          return read
        }
      },
      consume: { documents in for document in documents { try body(document) } })
  }

  /// The part of the work that many threads do.
  private struct Reader: Sendable {
    let plan: CountingPlan
    let comparisons: [Comparison]
    let rule: CopyRule
    let forms: Forms
    let withSentences: Bool

    /// A document's parts in the comparisons, with the mentions that hit the measure of each.
    struct Parts {
      var mentions: [Mention]
      var places: [Place] = []
      var hits: [[Mention]] = []
    }

    /// `nil` for a document that is in none.
    func parts(of packed: PackedDocument) throws(StoreError) -> Parts? {
      guard rule.counts(packed), let date = packed.header.date, plan.covers(date),
        let bin = plan.period.bin(of: date)
      else { return nil }
      var parts = Parts(mentions: try packed.mentions(forms).mentions)
      for (index, comparison) in comparisons.enumerated() {
        guard let side = comparison.side(of: bin) else { continue }
        let found = plan.measures[comparison.measure].hits(among: parts.mentions)
        let takesAll = side == .reference && comparison.reference == .all
        guard takesAll || !found.isEmpty else { continue }
        parts.places.append(Place(comparison: index, side: side, isHit: !found.isEmpty))
        parts.hits.append(found)
      }
      return parts.places.isEmpty ? nil : parts
    }

    func document(
      _ packed: PackedDocument, _ parts: Parts, _ counter: inout FoldedWords.Counter
    ) throws(StoreError) -> Document {
      let columns = try packed.columns()
      guard let words = counter.count(columns.title, columns.body) else {
        throw packed.damage("text")
      }
      var document = Document(
        id: packed.documentID, date: packed.header.date, outletName: packed.header.outlet,
        title: packed.titleText, content: Words(known: words.known, others: words.others),
        places: parts.places, sentences: [])
      if withSentences {
        for (field, text) in [(Field.title, columns.title), (.body, columns.body)] {
          let own = parts.mentions.filter { $0.field == field }
          let hits = parts.hits.map { $0.filter { $0.field == field } }
          guard let sentences = sentences(text, own, parts.places, hits, &counter) else {
            throw packed.damage("text")
          }
          document.sentences += sentences
        }
      }
      return document
    }

    /// The sentences of a text that hit the measures of `places`; `nil` where the text is damaged.
    private func sentences(
      _ text: TokenColumns, _ mentions: [Mention], _ places: [Place], _ hits: [[Mention]],
      _ counter: inout FoldedWords.Counter
    ) -> [Sentence]? {
      let numbers = Set(hits.joined().map { Int($0.sentence) }).sorted()
      guard !numbers.isEmpty else { return [] }
      guard let counts = counter.count(sentences: numbers, of: text) else { return nil }
      let entries = Dictionary(grouping: mentions) { Int($0.sentence) }
        .mapValues { Set($0.map(\.entry)).sorted() }
      let contents = Dictionary(
        uniqueKeysWithValues: zip(
          numbers, counts.map { Words(known: $0.known, others: $0.others) }))
      return zip(places, hits).flatMap { place, found in
        Set(found.map { Int($0.sentence) }).sorted().compactMap { number in
          contents[number].map {
            Sentence(
              comparison: place.comparison, side: place.side, content: $0,
              entries: entries[number] ?? [])
          }
        }
      }
    }
  }
}
