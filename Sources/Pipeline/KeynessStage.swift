import Aggregate
import Bytes
import Corpus
import Store

/// The documents on the two sides of a change: those that hit the measure in the periods from the
/// change to the next one, against those of the periods from the one before.
struct Comparison: Sendable {
  /// What the later documents are compared with.
  enum Reference: Sendable {
    /// The earlier documents that hit the measure: how the talk of it has turned.
    case hits
    /// All earlier documents, where too few hit it: what is new with it.
    case all
  }

  /// Strongest changes first; more than these would say little more.
  static let maximum = 20
  /// Earlier documents with a hit that a comparison among hits needs.
  static let minimumHits = 20

  var name: String
  /// Index into the plan's measures.
  var measure: Int
  var before: Range<Int>
  var after: Range<Int>
  var reference: Reference

  /// The comparisons at the strongest changes in the series of all documents.
  static func all(
    of shifts: [ShiftRow], counts: SeriesCounts, plan: CountingPlan, bins: Range<Int>
  ) -> [Comparison] {
    let places = Dictionary(
      bins.map { (plan.period.label(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
    func bin(of row: ShiftRow) -> Int? { row.period.flatMap { places[$0] } }
    let changes = shifts.filter {
      $0.kind == .change && $0.group == GroupValue.all.group && $0.period != nil
    }
    let strongest = changes.sorted {
      ($0.pValue ?? 1, $0.measure, $0.period ?? "") < ($1.pValue ?? 1, $1.measure, $1.period ?? "")
    }
    return strongest.prefix(maximum).compactMap { row in
      let own = changes.filter { $0.measure == row.measure }.compactMap(bin)
      guard let change = bin(of: row),
        let measure = plan.measures.firstIndex(where: { $0.id == row.measure })
      else { return nil }
      let from = own.filter { $0 < change }.max() ?? .min
      let to = own.filter { $0 > change }.min() ?? .max
      let earlier = counts.hits[measure].reduce(0) { sum, cell in
        cell.key.group == .all && (from..<change).contains(cell.key.bin)
          ? sum + cell.value.documents : sum
      }
      let reference = earlier < minimumHits ? Reference.all : .hits
      return Comparison(
        name: name(of: row, against: reference), measure: measure, before: from..<change,
        after: change..<to, reference: reference)
    }
  }

  private static func name(of row: ShiftRow, against reference: Reference) -> String {
    let change = "\(row.measure) from \(row.period ?? "")"
    return switch reference {
    case .hits: "\(change) against documents with it before"
    case .all: "\(change) against all documents before"
    }
  }
}

/// What turned with a change: the words of the documents after it against those before.
/// One more pass over the documents that the comparisons need.
struct KeynessStage {
  let plan: CountingPlan
  let comparisons: [Comparison]
  let study: Study
  let settings: RunSettings
  let store: StudyStore
  let forms: Forms

  private static let documentsPerBatch = 128

  /// A document's words, and the sides it stands on.
  private struct Words: Sendable {
    typealias Sides = [(comparison: Int, side: KeynessCounts.Side)]

    var known: [KeynessCounts.Use]
    var others: [[UInt8]: Int32]
    var outlet: String
    var sides: Sides
  }

  func run() throws -> [KeynessRow] {
    guard !comparisons.isEmpty else { return [] }
    let folded = FoldedWords(try store.vocabulary())
    var table = folded.table
    var outlets: [String: Int32] = [:]
    var counts = comparisons.map { _ in KeynessCounts() }
    let (store, parts) = (store, try store.parts(of: Self.documentsPerBatch))
    let reader = Reader(
      plan: plan, comparisons: comparisons, rule: study.duplicates, forms: forms)
    try OrderedPipeline<StudyStore.Part, Result<[Words], StoreError>>(jobs: settings.jobs).run(
      produce: { emit in for part in parts { try emit(part) } },
      makeWorker: {
        var counter = FoldedWords.Counter(folded)
        return { part in
          Result { () throws(StoreError) in
            // Most documents stand on no side, and their texts need not be read.
            var sides: [Words.Sides] = []
            var documents: [PackedDocument] = []
            for document in try store.documents(in: part) {
              let found = try reader.sides(of: document)
              if found.isEmpty { continue }
              sides.append(found)
              documents.append(document)
            }
            var words: [Words] = []
            for (document, sides) in zip(try store.withTexts(documents), sides) {
              words.append(try reader.words(of: document, on: sides, &counter))
            }
            return words
          }
        }
      },
      consume: { result in
        for words in try result.get() {
          let uses =
            words.known
            + words.others.map { .init(word: table.number(of: $0.key.span), occurrences: $0.value) }
          let next = Int32(outlets.count)
          let outlet = outlets[words.outlet] ?? next
          outlets[words.outlet] = outlet
          for (comparison, side) in words.sides {
            counts[comparison].add(uses, outlet: outlet, to: side)
          }
        }
      })
    let keyness = KeynessTable()
    return zip(comparisons, counts).flatMap { comparison, counts in
      keyness.rows(counts, comparison: comparison.name) { id in
        String(decoding: table.word(id), as: UTF8.self)
      }
    }
  }

  /// The part of the stage that runs on many threads.
  private struct Reader: Sendable {
    let plan: CountingPlan
    let comparisons: [Comparison]
    let rule: Study.DuplicateRule
    let forms: Forms

    /// The sides of comparisons that a document stands on.
    func sides(of packed: PackedDocument) throws(StoreError) -> Words.Sides {
      guard rule == .documents || packed.duplicateOf == nil, let date = packed.header.date,
        let bin = plan.period.bin(of: date)
      else { return [] }
      let mentions = try packed.mentions(forms).mentions
      var sides: Words.Sides = []
      for (index, comparison) in comparisons.enumerated() {
        guard let side = side(of: bin, in: comparison) else { continue }
        let takesAll = side == .reference && comparison.reference == .all
        guard takesAll || !plan.measures[comparison.measure].hits(among: mentions).isEmpty else {
          continue
        }
        sides.append((index, side))
      }
      return sides
    }

    func words(
      of packed: PackedDocument, on sides: Words.Sides, _ counter: inout FoldedWords.Counter
    ) throws(StoreError) -> Words {
      let columns = try packed.columns()
      guard let words = counter.count(columns.title, columns.body) else {
        throw packed.damage("text")
      }
      return Words(
        known: words.known, others: words.others, outlet: packed.header.outlet ?? "", sides: sides)
    }

    private func side(of bin: Int, in comparison: Comparison) -> KeynessCounts.Side? {
      if comparison.after.contains(bin) { return .target }
      return comparison.before.contains(bin) ? .reference : nil
    }
  }
}
