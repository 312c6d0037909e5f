/// Period means with the units' own levels taken out: what the series would be if the mix of units
/// never changed.
///
/// value(unit, period) = a(unit) + b(period) + noise, by least squares weighted with the cells'
/// sizes; the period's level is b + the mean of a over all that was observed. Fitted by turns
/// until nothing moves. A unit that is there throughout and one that comes late both count, but only
/// by how they change. Assumes that all units move alike.
///
/// Source: J. M. Wooldridge (2010), Econometric Analysis of Cross Section and Panel Data, chapter
/// 10; P. Guimarães and P. Portugal (2010), Stata Journal 10: 628–649, for the fit.
public struct TwoWayMeans: Sendable, Hashable {
  public struct Cell: Sendable, Hashable {
    /// From 0.
    public var unit: Int
    public var period: Int
    public var value: Double
    /// Positive.
    public var weight: Double

    public init(unit: Int, period: Int, value: Double, weight: Double) {
      self.unit = unit
      self.period = period
      self.value = value
      self.weight = weight
    }
  }

  /// By period; `nil` where nothing links the period's units with those of the most periods.
  public var levels: [Double?]

  /// - Parameters:
  ///   - units, periods: how many there are; every cell lies within.
  public init(_ cells: [Cell], units: Int, periods: Int) {
    let cells = cells.filter {
      $0.weight > 0 && $0.value.isFinite && (0..<units).contains($0.unit)
        && (0..<periods).contains($0.period)
    }
    let linked = Self.largestPart(of: cells, units: units, periods: periods)
    let used = cells.filter { linked.contains($0.period) }
    var a = Array(repeating: 0.0, count: units)
    var b = Array(repeating: 0.0, count: periods)
    var (unitWeights, periodWeights) = (a, b)
    for cell in used {
      unitWeights[cell.unit] += cell.weight
      periodWeights[cell.period] += cell.weight
    }
    let scale = used.reduce(0) { max($0, abs($1.value)) }
    for _ in 0..<2_000 {
      var next = Array(repeating: 0.0, count: periods)
      for cell in used { next[cell.period] += cell.weight * (cell.value - a[cell.unit]) }
      for period in linked { next[period] /= periodWeights[period] }
      let moved = zip(b, next).reduce(0) { max($0, abs($1.0 - $1.1)) }
      b = next
      a = Array(repeating: 0, count: units)
      for cell in used { a[cell.unit] += cell.weight * (cell.value - b[cell.period]) }
      for unit in a.indices where unitWeights[unit] > 0 { a[unit] /= unitWeights[unit] }
      if moved <= 1e-12 * scale { break }
    }
    let total = unitWeights.reduce(0, +)
    let mean = zip(a, unitWeights).reduce(0) { $0 + $1.0 * $1.1 / total }
    levels = (0..<periods).map { linked.contains($0) ? b[$0] + mean : nil }
  }

  /// The periods of the largest part whose cells hang together by common units.
  private static func largestPart(of cells: [Cell], units: Int, periods: Int) -> Set<Int> {
    var parents = Array(0..<(units + periods))
    func root(_ node: Int) -> Int {
      var node = node
      while parents[node] != node {
        parents[node] = parents[parents[node]]
        node = parents[node]
      }
      return node
    }
    for cell in cells { parents[root(cell.unit)] = root(units + cell.period) }
    let parts = Dictionary(grouping: Set(cells.map(\.period))) { root(units + $0) }
    let largest = parts.values.max {
      ($0.count, -($0.min() ?? 0)) < ($1.count, -($1.min() ?? 0))
    }
    return Set(largest ?? [])
  }
}
