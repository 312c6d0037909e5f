/// The log-likelihood ratio G² of word counts, in the two kinds that the literature confuses.
///
/// Both compare the observed counts with those expected if the word were equally frequent in both
/// corpora, and both are chi-square with one degree of freedom when it is. Both assume independent
/// words, which text never has: a word that one article repeats counts each time. Ask for a
/// minimum number of documents beside it.
public enum LogLikelihood {
  /// G² = 2 (a ln(a/E₁) + b ln(b/E₂)), E₁ = c (a+b)/(c+d): the corpus linguists' two-cell form,
  /// which leaves out the cells of the other words.
  ///
  /// - Parameters: `a`, `b`: the word in target and reference; `c`, `d`: all words of each.
  /// - Returns: `nil` for a corpus without words or with fewer words than occurrences.
  ///
  /// Source: P. Rayson and R. Garside (2000), Comparing corpora using frequency profiling.
  public static func twoCell(a: Double, b: Double, c: Double, d: Double) -> Double? {
    guard isTable(a, b, c, d) else { return nil }
    let share = (a + b) / (c + d)
    guard share > 0 else { return 0 }
    return max(0, 2 * (Double.xlog(a, a / (c * share)) + Double.xlog(b, b / (d * share))))
  }

  /// G² = 2 Σ O ln(O/E) over the four cells of a two-by-two table.
  ///
  /// - Parameters: the cells, by row.
  /// - Returns: `nil` for a negative cell; 0 where a row or column is empty.
  ///
  /// Source: T. Dunning (1993), Computational Linguistics 19: 61–74.
  public static func fourCell(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Double? {
    let n = a + b + c + d
    guard min(a, b, c, d) >= 0, n.isFinite else { return nil }
    guard a + b > 0, c + d > 0, a + c > 0, b + d > 0 else { return 0 }
    let sum =
      Double.xlog(a, a / (a + b) / (a + c) * n) + Double.xlog(b, b / (a + b) / (b + d) * n)
      + Double.xlog(c, c / (c + d) / (a + c) * n) + Double.xlog(d, d / (c + d) / (b + d) * n)
    return max(0, 2 * sum)
  }

  static func isTable(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Bool {
    a >= 0 && b >= 0 && a <= c && b <= d && c > 0 && d > 0 && c.isFinite && d.isFinite
  }
}
