public import Corpus
internal import Statistics

/// The rows of `keyness.csv`: the words that set the target apart from the reference.
///
/// Weighed by the weighted log-odds, whose prior is the pooled counts. A word must be frequent
/// enough on both sides together, in enough documents, and in more than one outlet of the side
/// where it is key; and it must stay key when any one outlet is left out, by which words are ranked,
/// so that one outlet's template cannot win. Outlets are not asked for where no word of that side
/// has them.
public struct KeynessTable: Sendable {
  /// Occurrences on both sides together.
  public var minimumCount = 10
  /// Documents of the side where the word is key.
  public var minimumDocuments = 3
  /// Outlets of the side where the word is key; at most `KeynessCounts.maximumOutlets`.
  public var minimumOutlets = 2
  /// The share of published words that may be key by chance.
  public var maximumQ = 0.05
  /// The z that must be left without any one outlet: 5 %, two-sided.
  public var minimumLeastZ = 1.96
  /// Rows per comparison and direction.
  public var limit = 50

  public init() {}

  /// A word that is key, but for what single outlets do to it.
  public struct Candidate: Sendable, Hashable {
    public var word: Int32
    public var row: KeynessRow
  }

  /// Words key to the target, the strongest first, then those key to the reference; of each more
  /// than will be published.
  ///
  /// - Parameters:
  ///   - comparison: what is compared, as the table says it.
  ///   - word: the word that has a number.
  public func candidates(
    _ counts: KeynessCounts, comparison: String, word: (Int32) -> String
  ) -> [Candidate] {
    let (targetTokens, referenceTokens) = (counts.targetTokens, counts.referenceTokens)
    guard targetTokens > 0, referenceTokens > 0 else { return [] }
    let frequent = counts.words.filter {
      $0.target.occurrences + $0.reference.occurrences >= minimumCount
    }
    let outlets = (
      target: min(minimumOutlets, frequent.map(\.target.outlets.count).max() ?? 0),
      reference: min(minimumOutlets, frequent.map(\.reference.outlets.count).max() ?? 0)
    )
    var found: [Candidate] = []
    for count in frequent {
      var row = KeynessRow(
        comparison: comparison, word: word(count.number),
        targetN: Int(count.target.occurrences), referenceN: Int(count.reference.occurrences),
        targetTokens: targetTokens, referenceTokens: referenceTokens,
        targetDocuments: Int(count.target.documents),
        referenceDocuments: Int(count.reference.documents))
      measure(&row)
      guard let z = row.logOddsZ, z != 0 else { continue }
      let side = z > 0 ? count.target : count.reference
      guard side.documents >= minimumDocuments,
        side.outlets.count >= (z > 0 ? outlets.target : outlets.reference)
      else { continue }
      found.append(Candidate(word: count.number, row: row))
    }
    let p = found.map { ChiSquareDistribution.upperTail(abs($0.row.g2 ?? 0), degrees: 1) }
    for (index, q) in falseDiscoveryRates(p).enumerated() { found[index].row.qValue = q }
    found.removeAll { ($0.row.qValue ?? 1) > maximumQ }
    return published(found, limit: 4 * limit) { $0.row.logOddsZ ?? 0 }
  }

  /// The rows to publish, once it is known how the outlets use the candidates.
  public func rows(_ candidates: [Candidate], spread: OutletUses) -> [KeynessRow] {
    let settled = candidates.map { candidate in
      var candidate = candidate
      addSpread(spread.parts(of: candidate.word), to: &candidate.row)
      return candidate
    }
    let kept = settled.filter { abs($0.row.leastZ ?? .infinity) >= minimumLeastZ }
    return published(kept, limit: limit) { $0.row.leastZ ?? $0.row.logOddsZ ?? 0 }.map(\.row)
  }

  /// At most `limit` in either direction, the strongest first.
  private func published(
    _ candidates: [Candidate], limit: Int, by strength: (Candidate) -> Double
  ) -> [Candidate] {
    func strongest(_ side: [Candidate]) -> ArraySlice<Candidate> {
      side.sorted {
        (abs(strength($1)), $0.row.word) < (abs(strength($0)), $1.row.word)
      }.prefix(limit)
    }
    return Array(strongest(candidates.filter { strength($0) > 0 }))
      + strongest(candidates.filter { strength($0) < 0 })
  }

  private func measure(_ row: inout KeynessRow) {
    let (a, b) = (Double(row.targetN), Double(row.referenceN))
    let (c, d) = (Double(row.targetTokens), Double(row.referenceTokens))
    row.g2 = LogLikelihood.twoCell(a: a, b: b, c: c, d: d).map { a / c < b / d ? -$0 : $0 }
    row.g2FourCell =
      LogLikelihood.fourCell(a, b, c - a, d - b).map { a / c < b / d ? -$0 : $0 }
    row.logRatio = logRatio(a: a, b: b, c: c, d: d)
    row.logOddsZ = Self.z(target: (a, c), reference: (b, d))
  }

  private func addSpread(_ parts: [OutletUses.Part], to row: inout KeynessRow) {
    guard parts.count > 1, let z = row.logOddsZ else { return }
    let key = parts.map { z > 0 ? $0.target : $0.reference }
    row.dispersion = deviationOfProportions(key.map(\.count), sizes: key.map(\.total))
    let target = (Double(row.targetN), Double(row.targetTokens))
    let reference = (Double(row.referenceN), Double(row.referenceTokens))
    let without = parts.compactMap { part -> Double? in
      let rest = (
        target: (target.0 - part.target.count, target.1 - part.target.total),
        reference: (reference.0 - part.reference.count, reference.1 - part.reference.total)
      )
      // Without a side there is nothing to compare.
      guard rest.target.1 > 0, rest.reference.1 > 0 else { return nil }
      return rest.target.0 + rest.reference.0 > 0
        ? Self.z(target: rest.target, reference: rest.reference) : 0
    }
    guard let least = without.min(by: { z > 0 ? $0 < $1 : $0 > $1 }) else { return }
    // Key to the other side without one outlet is not key.
    row.leastZ = (least > 0) == (z > 0) ? least : 0
  }

  private static func z(
    target: (Double, Double), reference: (Double, Double)
  ) -> Double? {
    WeightedLogOdds(
      target: (target.0, target.1), reference: (reference.0, reference.1),
      prior: (target.0 + reference.0, target.1 + reference.1))?.z
  }
}
