/// The Jensen–Shannon distance of two sets of counts that come in blocks, with an interval.
///
/// The distance is the root of ``Divergence/jensenShannon(_:_:)`` of the pooled counts. Its interval
/// is that of the basic bootstrap over blocks, 2d − the quantiles of the replicates, which takes out
/// the bias that finite samples bring. `chance` is the distance of the two halves of all blocks
/// mixed: what two samples of one source differ by.
///
/// Source: D. M. Endres and J. E. Schindelin (2003), IEEE Transactions on Information Theory 49:
/// 1858–1860, for the distance; A. C. Davison and D. V. Hinkley (1997), Bootstrap Methods and their
/// Application, 5.2, for the interval.
public struct BlockDistance: Sendable, Hashable {
  public var distance: Double
  public var interval: Interval?
  public var chance: Double

  /// - Parameters:
  ///   - first, second: the counts of each block; all of one length.
  /// - Returns: `nil` for a side without counts.
  public init?(
    _ first: [[Double]], _ second: [[Double]], replicates: Int = 200, seed: UInt64 = 1
  ) {
    guard let distance = Self.distance(Self.sum(first), Self.sum(second)) else { return nil }
    self.distance = distance
    var random = SplitMix64(state: seed)
    func drawn(_ blocks: [[Double]]) -> [Double] {
      Self.sum(blocks.map { _ in blocks[Int(random.next() % UInt64(blocks.count))] })
    }
    let others = (0..<max(0, replicates)).compactMap { _ in
      Self.distance(drawn(first), drawn(second))
    }
    interval = PoissonBootstrap.interval(others).map {
      Interval(max(0, 2 * distance - $0.high), min(1, max(0, 2 * distance - $0.low)))
    }
    let (halves, rest) = (Self.halves(first), Self.halves(second))
    chance = Self.distance(Self.sum([halves.0, rest.0]), Self.sum([halves.1, rest.1])) ?? 0
  }

  private static func halves(_ blocks: [[Double]]) -> ([Double], [Double]) {
    let even = blocks.indices.filter { $0 % 2 == 0 }.map { blocks[$0] }
    let odd = blocks.indices.filter { $0 % 2 == 1 }.map { blocks[$0] }
    return (sum(even), sum(odd))
  }

  private static func sum(_ blocks: [[Double]]) -> [Double] {
    guard var total = blocks.first else { return [] }
    for block in blocks.dropFirst() where block.count == total.count {
      for index in total.indices { total[index] += block[index] }
    }
    return total
  }

  private static func distance(_ a: [Double], _ b: [Double]) -> Double? {
    let (one, two) = (a.reduce(0, +), b.reduce(0, +))
    guard one > 0, two > 0 else { return nil }
    return Divergence.jensenShannon(a.map { $0 / one }, b.map { $0 / two })?.squareRoot()
  }
}
