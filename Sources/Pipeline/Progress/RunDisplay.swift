/// Puts events into the bytes that go to standard error.
protocol RunDisplay: Sendable {
  /// Least seconds between two tellings of a stage's progress.
  var interval: Double { get }

  /// Empty for an event of which nothing is told.
  mutating func render(_ event: RunEvent) -> [UInt8]
}
