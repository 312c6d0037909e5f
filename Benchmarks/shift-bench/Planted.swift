import Aggregate
import Corpus
import Foundation
import Statistics

/// Prints, per kind of series, how often changes were found and how far their dates were off.
func printPlanted(runs: Int) {
  print("| series | periods | hits per period | found, % | right number, % | median date error |")
  print("|---|---|---|---|---|---|")
  for periods in [24, 48, 96, 180, 240] {
    for hits in [2.0, 10, 50] {
      for (name, synthetic) in plans(periods: periods, hits: hits) {
        printRow(name, synthetic, runs: runs)
      }
    }
  }
}

private func plans(periods: Int, hits: Double) -> [(String, Synthetic)] {
  func plan(_ edit: (inout Synthetic) -> Void) -> Synthetic {
    var synthetic = Synthetic(periods: periods, hits: hits)
    edit(&synthetic)
    return synthetic
  }
  return [
    ("nothing", plan { _ in }),
    ("nothing, scatter 0.3", plan { $0.scatter = 0.3 }),
    ("nothing, scatter 0.3, memory 0.4", plan { ($0.scatter, $0.memory) = (0.3, 0.4) }),
    ("nothing, scatter 0.3, memory 0.7", plan { ($0.scatter, $0.memory) = (0.3, 0.7) }),
    ("steady rise to double", plan { $0.rise = 2 }),
    ("steady rise to fivefold", plan { $0.rise = 5 }),
    ("doubling", plan { $0.factor = 2 }),
    ("doubling, scatter 0.3", plan { ($0.factor, $0.scatter) = (2, 0.3) }),
    (
      "doubling, scatter 0.3, memory 0.4",
      plan { ($0.factor, $0.scatter, $0.memory) = (2, 0.3, 0.4) }
    ),
    ("rise by half", plan { $0.factor = 1.5 }),
  ]
}

private func printRow(_ name: String, _ synthetic: Synthetic, runs: Int) {
  var random = SplitMix64(state: 1)
  var found = 0
  var right = 0
  var errors: [Int] = []
  for _ in 0..<runs {
    guard let series = synthetic.make(&random) else { continue }
    let changes = ChangePoints(in: series).changes.map(\.period)
    let middle = synthetic.periods / 2
    if let nearest = changes.map({ abs($0 - middle) }).min() {
      found += 1
      errors.append(nearest)
    }
    if changes.count == (synthetic.factor == 1 ? 0 : 1) { right += 1 }
  }
  let error =
    synthetic.factor == 1 || errors.isEmpty ? "" : "\(errors.sorted()[errors.count / 2])"
  func percent(_ count: Int) -> String {
    String(format: "%.1f", 100 * Double(count) / Double(runs))
  }
  print(
    "| \(name) | \(synthetic.periods) | \(Int(synthetic.hits)) | \(percent(found)) "
      + "| \(percent(right)) | \(error) |")
}

/// Prints how long a study's methods take together, on one core: changes with their posterior,
/// bursts, trends, the effects of two events, and the smoothing of each series.
func printTime(count: Int) {
  var random = SplitMix64(state: 1)
  let made = (0..<100).compactMap { index in
    Synthetic(
      periods: 240, hits: 10, factor: index % 4 == 0 ? 2 : 1, rise: index % 5 == 0 ? 3 : 1,
      scatter: 0.3, memory: 0.4
    ).make(&random)
  }
  let series = made.map { made in
    ShiftSeries(
      measure: "m", labels: made.y.indices.map(String.init), values: made.y,
      denominators: made.w)
  }
  var finder = ShiftFinder(kinds: Set(ShiftRow.Kind.allCases))
  finder.events = [80, 160].compactMap { period in
    CalendarDate(iso: "2020-01-01").map {
      PlacedEvent(Event(date: $0, label: "\(period)", jurisdiction: nil), period: period)
    }
  }
  var findings = ShiftFindings()
  var smooth = 0
  let time = ContinuousClock().measure {
    for index in 0..<count {
      findings.merge(finder.findings(in: series[index % series.count]))
      let one = made[index % made.count]
      if LocalLevel(zip(one.y, one.w).map(/), weights: one.w) != nil { smooth += 1 }
    }
  }
  print("\(count) series of 240 periods in \(time), \(findings.table().count) shifts")
}
