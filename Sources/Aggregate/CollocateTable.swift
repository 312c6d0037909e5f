public import Corpus
internal import Statistics

/// The rows of `collocates.csv`: the company that a measure gained and lost at a change.
public struct CollocateTable: Sendable {
  /// Sentences of both sides together that have the word or entry.
  public var minimumCount = 5
  /// Sentences with a hit that each side needs.
  public var minimumSentences = 10
  public var maximumQ = 0.05
  /// Rows per comparison, kind and direction.
  public var limit = 25

  public init() {}

  /// - Parameters:
  ///   - entry: the name of an entry, or `nil` for one that the measure itself counts.
  /// - Returns: words, then entries; of each those gained, the surest first, then those lost.
  public func rows(
    _ counts: CollocateCounts, comparison: String, word: (Int32) -> String,
    entry: (Int32) -> String?
  ) -> [CollocateRow] {
    guard min(counts.sentences.target, counts.sentences.reference) >= minimumSentences else {
      return []
    }
    let words = counts.words.map { (item: word($0.key), count: $0.value) }
    let entries = counts.entries.compactMap { key, count in
      entry(key).map { (item: $0, count: count) }
    }
    return rows(words, .word, counts.sentences, comparison)
      + rows(entries, .entry, counts.sentences, comparison)
  }

  private func rows(
    _ items: [(item: String, count: CollocateCounts.Count)], _ kind: CollocateRow.Kind,
    _ sentences: CollocateCounts.Count, _ comparison: String
  ) -> [CollocateRow] {
    var rows = items.filter { $0.count.target + $0.count.reference >= minimumCount }
      .map { row($0.item, $0.count, kind, sentences, comparison) }
      .sorted { ($0.pValue ?? 1, $0.item) < ($1.pValue ?? 1, $1.item) }
    let q = falseDiscoveryRates(rows.map { $0.pValue ?? 1 })
    for index in rows.indices { rows[index].qValue = q[index] }
    rows.removeAll { ($0.qValue ?? 1) > maximumQ }
    return CollocateRow.Change.allCases.flatMap { change in
      rows.filter { $0.change == change }.prefix(limit)
    }
  }

  private func row(
    _ item: String, _ count: CollocateCounts.Count, _ kind: CollocateRow.Kind,
    _ all: CollocateCounts.Count, _ comparison: String
  ) -> CollocateRow {
    let (a, b) = (Double(count.target), Double(count.reference))
    let (c, d) = (Double(all.target), Double(all.reference))
    return CollocateRow(
      comparison: comparison, kind: kind, item: item, change: a / c > b / d ? .gained : .lost,
      targetN: count.target, referenceN: count.reference, targetSentences: all.target,
      referenceSentences: all.reference, logRatio: logRatio(a: a, b: b, c: c, d: d),
      g2FourCell: LogLikelihood.fourCell(a, b, c - a, d - b),
      pValue: ExactTest.shares(
        first: (count.target, all.target), second: (count.reference, all.reference)))
  }
}
