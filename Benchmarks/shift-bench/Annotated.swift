import Foundation
import Statistics

/// Prints, for `[{name, values, annotations: {person: [index, …]}}, …]`, how far the changes found
/// agree with those that people see, against finding none. Missing values are passed over.
func printAnnotated(_ path: String, _ reach: inout Reach) throws {
  guard FileManager.default.fileExists(atPath: path) else {
    print("skipped: \(path) is not there; set PARLANCE_DATA")
    return
  }
  let data = try Data(contentsOf: URL(fileURLWithPath: path))
  let sets = try JSONSerialization.jsonObject(with: data) as? [[String: Any]] ?? []
  print("| series | F1 | covering | F1 of none | covering of none | found |")
  print("|---|---|---|---|---|---|")
  var total = [0.0, 0, 0, 0]
  for set in sets {
    let all = (set["values"] as? [Any] ?? []).map { ($0 as? NSNumber)?.doubleValue }
    let people = Array((set["annotations"] as? [String: [Int]] ?? [:]).values)
    let found = changes(in: all)
    guard let score = SegmentationScore(found, annotations: people, count: all.count),
      let none = SegmentationScore([], annotations: people, count: all.count)
    else { continue }
    let row = [score.f1, score.covering, none.f1, none.covering]
    total = zip(total, row).map { $0 + $1 / Double(sets.count) }
    printRow(set["name"] as? String ?? "", row, found.map(String.init).joined(separator: " "))
  }
  printRow("mean", total, "")
  reach.expect(total[0] >= Reach.f1, "annotated series: F1 \(total[0])")
  reach.expect(total[1] >= Reach.covering, "annotated series: covering \(total[1])")
}

private func changes(in all: [Double?]) -> [Int] {
  let present = all.indices.filter { all[$0] != nil }
  let y = present.compactMap { all[$0] }
  guard let series = LevelSeries(family: .gaussian, y: y, w: y.map { _ in 1 }) else { return [] }
  return ChangePoints(in: series).changes.map { present[$0.period] }
}

private func printRow(_ name: String, _ numbers: [Double], _ found: String) {
  let columns = numbers.map { String(format: "%.3f", $0) }.joined(separator: " | ")
  print("| \(name) | \(columns) | \(found) |")
}
