import Corpus
import Lexicons

/// `A NEAR/n B` and `A BEFORE/n B`, found among the matches of A and B.
enum Proximity {
  /// For each match of `first`, the closest match of `second` in its paragraph, if that lies
  /// within `distance` words (after it, if `ordered`). In the order of their first words.
  static func matches(
    pattern: Int32, first: PatternMatches.Matches, second: PatternMatches.Matches, distance: Int,
    ordered: Bool, longestSpan: Int32
  ) -> [PatternMatch] {
    let reach = Int32(distance) + longestSpan
    let found = first.compactMap { a in
      let following = second.partitioningIndex {
        $0.field > a.field || ($0.field == a.field && $0.firstToken > a.lastToken)
      }
      var best: PatternMatch?
      if following < second.endIndex, isNear(a, second[following], distance) {
        best = second[following]
      }
      if !ordered {
        let preceding = second[..<following].reversed()
          .prefix { $0.field == a.field && a.firstToken - $0.firstToken <= reach }
          .first { $0.lastToken < a.firstToken }
        if let preceding, isNear(a, preceding, distance),
          best.map({ a.distance(to: preceding) < a.distance(to: $0) }) ?? true
        {
          best = preceding
        }
      }
      return best.map { span(a, $0, pattern) }
    }
    return found.sorted { ($0.field, $0.firstToken) < ($1.field, $1.firstToken) }
  }

  private static func isNear(_ a: PatternMatch, _ b: PatternMatch, _ distance: Int) -> Bool {
    a.field == b.field && a.paragraph == b.paragraph && a.distance(to: b) <= distance
  }

  private static func span(_ a: PatternMatch, _ b: PatternMatch, _ pattern: Int32) -> PatternMatch {
    let (left, right) = a.bytes.lowerBound < b.bytes.lowerBound ? (a, b) : (b, a)
    return PatternMatch(
      pattern: pattern, firstToken: left.firstToken, lastToken: right.lastToken,
      sentence: left.sentence, paragraph: left.paragraph,
      bytes: left.bytes.lowerBound..<right.bytes.upperBound,
      gap: left.bytes.upperBound..<right.bytes.lowerBound, field: a.field)
  }
}
