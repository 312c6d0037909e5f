/// How far changes that a method found agree with those that several people see.
///
/// F1 matches a found change to a person's if they are at most five periods apart, precision
/// against all people's changes together and recall averaged over people; the first period counts as
/// a change of everyone. Covering weighs each person's segments, by length, with their best Jaccard
/// overlap with a found segment, averaged over people.
///
/// Source: G. J. J. van den Burg and C. K. I. Williams (2020), arXiv:2003.06222, section 4.
public struct SegmentationScore: Sendable, Hashable {
  public var f1: Double
  public var covering: Double

  /// - Parameters:
  ///   - found: the first period of each new segment.
  ///   - annotations: the same of each person.
  ///   - count: the periods of the series.
  /// - Returns: `nil` without a person or a period.
  public init?(_ found: [Int], annotations: [[Int]], count: Int) {
    guard !annotations.isEmpty, count > 0 else { return nil }
    let found = Set(found).union([0])
    let truths = annotations.map { Set($0).union([0]) }
    let union = truths.reduce(into: Set<Int>()) { $0.formUnion($1) }
    let precision = Double(Self.matches(union, found)) / Double(found.count)
    let recall = truths.reduce(0) {
      $0 + Double(Self.matches($1, found)) / Double($1.count) / Double(truths.count)
    }
    f1 = 2 * precision * recall / (precision + recall)
    let parts = Self.segments(found, count)
    covering = truths.reduce(0) { sum, truth in
      let covered = Self.segments(truth, count).reduce(0) { covered, segment in
        covered + Double(segment.count) * (parts.map { Self.overlap(segment, $0) }.max() ?? 0)
      }
      return sum + covered / Double(count * truths.count)
    }
  }

  /// Each found change is matched once, to the nearest within five periods.
  private static func matches(_ truth: Set<Int>, _ found: Set<Int>) -> Int {
    var left = found
    return truth.sorted().count { change in
      let near = left.filter { abs($0 - change) <= 5 }
        .min { (abs($0 - change), $0) < (abs($1 - change), $1) }
      return near.map { left.remove($0) != nil } ?? false
    }
  }

  private static func segments(_ changes: Set<Int>, _ count: Int) -> [Range<Int>] {
    let edges = changes.filter { (1..<count).contains($0) }.union([0, count]).sorted()
    return zip(edges, edges.dropFirst()).map { $0..<$1 }
  }

  private static func overlap(_ a: Range<Int>, _ b: Range<Int>) -> Double {
    let shared = Double(a.clamped(to: b).count)
    return shared / (Double(a.count + b.count) - shared)
  }
}
