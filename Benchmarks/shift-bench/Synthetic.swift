import Foundation
import Statistics

/// A made series of documents hit, out of a number that varies from period to period.
struct Synthetic {
  var periods: Int
  /// Mean hits per period before any change.
  var hits: Double
  /// By what the level is multiplied from the middle on.
  var factor = 1.0
  /// By what the level has been multiplied at the end of a steady rise.
  var rise = 1.0
  /// Over-dispersion: the coefficient of variation of the level from period to period.
  var scatter = 0.0
  /// Autocorrelation of that variation.
  var memory = 0.0

  func make(_ random: inout some RandomNumberGenerator) -> LevelSeries? {
    var y: [Double] = []
    var w: [Double] = []
    var state = normal(&random)
    for period in 0..<periods {
      let documents = (2_000 * Double.random(in: 0.7...1.3, using: &random)).rounded()
      if period > 0 {
        state = memory * state + (1 - memory * memory).squareRoot() * normal(&random)
      }
      let change = period >= periods / 2 ? factor : 1
      let steady = 1 + (rise - 1) * Double(period) / Double(periods - 1)
      let level = hits / 2_000 * change * steady * max(0, 1 + scatter * state)
      w.append(documents)
      y.append(min(documents, poisson(documents * level, &random)))
    }
    return LevelSeries(family: .binomial, y: y, w: w)
  }
}

/// SplitMix64: the same numbers on every platform.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

private func normal(_ random: inout some RandomNumberGenerator) -> Double {
  let radius = (-2 * log(Double.random(in: Double.leastNonzeroMagnitude..<1, using: &random)))
    .squareRoot()
  return radius * cos(2 * .pi * Double.random(in: 0..<1, using: &random))
}

/// Arrivals in unit time: exact and, for means in the hundreds, fast enough.
private func poisson(_ mean: Double, _ random: inout some RandomNumberGenerator) -> Double {
  var count = -1.0
  var time = 0.0
  repeat {
    time -= log(Double.random(in: Double.leastNonzeroMagnitude..<1, using: &random))
    count += 1
  } while time < mean
  return count
}
