/// The bounds of a confidence interval, of 95 % unless said otherwise.
public struct Interval: Sendable, Hashable {
  public var low: Double
  public var high: Double

  public init(_ low: Double, _ high: Double) {
    self.low = low
    self.high = high
  }
}
