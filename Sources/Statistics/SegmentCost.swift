/// What it costs to describe consecutive periods by one set of parameters: twice the negative
/// log-likelihood at their best values, up to a sum over periods that no cut changes.
public protocol SegmentCost: Sendable {
  /// The number of periods.
  var count: Int { get }
  /// The cost of the periods from `start` up to, not including, `end`.
  func cost(from start: Int, to end: Int) -> Double
}
