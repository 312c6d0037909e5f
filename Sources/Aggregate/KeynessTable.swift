public import Corpus
internal import Statistics

/// The rows of `keyness.csv`: the words that set the target apart from the reference.
///
/// Ranked by the weighted log-odds, whose prior is the pooled counts. A word must be frequent
/// enough on both sides together, in enough documents, and in more than one outlet of the side
/// where it is key, so that one outlet's template cannot win; the outlets are not asked for where
/// no word of that side has them.
public struct KeynessTable: Sendable {
  /// Occurrences on both sides together.
  public var minimumCount = 10
  /// Documents of the side where the word is key.
  public var minimumDocuments = 3
  /// Outlets of the side where the word is key; at most `KeynessCounts.maximumOutlets`.
  public var minimumOutlets = 2
  /// The share of published words that may be key by chance.
  public var maximumQ = 0.05
  /// Rows per comparison and direction.
  public var limit = 50

  public init() {}

  /// - Parameters:
  ///   - comparison: what is compared, as the table says it.
  ///   - word: the word that has a number.
  /// - Returns: the words key to the target, the strongest first, then those key to the reference.
  public func rows(
    _ counts: KeynessCounts, comparison: String, word: (Int32) -> String
  ) -> [KeynessRow] {
    let (targetTokens, referenceTokens) = (counts.targetTokens, counts.referenceTokens)
    guard targetTokens > 0, referenceTokens > 0 else { return [] }
    let frequent = counts.words.filter {
      $0.target.occurrences + $0.reference.occurrences >= minimumCount
    }
    let outlets = (
      target: min(minimumOutlets, frequent.map(\.target.outlets.count).max() ?? 0),
      reference: min(minimumOutlets, frequent.map(\.reference.outlets.count).max() ?? 0)
    )
    var rows: [KeynessRow] = []
    for count in frequent {
      var row = KeynessRow(
        comparison: comparison, word: word(count.number),
        targetN: Int(count.target.occurrences), referenceN: Int(count.reference.occurrences),
        targetTokens: targetTokens, referenceTokens: referenceTokens)
      measure(&row)
      guard let z = row.logOddsZ, z != 0 else { continue }
      let side = z > 0 ? count.target : count.reference
      guard side.documents >= minimumDocuments,
        side.outlets.count >= (z > 0 ? outlets.target : outlets.reference)
      else { continue }
      rows.append(row)
    }
    rows.sort { ($1.logOddsZ ?? 0, $0.word) < ($0.logOddsZ ?? 0, $1.word) }
    let p = rows.map { ChiSquareDistribution.upperTail(abs($0.g2 ?? 0), degrees: 1) }
    for (index, q) in falseDiscoveryRates(p).enumerated() { rows[index].qValue = q }
    rows.removeAll { ($0.qValue ?? 1) > maximumQ }
    let target = rows.prefix(limit).filter { ($0.logOddsZ ?? 0) > 0 }
    let reference = rows.suffix(limit).filter { ($0.logOddsZ ?? 0) < 0 }
    return target + reference.reversed()
  }

  private func measure(_ row: inout KeynessRow) {
    let (a, b) = (Double(row.targetN), Double(row.referenceN))
    let (c, d) = (Double(row.targetTokens), Double(row.referenceTokens))
    row.g2 = LogLikelihood.twoCell(a: a, b: b, c: c, d: d).map { a / c < b / d ? -$0 : $0 }
    row.logRatio = logRatio(a: a, b: b, c: c, d: d)
    row.logOddsZ =
      WeightedLogOdds(target: (a, c), reference: (b, d), prior: (a + b, c + d))?.z
  }
}
