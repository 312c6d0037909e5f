/// Tests and dates the changes that a segmentation proposes.
struct ChangeTest<Cost: SegmentCost> {
  var cost: Cost
  /// What a likelihood ratio is divided by.
  var scale: Double
  /// Parameters of a segment.
  var parameters: Int
  /// The shortest segment.
  var shortest: Int
  /// What p-value a cut at a place of a range can have at best.
  var leastP: (_ place: Int, _ range: Range<Int>) -> Double
  /// Those of the changes that remain when the noise may remember; all if it may not.
  var remembering: (_ places: [Int]) -> [MemorySelection.Standing] = { places in
    places.indices.map { MemorySelection.Standing(index: $0, ratio: .infinity) }
  }

  /// A change that stands the test.
  struct Dated {
    var place: Int
    /// The 95 % interval of the place.
    var places: ClosedRange<Int>
    /// The neighbouring changes, or the ends of the series.
    var range: Range<Int>
    var statistic: Double
    var pValue: Double
  }

  /// Hansen (2000): P(ξ ≤ c) = (1 − e^(−c/2))².
  private static var dateCritical: Double { -2 * Double.log(1 - 0.95.squareRoot()) }

  /// The changes whose p-value, between their neighbours, is at most `alpha`, also where the noise
  /// may remember; the weakest is dropped first.
  func changes(at proposed: [Int], alpha: Double) -> [Dated] {
    var places = proposed
    while !places.isEmpty {
      let edges = [0] + places + [cost.count]
      var tested = places.indices.map { dated(places[$0], in: edges[$0]..<edges[$0 + 2]) }
      if tested.allSatisfy({ $0.pValue <= alpha }) {
        let standing = remembering(places)
        guard standing.count == places.count else {
          places = standing.map { places[$0.index] }
          continue
        }
        for (index, one) in standing.enumerated() {
          let p = law(tested[index].range.count).pValue(one.ratio)
          tested[index].pValue = max(tested[index].pValue, p)
        }
      }
      guard let weakest = tested.indices.max(by: { tested[$0].pValue < tested[$1].pValue }),
        tested[weakest].pValue > alpha
      else { return tested }
      places.remove(at: weakest)
    }
    return []
  }

  /// The best single change of the whole series, and its likelihood ratio.
  func strongest(grid: Int) -> (place: Int, ratio: Double) {
    var best = (place: shortest, ratio: 0.0)
    for place in stride(from: shortest, through: cost.count - shortest, by: grid) {
      let ratio = ratio(place, in: 0..<cost.count)
      if ratio > best.ratio { best = (place, ratio) }
    }
    return best
  }

  /// As the noise is measured from the series itself, the ratio is first brought from the scale of
  /// F to that of chi-square: m ln(1 + F/m) with m degrees of freedom left.
  func pValue(_ ratio: Double, count: Int) -> Double {
    let free = Double(max(1, cost.count - 2 * parameters))
    return law(count).pValue(free * Double.log1p(ratio / free))
  }

  private func law(_ count: Int) -> SupremumTest {
    SupremumTest(parameters: parameters, trimming: Double(shortest) / Double(count))
  }

  /// The likelihood ratio of a cut at `place`, in units of the noise.
  private func ratio(_ place: Int, in range: Range<Int>) -> Double {
    let whole = cost.cost(from: range.lowerBound, to: range.upperBound)
    let parts =
      cost.cost(from: range.lowerBound, to: place) + cost.cost(from: place, to: range.upperBound)
    return max(0, (whole - parts) / scale)
  }

  private func dated(_ place: Int, in range: Range<Int>) -> Dated {
    let best = ratio(place, in: range)
    func isPlausible(_ other: Int) -> Bool { best - ratio(other, in: range) <= Self.dateCritical }
    let first = min(range.lowerBound + shortest, place)
    let last = max(range.upperBound - shortest, place)
    var low = (first...place).first(where: isPlausible) ?? place
    var high = (place...last).last(where: isPlausible) ?? place
    // The change may also lie where a segment would be too short to look for one.
    while low <= first, low - parameters > range.lowerBound, isPlausible(low - 1) { low -= 1 }
    while high >= last, high + parameters < range.upperBound, isPlausible(high + 1) { high += 1 }
    return Dated(
      place: place, places: low...high, range: range, statistic: best,
      pValue: max(pValue(best, count: range.count), leastP(place, range)))
  }
}
