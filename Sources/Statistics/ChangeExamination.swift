/// Tests, dates and measures the changes that a segmentation proposes.
struct ChangeExamination<Cost: SegmentCost> {
  var cost: Cost
  /// The series as observed, from which levels are taken.
  var series: LevelSeries
  /// What a likelihood ratio is divided by.
  var scale: Double

  /// Hansen (2000): P(ξ ≤ c) = (1 − e^(−c/2))².
  private var dateCritical: Double { -2 * Double.log(1 - 0.95.squareRoot()) }
  private var shortest: Int { ChangePoints.minimumLength }

  /// The changes that stand the test, the weakest being dropped first.
  func changes(at proposed: [Int], alpha: Double) -> [ChangePoints.Change] {
    var edges = [0] + proposed + [series.count]
    while edges.count > 2 {
      let tested = (1..<(edges.count - 1)).map { index in
        (
          index,
          pValue(
            ratio(edges[index], in: edges[index - 1]..<edges[index + 1]),
            count: edges[index + 1] - edges[index - 1])
        )
      }
      guard let weakest = tested.max(by: { $0.1 < $1.1 }), weakest.1 > alpha else {
        return tested.map {
          change(at: edges[$0.0], in: edges[$0.0 - 1]..<edges[$0.0 + 1], p: $0.1)
        }
      }
      edges.remove(at: weakest.0)
    }
    return []
  }

  /// p of the best single change of the whole series.
  func strongest(grid: Int) -> Double {
    let places = stride(from: shortest, through: series.count - shortest, by: grid)
    let best = places.reduce(0) { max($0, ratio($1, in: 0..<series.count)) }
    return pValue(best, count: series.count)
  }

  /// The likelihood ratio of a cut at `place`, in units of the noise.
  private func ratio(_ place: Int, in range: Range<Int>) -> Double {
    let whole = cost.cost(from: range.lowerBound, to: range.upperBound)
    let parts =
      cost.cost(from: range.lowerBound, to: place) + cost.cost(from: place, to: range.upperBound)
    return max(0, (whole - parts) / scale)
  }

  /// As the noise is measured from the series itself, the ratio is first brought from the scale of
  /// F to that of chi-square: m ln(1 + F/m) with m degrees of freedom left.
  private func pValue(_ ratio: Double, count: Int) -> Double {
    let free = Double(max(1, series.count - 2))
    return SupremumTest(parameters: 1, trimming: Double(shortest) / Double(count))
      .pValue(free * Double.log1p(ratio / free))
  }

  private func change(at place: Int, in range: Range<Int>, p: Double) -> ChangePoints.Change {
    let best = ratio(place, in: range)
    func isPlausible(_ other: Int) -> Bool { best - ratio(other, in: range) <= dateCritical }
    let first = (range.lowerBound + shortest)...max(range.lowerBound + shortest, place)
    let last = place...max(place, range.upperBound - shortest)
    let low = first.first(where: isPlausible) ?? place
    let high = last.last(where: isPlausible) ?? place
    let (before, after) = (range.lowerBound..<place, place..<range.upperBound)
    return ChangePoints.Change(
      period: place, periods: min(low, place)...high,
      before: series.level(from: before.lowerBound, to: before.upperBound),
      after: series.level(from: after.lowerBound, to: after.upperBound),
      effect: effect(before, after), statistic: best, pValue: p)
  }

  /// Newcombe's interval for shares, its trials divided by the inflation of the variance; for
  /// counts and values, difference ± z or t standard errors.
  private func effect(_ before: Range<Int>, _ after: Range<Int>) -> Interval {
    func sums(_ range: Range<Int>) -> (y: Double, w: Double) {
      (series.y[range].reduce(0, +), series.w[range].reduce(0, +))
    }
    let (a, b) = (sums(before), sums(after))
    let difference = b.y / b.w - a.y / a.w
    switch series.family {
    case .binomial:
      return newcombeInterval(
        first: (a.y / scale, a.w / scale), second: (b.y / scale, b.w / scale))
        ?? Interval(difference, difference)
    case .poisson:
      let half =
        NormalDistribution.z95 * (scale * (a.y / a.w / a.w + b.y / b.w / b.w)).squareRoot()
      return Interval(difference - half, difference + half)
    case .gaussian:
      let t = StudentDistribution.twoSidedQuantile(
        0.05, degrees: Double(max(1, series.count - 2)))
      let half = t * (scale * (1 / a.w + 1 / b.w)).squareRoot()
      return Interval(difference - half, difference + half)
    }
  }
}
