/// Sen's slope: the median of the slopes between all pairs of values.
///
/// The interval is that of the order statistics at (N ∓ z √Var S) / 2 among the N slopes, with
/// Var S of Mann and Kendall. Bears a quarter of the values being arbitrary outliers; the interval
/// assumes no autocorrelation. A series of more than 2,000 values is first averaged in as many
/// blocks of consecutive values as that leaves.
///
/// Source: P. K. Sen (1968), JASA 63: 1379–1389; R. O. Gilbert (1987), Statistical Methods for
/// Environmental Pollution Monitoring, 16.5.
public struct SenSlope: Sendable, Hashable {
  /// Per unit of time.
  public var slope: Double
  public var interval: Interval
  /// The level at time 0: the median of what the slope leaves (Conover).
  public var intercept: Double

  static let maximumCount = 2_000

  /// - Parameters:
  ///   - times: ascending; consecutive integers if `nil`.
  ///   - inflation: by how much autocorrelation inflates Var S, given the slope; 1 for none.
  /// - Returns: `nil` for fewer than three values, one that is not finite, or arrays that differ
  ///   in length.
  public init?(
    _ values: [Double], times: [Double]? = nil, z: Double = NormalDistribution.z95,
    inflation: (_ slope: Double) -> Double = { _ in 1 }
  ) {
    let times = times ?? values.indices.map(Double.init)
    guard values.count == times.count, values.allSatisfy(\.isFinite), times.allSatisfy(\.isFinite)
    else { return nil }
    let block = (values.count + Self.maximumCount - 1) / Self.maximumCount
    let y = Self.means(of: values, in: block)
    let t = Self.means(of: times, in: block)
    guard let test = MannKendall(y) else { return nil }
    var slopes: [Double] = []
    slopes.reserveCapacity(y.count * (y.count - 1) / 2)
    for i in y.indices {
      for j in (i + 1)..<y.count where t[j] > t[i] { slopes.append((y[j] - y[i]) / (t[j] - t[i])) }
    }
    guard !slopes.isEmpty, slopes.allSatisfy(\.isFinite) else { return nil }
    let n = slopes.count
    let slope = Quantiles.median(&slopes)
    self.slope = slope
    intercept = Quantiles.median(zip(y, t).map { $0 - slope * $1 })
    let half = z * (test.variance * max(0, inflation(slope))).squareRoot()
    let low = ((Double(n) - half) / 2).rounded() - 1
    let high = ((Double(n) + half) / 2 + 1).rounded() - 1
    // The median has parted the slopes: the bounds lie on either side of it.
    interval = Interval(
      Quantiles.select(Int(max(0, low)), in: &slopes, among: 0..<(n / 2 + 1)),
      Quantiles.select(Int(min(Double(n - 1), high)), in: &slopes, among: (n / 2)..<n))
  }

  private static func means(of values: [Double], in block: Int) -> [Double] {
    guard block > 1 else { return values }
    return stride(from: 0, to: values.count, by: block).map { start in
      let part = values[start..<min(start + block, values.count)]
      return part.reduce(0) { $0 + $1 / Double(part.count) }
    }
  }
}
