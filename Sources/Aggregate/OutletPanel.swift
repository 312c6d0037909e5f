internal import Statistics

/// The series that a change of the outlets in the archive cannot shift, from the counts by outlet.
struct OutletPanel: Sendable {
  /// The group and its value that the fixed panel's series have.
  static let group = GroupValue(group: "panel", value: Panel.fixed.rawValue)

  /// The outlets that are there throughout, by name.
  let fixed: [GroupValue]
  private let outlets: [GroupValue]
  private let bins: Range<Int>

  init(_ counts: SeriesCounts, bins: Range<Int>) {
    var present: [GroupValue: Set<Int>] = [:]
    var all: Set<Int> = []
    for cell in counts.denominators.keys where bins.contains(cell.bin) {
      if cell.group == .all { all.insert(cell.bin) }
      if cell.group.group == Group.outlet.rawValue {
        present[cell.group, default: []].insert(cell.bin)
      }
    }
    outlets = present.keys.sorted()
    let known = outlets.filter { $0.value != Group.unknown }
    fixed = known.filter { present[$0] == all }
    self.bins = bins
  }

  /// What the fixed panel's outlets have in a period together.
  func fixedCounts(
    _ counts: SeriesCounts, measure: Int, bin: Int
  ) -> (denominator: SeriesCounts.Denominator, hits: SeriesCounts.Hits) {
    var (denominator, hits) = (SeriesCounts.Denominator(), SeriesCounts.Hits())
    for outlet in fixed {
      let cell = SeriesCounts.Cell(bin: bin, group: outlet)
      if let more = counts.denominators[cell] { denominator.merge(more) }
      if let more = counts.hits[measure][cell] { hits.merge(more) }
    }
    return (denominator, hits)
  }

  /// The share of documents hit in each period with each outlet's own level taken out.
  func demeaned(_ counts: SeriesCounts, measure: Int) -> [Double?] {
    var cells: [TwoWayMeans.Cell] = []
    for (unit, outlet) in outlets.enumerated() {
      for bin in bins {
        let cell = SeriesCounts.Cell(bin: bin, group: outlet)
        guard let documents = counts.denominators[cell]?.documents else { continue }
        let hits = counts.hits[measure][cell]?.documents ?? 0
        cells.append(
          TwoWayMeans.Cell(
            unit: unit, period: bin - bins.lowerBound, value: Double(hits) / Double(documents),
            weight: Double(documents)))
      }
    }
    return TwoWayMeans(cells, units: outlets.count, periods: bins.count).levels
  }
}
