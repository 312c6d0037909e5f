import Corpus
import Extract

/// What became of the words of each term over the documents of a study; parts of an archive merge.
struct TermTally: Sendable {
  /// How often the words of a term stood, and what became of them. Indexed by `Verdict.rawValue`.
  typealias Counts = [Int]

  private(set) var terms: [Counts]
  /// By entry: documents that mention it.
  private(set) var documents: [Int]
  /// By entry: a sum of hashes of these documents, equal for equal sets.
  private var documentHashes: [UInt64]
  /// Two terms that claim the same words for two entries, and how often.
  private(set) var overlaps: [Pair: Int] = [:]

  struct Pair: Sendable, Hashable {
    var first: Int32
    var second: Int32
  }

  init(_ catalogue: Catalogue) {
    terms = Array(
      repeating: Array(repeating: 0, count: Outcome.Verdict.allCases.count),
      count: catalogue.terms.count)
    documents = Array(repeating: 0, count: catalogue.entries.count)
    documentHashes = Array(repeating: 0, count: catalogue.entries.count)
  }

  /// Adds the outcomes of the document with `key`.
  mutating func add(_ outcomes: [Outcome], document key: Int64) {
    for outcome in outcomes { terms[Int(outcome.term)][Int(outcome.verdict.rawValue)] += 1 }
    let mentions = outcomes.filter { $0.verdict <= .open }
    for entry in Set(mentions.map(\.entry)) {
      documents[Int(entry)] += 1
      documentHashes[Int(entry)] &+= Self.hash(key)
    }
    let open = mentions.filter { $0.verdict == .open }
    for (index, first) in open.enumerated() {
      for second in open[(index + 1)...]
      where second.mention.range == first.mention.range
        && second.mention.field == first.mention.field && second.entry != first.entry
      {
        let pair = Pair(
          first: min(first.term, second.term), second: max(first.term, second.term))
        overlaps[pair, default: 0] += 1
      }
    }
  }

  mutating func merge(_ other: TermTally) {
    for term in terms.indices {
      for verdict in terms[term].indices { terms[term][verdict] += other.terms[term][verdict] }
    }
    for entry in documents.indices {
      documents[entry] += other.documents[entry]
      documentHashes[entry] &+= other.documentHashes[entry]
    }
    overlaps.merge(other.overlaps, uniquingKeysWith: +)
  }

  /// The groups of entries that are mentioned in the same documents and no others.
  func inseparable(fewestDocuments: Int) -> [[Int]] {
    Dictionary(grouping: documents.indices.filter { documents[$0] >= fewestDocuments }) {
      documentHashes[$0]
    }.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }

  /// The finalizer of SplitMix64: sums of hashes of different sets are then different.
  private static func hash(_ key: Int64) -> UInt64 {
    var value = UInt64(bitPattern: key) &* 0x9E37_79B9_7F4A_7C15
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
