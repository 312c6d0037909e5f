/// Gries's deviation of proportions: how unevenly a word is spread over the parts of a corpus.
///
/// DP = ½ Σ |v − s|, v being each part's share of the word's occurrences and s its share of all
/// words, divided by 1 − min s, so that it runs from 0 (spread like all words) to 1 (in the smallest
/// part alone).
///
/// Source: S. Th. Gries (2008), International Journal of Corpus Linguistics 13: 403–437;
/// J. Lijffijt and S. Th. Gries (2012), same journal 17: 147–149, for the divisor.
/// - Parameters:
///   - counts: the word's occurrences in each part.
///   - sizes: all words of each part; parts without any are passed over.
/// - Returns: `nil` for arrays that differ in length, for no occurrence, and for a single part.
public func deviationOfProportions(_ counts: [Double], sizes: [Double]) -> Double? {
  let parts = zip(counts, sizes).filter { $0.1 > 0 }
  let occurrences = parts.reduce(0) { $0 + $1.0 }
  let size = parts.reduce(0) { $0 + $1.1 }
  guard counts.count == sizes.count, parts.count > 1, occurrences > 0, occurrences.isFinite,
    size.isFinite, let least = parts.map(\.1).min()
  else { return nil }
  let sum = parts.reduce(0) { $0 + abs($1.0 / occurrences - $1.1 / size) }
  return min(1, sum / 2 / (1 - least / size))
}
