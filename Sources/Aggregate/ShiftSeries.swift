public import Corpus
internal import Statistics

/// Any series in which shifts are looked for, from an archive or from a file.
public struct ShiftSeries: Sendable, Hashable {
  public var measure: String
  public var group: GroupValue
  /// What each period is called, in time order.
  public var labels: [String]
  /// `nil`, and whatever is not a finite number, is a gap.
  public var values: [Double?]
  /// What the values are counted out of. A denominator that is missing or not above 0 is a gap.
  public var denominators: [Double?]?

  public init(
    measure: String, group: GroupValue = .all, labels: [String], values: [Double?],
    denominators: [Double?]? = nil
  ) {
    self.measure = measure
    self.group = group
    self.labels = labels
    self.values = values
    self.denominators = denominators
  }

  /// The documents hit, out of the documents, of one series of `series.csv`. Periods cut by the
  /// study's dates count like others: fewer documents weigh less.
  public init?(rows: [SeriesRow]) {
    guard let first = rows.first else { return nil }
    self.init(
      measure: first.measure, group: GroupValue(group: first.group, value: first.groupValue),
      labels: rows.map(\.period), values: rows.map { $0.documentsHit.map(Double.init) },
      denominators: rows.map { Double($0.documents) })
  }

  /// The periods that have an observation, and how these vary.
  struct Observed: Sendable, Hashable {
    /// Indices into `labels`, ascending.
    var periods: [Int]
    var series: LevelSeries

    func level(of range: Range<Int>) -> Double {
      series.y[range].reduce(0, +) / series.w[range].reduce(0, +)
    }
  }

  /// Below this mean, whole numbers without a denominator are taken for counts, whose variance
  /// follows their level; above it they are as good as values of constant variance.
  static let largestMeanOfCounts = 30.0

  /// Whole numbers within their denominators are binomial, beyond them Poisson with the denominator
  /// as exposure; anything else is a value. `nil` when there is nothing to observe.
  func observed() -> Observed? {
    var (periods, y, w): ([Int], [Double], [Double]) = ([], [], [])
    for index in 0..<min(labels.count, values.count, denominators?.count ?? .max) {
      let weight = denominators.map { $0[index] ?? 0 } ?? 1
      guard let value = values[index], abs(value) <= 1e100, weight > 0, weight <= 1e100 else {
        continue
      }
      periods.append(index)
      y.append(value)
      w.append(weight)
    }
    guard !periods.isEmpty else { return nil }
    let isCount = y.allSatisfy { $0 >= 0 && $0.rounded() == $0 }
    let family: LevelSeries.Family =
      if !isCount {
        .gaussian
      } else if denominators == nil {
        y.reduce(0) { $0 + $1 / Double(y.count) } < Self.largestMeanOfCounts ? .poisson : .gaussian
      } else {
        zip(y, w).allSatisfy { $0 <= $1 } ? .binomial : .poisson
      }
    let times = periods.map(Double.init)
    let series =
      family == .gaussian
      ? LevelSeries(family: family, y: zip(y, w).map(/), w: w.map { _ in 1 }, times: times)
      : LevelSeries(family: family, y: y, w: w, times: times)
    return series.map { Observed(periods: periods, series: $0) }
  }
}
