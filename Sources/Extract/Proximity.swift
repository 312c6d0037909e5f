import Corpus
import Lexicons

/// `A NEAR/n B` and `A BEFORE/n B`, found among the matches of A and B.
enum Proximity {
  /// For each match of `first`, the closest match of `second` in its paragraph, if that lies
  /// within `distance` words (after it, if `ordered`).
  static func matches(
    pattern: Int32, first: [PatternMatch], second: [PatternMatch], distance: Int, ordered: Bool
  ) -> [PatternMatch] {
    first.compactMap { a in
      let following = second.partitioningIndex {
        $0.field > a.field
          || ($0.field == a.field && $0.tokens.lowerBound > a.tokens.upperBound)
      }
      var best: PatternMatch?
      if following < second.count, isNear(a, second[following], distance) {
        best = second[following]
      }
      if !ordered {
        let preceding = second[..<following].last {
          $0.field == a.field && $0.tokens.upperBound < a.tokens.lowerBound
        }
        if let preceding, isNear(a, preceding, distance),
          best.map({ a.distance(to: preceding) < a.distance(to: $0) }) ?? true
        {
          best = preceding
        }
      }
      return best.map { span(a, $0, pattern) }
    }
  }

  private static func isNear(_ a: PatternMatch, _ b: PatternMatch, _ distance: Int) -> Bool {
    a.field == b.field && a.paragraph == b.paragraph && a.distance(to: b) <= distance
  }

  private static func span(_ a: PatternMatch, _ b: PatternMatch, _ pattern: Int32) -> PatternMatch {
    let (left, right) = a.bytes.lowerBound < b.bytes.lowerBound ? (a, b) : (b, a)
    return PatternMatch(
      pattern: pattern, field: a.field,
      tokens: left.tokens.lowerBound...right.tokens.upperBound,
      bytes: left.bytes.lowerBound..<right.bytes.upperBound, sentence: left.sentence,
      paragraph: left.paragraph, parts: (left.bytes, right.bytes))
  }
}
