extension Resonance {
  /// One per text, from counts of words: each text's distribution is mixed with that of all texts,
  /// so that a word which one lacks is no infinite surprise.
  ///
  /// p = (1 − λ) × the text's own shares + λ × the shares of all texts.
  ///
  /// - Parameters:
  ///   - texts: in time order; the words of each once, ascending, with how often they occur.
  ///   - smoothing: λ, between 0 and 1.
  /// - Returns: `nil` for texts without words and where the window leaves the series.
  public static func series(
    words texts: [[(word: Int32, count: Double)]], window: Int, smoothing: Double = 0.05
  ) -> [Resonance?] {
    guard window > 0, smoothing > 0, smoothing < 1 else { return texts.map { _ in nil } }
    var all: [Int32: Double] = [:]
    for text in texts { for use in text { all[use.word, default: 0] += use.count } }
    let total = all.values.reduce(0, +)
    let made = texts.map { text -> [Share] in
      let size = text.reduce(0) { $0 + $1.count }
      return text.map {
        let common = smoothing * (all[$0.word] ?? 0) / total
        return Share(
          word: $0.word, own: (1 - smoothing) * $0.count / size + common, common: common)
      }
    }
    return made.indices.map { index in
      guard !made[index].isEmpty, index >= window, made.count - index > window else { return nil }
      func mean(_ others: Range<Int>) -> Double {
        others.reduce(0) { $0 + surprise(of: made[index], to: made[$1]) / Double(window) }
      }
      return Resonance(
        novelty: mean(index - window..<index), transience: mean(index + 1..<index + window + 1))
    }
  }

  /// A word's share in a text, and what it is in a text that lacks it.
  private struct Share {
    var word: Int32
    var own: Double
    var common: Double
  }

  /// Kullback and Leibler's divergence in bits. Words that neither has are as likely in both.
  private static func surprise(of p: [Share], to q: [Share]) -> Double {
    var (sum, i, j) = (0.0, 0, 0)
    while i < p.count || j < q.count {
      if j == q.count || (i < p.count && p[i].word < q[j].word) {
        sum += p[i].own * Double.log2(p[i].own / p[i].common)
        i += 1
      } else if i == p.count || q[j].word < p[i].word {
        sum += q[j].common * Double.log2(q[j].common / q[j].own)
        j += 1
      } else {
        sum += p[i].own * Double.log2(p[i].own / q[j].own)
        i += 1
        j += 1
      }
    }
    return max(0, sum)
  }
}
