/// Hardie's log ratio: the binary logarithm of the ratio of two relative frequencies.
///
/// log₂((a/c) / (b/d)): 1 is twice as frequent in the target, −1 half as frequent. A word that is
/// absent from one side is counted there as half an occurrence, so that the ratio is finite.
///
/// Source: A. Hardie (2014), Log Ratio: an informal introduction (CASS); the half is his rule.
/// - Parameters: `a`, `b`: the word in target and reference; `c`, `d`: all words of each.
/// - Returns: `nil` for a corpus without words, and for a word in neither.
public func logRatio(a: Double, b: Double, c: Double, d: Double) -> Double? {
  guard LogLikelihood.isTable(a, b, c, d), a + b > 0 else { return nil }
  return Double.log2((a == 0 ? 0.5 : a) / c) - Double.log2((b == 0 ? 0.5 : b) / d)
}
