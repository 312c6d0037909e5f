/// How probable changes of level are: an opinion apart from the test's, by Bayes' rule.
///
/// Segments follow one another independently. Before the data are seen, each place begins one with
/// probability 1/n, one change per series on average, and each segment's level has the conjugate
/// distribution about the mean of the series that weighs as much as one period (of values, with the
/// variance of the series): beta for shares, gamma for counts, normal for values. The evidence of
/// all segmentations is then summed exactly, forwards and backwards. Noise beyond the family's, and
/// memory, divide the counts.
///
/// Assumes that the scale of the noise is known. A steady trend, which no levels describe, gives
/// many probable changes.
///
/// Source: P. Fearnhead (2006), Statistics and Computing 16: 203–213; the priors after R. E. Kass
/// and L. Wasserman (1995), JASA 90: 928–934.
public struct ChangePosterior: Sendable {
  /// The places at which a segment may begin or end, from 0 to the count of periods.
  private let places: [Int]
  /// ln of the evidence of what comes before each place, if a segment ends there; after, likewise.
  private var before: [Double]
  private var after: [Double]
  private let marginals: [Double]
  private let shortest: Int
  private let logOdds: Double

  /// - Parameters:
  ///   - scale: by how much the variance of a level exceeds the family's; σ² of values.
  ///   - shortest: segment, in periods.
  ///   - grid: changes lie at multiples of this only.
  /// - Returns: `nil` for a series shorter than a segment, or without noise.
  public init?(_ series: LevelSeries, scale: Double, shortest: Int = 1, grid: Int = 1) {
    guard series.count >= max(1, shortest), scale > 0, scale.isFinite else { return nil }
    let places = Array(stride(from: 0, to: series.count, by: max(1, grid))) + [series.count]
    let marginal = SegmentEvidence(series, scale: scale)
    self.places = places
    self.shortest = max(1, shortest)
    logOdds = -Double.log(Double(max(2, series.count)) - 1)
    var marginals: [Double] = []
    marginals.reserveCapacity(places.count * (places.count - 1) / 2)
    for end in places.indices.dropFirst() {
      for start in 0..<end {
        marginals.append(marginal.log(from: places[start], to: places[end]))
      }
    }
    self.marginals = marginals
    before = Array(repeating: -.infinity, count: places.count)
    after = before
    before[0] = 0
    var terms: [Double] = []
    for end in places.indices.dropFirst() {
      before[end] = Self.sum(0..<end, &terms) {
        $0 == 0 ? segment(0, end) : before[$0] + logOdds + segment($0, end)
      }
    }
    let last = places.count - 1
    after[last] = 0
    for start in stride(from: last - 1, through: 0, by: -1) {
      after[start] = Self.sum(start + 1..<places.count, &terms) {
        $0 == last ? segment(start, last) : after[$0] + logOdds + segment(start, $0)
      }
    }
  }

  /// P(a segment begins at `period`).
  public func probability(at period: Int) -> Double {
    guard let place = places.firstIndex(of: period), place > 0, place < places.count - 1 else {
      return 0
    }
    return Double.exp(before[place] + after[place] + logOdds - before[places.count - 1])
  }

  /// P(at least one segment begins within `periods`).
  public func probability(in periods: ClosedRange<Int>) -> Double {
    let last = places.count - 1
    let total = before[last]
    // The first segment begins with the series, which is no change.
    guard periods.upperBound > 0 else { return 0 }
    let periods = max(1, periods.lowerBound)...periods.upperBound
    // One segment then holds the whole of the range.
    var none = 0.0
    for start in places.indices where places[start] < periods.lowerBound {
      for end in places.indices.dropFirst(start + 1) where places[end] > periods.upperBound {
        let left = start == 0 ? 0 : before[start] + logOdds
        let right = end == last ? 0 : after[end] + logOdds
        none += Double.exp(left + segment(start, end) + right - total)
      }
    }
    return min(1, max(0, 1 - none))
  }

  private func segment(_ start: Int, _ end: Int) -> Double {
    places[end] - places[start] >= shortest ? marginals[end * (end - 1) / 2 + start] : -.infinity
  }

  /// ln Σ exp, without overflow.
  ///
  /// - Parameter terms: any array, to be reused.
  private static func sum(
    _ range: Range<Int>, _ terms: inout [Double], _ term: (Int) -> Double
  ) -> Double {
    terms.removeAll(keepingCapacity: true)
    var most = -Double.infinity
    for place in range {
      let next = term(place)
      most = max(most, next)
      terms.append(next)
    }
    guard most > -.infinity else { return -.infinity }
    var total = 0.0
    // What is less than a rounding error of the largest is left out.
    for term in terms where term > most - 40 { total += Double.exp(term - most) }
    return most + Double.log(total)
  }
}

/// ln of the probability of a stretch, its level integrated out, up to a factor that is the same
/// for all segmentations.
private struct SegmentEvidence {
  private let family: LevelSeries.Family
  private let scale: Double
  private var y = [0.0]
  private var w = [0.0]
  /// What the prior level is worth: a hits out of `weight`; of values, the variance of the level.
  private let hits: Double
  private let weight: Double
  private let spread: Double
  private let constant: Double

  init(_ series: LevelSeries, scale: Double) {
    family = series.family
    self.scale = scale
    let n = Double(series.count)
    let mean = series.level(from: 0, to: series.count)
    let centre = family == .gaussian ? mean : 0
    let unit = family == .gaussian ? 1 : 1 / scale
    for (value, exposure) in zip(series.y, series.w) {
      y.append(y[y.count - 1] + (value - centre * exposure) * unit)
      w.append(w[w.count - 1] + exposure * unit)
    }
    weight = w[w.count - 1] / n
    // At least half a hit, and half a miss of a share: Jeffreys' prior.
    var least = max(0.5, y[y.count - 1] / n)
    if family == .binomial { least = min(least, max(0.5, weight - 0.5)) }
    hits = least
    spread = series.y.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / n / scale
    switch family {
    case .binomial:
      let misses = max(0.5, weight - hits)
      constant =
        Double.logGamma(hits) + Double.logGamma(misses) - Double.logGamma(hits + misses)
    case .poisson: constant = Double.logGamma(hits) - hits * Double.log(weight)
    case .gaussian: constant = 0
    }
  }

  func log(from start: Int, to end: Int) -> Double {
    let (sum, exposure) = (y[end] - y[start], w[end] - w[start])
    switch family {
    case .binomial:
      let misses = max(0.5, weight - hits) + max(0, exposure - sum)
      return Double.logGamma(ofPositive: hits + sum) + Double.logGamma(ofPositive: misses)
        - Double.logGamma(ofPositive: hits + sum + misses) - constant
    case .poisson:
      return Double.logGamma(ofPositive: hits + sum)
        - (hits + sum) * Double.log(weight + exposure) - constant
    case .gaussian:
      let n = Double(end - start)
      return 0.5 * (spread * sum * sum / (scale * (1 + n * spread)) - Double.log1p(n * spread))
    }
  }
}
