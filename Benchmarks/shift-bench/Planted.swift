import Aggregate
import Corpus
import Foundation
import Statistics

/// What is planted in made series, and what ought to be found.
private struct Plan {
  var name: String
  var synthetic: Synthetic
  /// `nil` for anything: a slow rise, or more than can be asked.
  var expected: Expected?

  enum Expected { case nothing, change }

  init(_ name: String, _ expected: Expected? = nil, _ edit: (inout Synthetic) -> Void) {
    self.name = name
    self.expected = expected
    synthetic = Synthetic(periods: 0, hits: 0)
    edit(&synthetic)
  }

  static let all = [
    Plan("nothing", .nothing) { _ in },
    Plan("nothing, scatter 0.3", .nothing) { $0.scatter = 0.3 },
    Plan("nothing, scatter 0.3, memory 0.4", .nothing) { ($0.scatter, $0.memory) = (0.3, 0.4) },
    Plan("nothing, scatter 0.3, memory 0.7", .nothing) { ($0.scatter, $0.memory) = (0.3, 0.7) },
    Plan("steady rise to double") { $0.rise = 2 },
    Plan("steady rise to fivefold") { $0.rise = 5 },
    Plan("doubling", .change) { $0.factor = 2 },
    Plan("doubling, scatter 0.3") { ($0.factor, $0.scatter) = (2, 0.3) },
    Plan("doubling, scatter 0.3, memory 0.4") {
      ($0.factor, $0.scatter, $0.memory) = (2, 0.3, 0.4)
    },
    Plan("rise by half") { $0.factor = 1.5 },
    Plan("two periods at three times the level") { ($0.peak, $0.peakLength) = (3, 2) },
  ]
}

/// From which hits per period on a doubling ought to be found.
private let askedHits = 50.0

/// Prints, per kind of series, the percentage in which a change, a trend and a burst were found, and
/// how far the nearest change was off.
func printPlanted(runs: Int, _ reach: inout Reach) {
  let sizes = [24, 48, 96, 180, 240]
  let header = sizes.map(String.init).joined(separator: " | ")
  print("| series | hits per period | \(header) periods |")
  print("|---|---|" + sizes.map { _ in "---|" }.joined())
  for plan in Plan.all {
    for hits in [2.0, 10, 50] {
      let cells = sizes.map { periods in
        var one = plan
        one.synthetic.periods = periods
        one.synthetic.hits = hits
        return cell(one, runs: runs, &reach)
      }
      print("| \(plan.name) | \(Int(hits)) | \(cells.joined(separator: " | ")) |")
    }
  }
}

private func cell(_ plan: Plan, runs: Int, _ reach: inout Reach) -> String {
  var random = SplitMix64(state: 1)
  let finder = ShiftFinder()
  let middle = plan.synthetic.periods / 2
  var counts: [ShiftRow.Kind: Int] = [:]
  var errors: [Int] = []
  for _ in 0..<runs {
    guard let series = plan.synthetic.make(&random).map(ShiftSeries.init(made:)) else { continue }
    let rows = finder.findings(in: series).table()
    for kind in Set(rows.map(\.kind)) { counts[kind, default: 0] += 1 }
    let changes = rows.filter { $0.kind == .change }.compactMap { $0.period.flatMap { Int($0) } }
    if let nearest = changes.map({ abs($0 - middle) }).min() { errors.append(nearest) }
  }
  func share(_ kind: ShiftRow.Kind) -> Double { Double(counts[kind] ?? 0) / Double(runs) }
  let error = errors.isEmpty ? nil : errors.sorted()[errors.count / 2]
  let name = "\(plan.name), \(Int(plan.synthetic.hits)) hits, \(plan.synthetic.periods) periods"
  switch plan.expected {
  case .nothing:
    let kinds: [ShiftRow.Kind] = [.change, .trend, .burst]
    reach.expectNothing(
      Dictionary(uniqueKeysWithValues: kinds.map { ($0.rawValue, share($0)) }), in: name)
  case .change where plan.synthetic.hits >= askedHits:
    reach.expectFound(share(.change), dateError: error, in: name)
  default: break
  }
  let dated = plan.synthetic.factor == 1 ? "" : error.map { " (\($0))" } ?? ""
  return
    "\(percent(share(.change)))\(dated) · \(percent(share(.trend))) · \(percent(share(.burst)))"
}

extension ShiftSeries {
  /// Periods are called by their numbers.
  init(made: LevelSeries) {
    self.init(
      measure: "made", labels: made.y.indices.map(String.init), values: made.y,
      denominators: made.w)
  }
}

/// Prints how long a study's methods take together, on one core: changes with their posterior,
/// bursts, trends, the effects of two events, and the smoothing of each series.
func printTime(count: Int, _ reach: inout Reach) {
  var random = SplitMix64(state: 1)
  let made = (0..<100).compactMap { index in
    Synthetic(
      periods: 240, hits: 10, factor: index % 4 == 0 ? 2 : 1, rise: index % 5 == 0 ? 3 : 1,
      scatter: 0.3, memory: 0.4
    ).make(&random)
  }
  let series = made.map(ShiftSeries.init(made:))
  var finder = ShiftFinder(kinds: Set(ShiftRow.Kind.allCases))
  finder.events = [80, 160].compactMap { period in
    CalendarDate(iso: "2020-01-01").map {
      PlacedEvent(Event(date: $0, label: "\(period)", jurisdiction: nil), period: period)
    }
  }
  var findings = ShiftFindings()
  var smooth = 0
  let start = processorSeconds()
  for index in 0..<count {
    findings.merge(finder.findings(in: series[index % series.count]))
    let one = made[index % made.count]
    if LocalLevel(zip(one.y, one.w).map(/), weights: one.w) != nil { smooth += 1 }
  }
  let seconds = processorSeconds() - start
  print(
    "\(count) series of 240 periods in \(String(format: "%.1f", seconds)) s of one core, "
      + "\(findings.table().count) shifts")
  let share = Double(count) / 10_000
  reach.expect(
    seconds < Reach.seconds * share, "\(count) series take \(String(format: "%.1f", seconds)) s")
}

/// What this process has used, which other processes lengthen less than the clock's time.
private func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
