/// A series of periods that have an observation, as the change-point methods see it: a sum `y`
/// over a weight `w` in each, the level of any stretch being Σy / Σw.
public struct LevelSeries: Sendable, Hashable {
  /// How an observation varies about its level.
  public enum Family: String, Sendable, Hashable, CaseIterable {
    /// y of w documents; variance μ(1−μ)w.
    case binomial
    /// y events in an exposure w; variance μw.
    case poisson
    /// y is a value, w is 1; constant variance.
    case gaussian

    func variance(_ level: Double) -> Double {
      switch self {
      case .binomial: level * (1 - level)
      case .poisson: level
      case .gaussian: 1
      }
    }
  }

  public let family: Family
  public let y: [Double]
  public let w: [Double]
  /// When, in periods: ascending.
  public let times: [Double]

  /// - Parameter times: ascending; consecutive periods if `nil`.
  /// - Returns: `nil` for arrays that differ in length, a weight that is not positive, an
  ///   observation outside the family's range, or magnitudes above 10¹⁰⁰.
  public init?(family: Family, y: [Double], w: [Double], times: [Double]? = nil) {
    let times = times ?? y.indices.map(Double.init)
    guard y.count == w.count, times.count == y.count,
      zip(times, times.dropFirst()).allSatisfy({ $0 < $1 }),
      zip(y, w).allSatisfy({ y, w in
        abs(y) <= 1e100 && w > 0 && w <= 1e100
          && (family == .gaussian || y >= 0) && (family != .binomial || y <= w)
      })
    else { return nil }
    self.family = family
    self.y = y
    self.w = w
    self.times = times
  }

  public var count: Int { y.count }

  /// The standard deviation that the family gives each period's level, about the mean level of the
  /// eleven periods around it; at least that of one event among them.
  func deviations() -> [Double] {
    y.indices.map { period in
      let window = max(0, period - 5)..<min(count, period + 6)
      let weight = w[window].reduce(0, +)
      let level = max(y[window].reduce(0, +), min(1, weight / 2)) / weight
      let variance = max(family.variance(level), family.variance(min(1, weight / 2) / weight))
      return (variance / w[period]).squareRoot()
    }
  }

  func level(from start: Int, to end: Int) -> Double {
    y[start..<end].reduce(0, +) / w[start..<end].reduce(0, +)
  }
}

/// The cost of a stretch of a ``LevelSeries`` at its own level: −2 ln L of the family.
///
/// Binomial −2 (Y ln(Y/W) + (W−Y) ln(1−Y/W)); Poisson −2 Y ln(Y/W); Gaussian with unit variance
/// −Y²/W. Sums of y and w from the start make each cost a matter of two subtractions.
public struct LevelCost: SegmentCost {
  private let family: LevelSeries.Family
  private let sums: [Double]
  private let weights: [Double]

  public init(_ series: LevelSeries) {
    family = series.family
    // Squares of values far from 0 would drown the differences between them.
    let centre =
      family == .gaussian && series.count > 0 ? series.level(from: 0, to: series.count) : 0
    var sums = [0.0]
    var weights = [0.0]
    for (y, w) in zip(series.y, series.w) {
      sums.append(sums[sums.count - 1] + y - centre * w)
      weights.append(weights[weights.count - 1] + w)
    }
    self.sums = sums
    self.weights = weights
  }

  public var count: Int { sums.count - 1 }

  public func cost(from start: Int, to end: Int) -> Double {
    cost(sums[end] - sums[start], weights[end] - weights[start])
  }

  /// The cost of all periods but those of a stretch, at one level.
  func cost(outside stretch: Range<Int>) -> Double {
    let (start, end) = (stretch.lowerBound, stretch.upperBound)
    return cost(
      sums[count] - sums[end] + sums[start], weights[count] - weights[end] + weights[start])
  }

  private func cost(_ y: Double, _ w: Double) -> Double {
    switch family {
    case .binomial:
      let missed = max(0, w - y)
      return -2 * (Double.xlog(y, y / w) + Double.xlog(missed, missed / w))
    case .poisson: return -2 * Double.xlog(y, y / w)
    case .gaussian: return -y * y / w
    }
  }
}
