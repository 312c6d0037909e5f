import Foundation
import Statistics
import Testing

/// The floor under the method's agreement with people: the half of the Turing Change Point Data Set
/// (van den Burg and Williams 2020) that is at hand, scored as its authors do, margin 5. "No change"
/// scores .703 and .615; the method .792 and .756.
struct AnnotatedSeriesTests {
  @Test func agreesWithAnnotators() throws {
    guard let sets = series() else { return }
    var (f1, covering) = (0.0, 0.0)
    for set in sets {
      let all = try #require(set["values"] as? [Any]).map { ($0 as? NSNumber)?.doubleValue }
      let present = all.indices.filter { all[$0] != nil }
      let values = present.compactMap { all[$0] }
      let series = try #require(
        LevelSeries(family: .gaussian, y: values, w: values.map { _ in 1 }))
      let found = ChangePoints(in: series).changes.map { present[$0.period] }
      let annotations = try #require(set["annotations"] as? [String: [Int]])
      let score = AnnotatorScore(Array(annotations.values), found: found, count: all.count)
      f1 += score.f1 / Double(sets.count)
      covering += score.covering / Double(sets.count)
    }
    #expect(f1 >= 0.78)
    #expect(covering >= 0.75)
  }

  private func series() -> [[String: Any]]? {
    let folder = ProcessInfo.processInfo.environment["PARLANCE_DATA"] ?? "../shared"
    let path = "\(folder)/data/changepoints-dev.json"
    guard let data = FileManager.default.contents(atPath: path) else {
      print("skipped: \(path) is not there; set PARLANCE_DATA")
      return nil
    }
    return try? JSONSerialization.jsonObject(with: data) as? [[String: Any]]
  }
}

/// F1 and covering of found changes against several annotators.
struct AnnotatorScore {
  var f1: Double
  var covering: Double

  init(_ annotations: [[Int]], found: [Int], count: Int) {
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
