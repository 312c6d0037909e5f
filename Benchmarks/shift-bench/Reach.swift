import Foundation

/// What the method is held to, and where it falls short.
struct Reach {
  private(set) var misses: [String] = []

  static let falseAlarms = 0.05
  static let found = 0.9
  static let dateError = 1
  static let f1 = 0.78
  static let covering = 0.75
  static let seconds = 20.0

  mutating func expect(_ holds: Bool, _ miss: @autoclosure () -> String) {
    if !holds { misses.append(miss()) }
  }

  /// Shares of made series in which each kind of shift was found where nothing was planted.
  mutating func expectNothing(_ shares: [String: Double], in name: String) {
    for (kind, share) in shares.sorted(by: { $0.key < $1.key }) {
      expect(share <= Self.falseAlarms, "\(name): \(percent(share)) % show a \(kind)")
    }
  }

  /// The share in which what was planted was found, and the median error of its date in periods.
  mutating func expectFound(_ share: Double, dateError: Int?, in name: String) {
    expect(share >= Self.found, "\(name): found in \(percent(share)) %")
    expect(
      (dateError ?? .max) <= Self.dateError, "\(name): dated \(dateError ?? -1) periods off")
  }

  /// The verdict; the status to exit with.
  func report() -> Int32 {
    print(misses.isEmpty ? "\nAll within reach." : "\nFalls short:")
    for miss in misses { print("- \(miss)") }
    return misses.isEmpty ? 0 : 1
  }
}

func percent(_ share: Double) -> String { String(format: "%.1f", 100 * share) }
