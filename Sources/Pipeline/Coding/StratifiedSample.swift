import Bytes

/// A sample drawn by entry, and within an entry evenly over its strata.
///
/// Each unit has a random number that follows from the seed and the unit's identity alone, so that
/// the same units are drawn whatever the order in which they are offered.
struct StratifiedSample<Unit> {
  /// How the units are shared out among the entries.
  enum Allocation { case equal, proportional }

  private struct Draw {
    var random: UInt64
    var unit: Unit
  }

  /// A drawn unit, and how many units of its entry it stands for.
  struct Drawn {
    var entry: Int32
    var random: UInt64
    var weight: Double
    var unit: Unit
  }

  let size: Int
  let seed: UInt64
  private var strata: [Int32: [String: [Draw]]] = [:]
  private var counts: [Int32: Int] = [:]

  init(size: Int, seed: UInt64) {
    self.size = size
    self.seed = seed
  }

  /// The random number of whatever `identity` names: FNV-1a, mixed by the finalizer of SplitMix64
  /// (Steele, Lea and Flood 2014) so that near identities are far apart.
  func random(_ identity: String) -> UInt64 {
    var value = FNV1a.hash(identity) &+ seed &* 0x9E37_79B9_7F4A_7C15
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  mutating func offer(_ unit: Unit, identity: String, entry: Int32, stratum: String) {
    counts[entry, default: 0] += 1
    strata[entry, default: [:]][stratum, default: []]
      .append(Draw(random: random(identity), unit: unit))
  }

  /// The units drawn, by entry and in the order of their random numbers.
  func drawn(_ allocation: Allocation) -> [Drawn] {
    let quotas = quotas(allocation)
    return counts.keys.sorted().flatMap { entry -> [Drawn] in
      guard let quota = quotas[entry], quota > 0 else { return [] }
      let weight = Double(counts[entry] ?? 0) / Double(quota)
      return draws(of: entry, quota).map {
        Drawn(entry: entry, random: $0.random, weight: weight, unit: $0.unit)
      }
    }
  }

  /// One from each stratum in turn, until there are `quota`.
  private func draws(of entry: Int32, _ quota: Int) -> [Draw] {
    let columns = (strata[entry] ?? [:]).sorted { $0.key < $1.key }.map { stratum, draws in
      (first: random("\(entry) \(stratum)"), draws: draws.sorted { $0.random < $1.random })
    }.sorted { $0.first < $1.first }.map(\.draws)
    var drawn: [Draw] = []
    var row = 0
    while drawn.count < quota {
      let next = columns.compactMap { row < $0.count ? $0[row] : nil }
      drawn += next.prefix(quota - drawn.count)
      row += 1
    }
    return drawn.sorted { $0.random < $1.random }
  }

  /// How many units each entry gives. What does not divide goes to entries by lot.
  private func quotas(_ allocation: Allocation) -> [Int32: Int] {
    let total = counts.values.reduce(0, +)
    guard total > size else { return counts }
    let lots = counts.keys.sorted { (random("\($0)"), $0) < (random("\($1)"), $1) }
    var quotas: [Int32: Int] = [:]
    switch allocation {
    case .proportional:
      for (entry, count) in counts { quotas[entry] = count * size / total }
    case .equal:
      // The smallest first: what they lack is shared by the others.
      var rest = size
      let bySize = counts.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
      for (index, (entry, count)) in bySize.enumerated() {
        quotas[entry] = min(count, rest / (bySize.count - index))
        rest -= quotas[entry] ?? 0
      }
    }
    var rest = size - quotas.values.reduce(0, +)
    for entry in lots where rest > 0 && (quotas[entry] ?? 0) < (counts[entry] ?? 0) {
      quotas[entry, default: 0] += 1
      rest -= 1
    }
    return quotas
  }
}
