import Foundation
import Statistics

/// Prints `{name: [index, …]}` for `[{name, values}, …]`, an index being that of the first value of
/// a new segment. Missing values are passed over.
func predict(_ path: String) throws {
  let data = try Data(contentsOf: URL(fileURLWithPath: path))
  let sets = try JSONSerialization.jsonObject(with: data) as? [[String: Any]] ?? []
  var found: [String: [Int]] = [:]
  for set in sets {
    let all = (set["values"] as? [Any] ?? []).map { ($0 as? NSNumber)?.doubleValue }
    let present = all.indices.filter { all[$0] != nil }
    let y = present.compactMap { all[$0] }
    guard let name = set["name"] as? String,
      let series = LevelSeries(family: .gaussian, y: y, w: y.map { _ in 1 })
    else { continue }
    found[name] = ChangePoints(in: series).changes.map { present[$0.period] }
  }
  FileHandle.standardOutput.write(
    try JSONSerialization.data(withJSONObject: found, options: [.sortedKeys, .prettyPrinted]))
  print()
}
