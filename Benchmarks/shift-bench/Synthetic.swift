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
  /// By what the level is multiplied from the middle on for `peakLength` periods.
  var peak = 1.0
  var peakLength = 0
  /// Over-dispersion: the coefficient of variation of the level from period to period.
  var scatter = 0.0
  /// Autocorrelation of that variation.
  var memory = 0.0

  func make(_ random: inout some RandomNumberGenerator) -> LevelSeries? {
    var y: [Double] = []
    var w: [Double] = []
    for level in levels(of: 2_000, &random) {
      let documents = (2_000 * Double.random(in: 0.7...1.3, using: &random)).rounded()
      w.append(documents)
      y.append(min(documents, poisson(documents * level, &random)))
    }
    return LevelSeries(family: .binomial, y: y, w: w)
  }

  /// The share of hits in each period, out of `documents` in the mean period.
  func levels(of documents: Double, _ random: inout some RandomNumberGenerator) -> [Double] {
    var state = normal(&random)
    return (0..<periods).map { period in
      if period > 0 {
        state = memory * state + (1 - memory * memory).squareRoot() * normal(&random)
      }
      let middle = periods / 2
      let change = period >= middle ? factor : 1
      let burst = (middle..<middle + peakLength).contains(period) ? peak : 1
      let steady = 1 + (rise - 1) * Double(period) / Double(periods - 1)
      return hits / documents * change * burst * steady * max(0, 1 + scatter * state)
    }
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
