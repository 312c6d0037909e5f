import Foundation
import Statistics
import Testing

/// The floor under the method's agreement with people: the half of the Turing Change Point Data Set
/// (van den Burg and Williams 2020) that is at hand, scored as its authors do, margin 5. "No change"
/// scores .703 and .615; the method .801 and .773.
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
      let score = try #require(
        SegmentationScore(found, annotations: Array(annotations.values), count: all.count))
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
