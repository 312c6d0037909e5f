import Bytes

/// A sample drawn by entry, and within an entry evenly over its strata: its cells, or neighbouring
/// ones joined where they are too many for a few draws from each.
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

  /// A drawn unit, its stratum within the entry, and how many units of that it stands for.
  struct Drawn {
    var entry: Int32
    var stratum: Int
    var random: UInt64
    var weight: Double
    var unit: Unit
  }

  let size: Int
  let seed: UInt64
  private var cells: [Int32: [String: [Draw]]] = [:]
  /// How many units each entry has.
  private(set) var counts: [Int32: Int] = [:]

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

  /// - Parameter cell: the smallest stratum that the unit is in; near names are neighbours.
  mutating func offer(_ unit: Unit, identity: String, entry: Int32, stratum cell: String) {
    counts[entry, default: 0] += 1
    cells[entry, default: [:]][cell, default: []]
      .append(Draw(random: random(identity), unit: unit))
  }

  /// The units drawn, by entry and in the order of their random numbers.
  func drawn(_ allocation: Allocation) -> [Drawn] {
    let quotas = quotas(allocation)
    return counts.keys.sorted().flatMap { entry -> [Drawn] in
      guard let quota = quotas[entry], quota > 0 else { return [] }
      return draws(of: entry, quota)
    }
  }

  /// One from each stratum in turn, until there are `quota`. The strata are numbered by lot, so that
  /// their numbers say nothing.
  private func draws(of entry: Int32, _ quota: Int) -> [Drawn] {
    let sorted = (cells[entry] ?? [:]).sorted { $0.key < $1.key }
    let groups = Self.joined(sorted.map(\.value.count), toAtMost: max(1, quota / 4))
    let strata = groups.map { group in
      (
        lot: random("\(entry) \(sorted[group.lowerBound].key)"),
        units: sorted[group].flatMap(\.value).sorted { $0.random < $1.random }
      )
    }.sorted { $0.lot < $1.lot }.map(\.units)
    var taken = Array(repeating: 0, count: strata.count)
    var rest = quota
    while rest > 0 {
      for index in strata.indices where rest > 0 && taken[index] < strata[index].count {
        taken[index] += 1
        rest -= 1
      }
    }
    return strata.indices.flatMap { index in
      strata[index].prefix(taken[index]).map {
        Drawn(
          entry: entry, stratum: index + 1, random: $0.random,
          weight: Double(strata[index].count) / Double(taken[index]), unit: $0.unit)
      }
    }.sorted { $0.random < $1.random }
  }

  /// Neighbours joined until each group has a least number of units: the smallest that leaves no
  /// more than `limit` groups.
  static func joined(_ sizes: [Int], toAtMost limit: Int) -> [Range<Int>] {
    var (low, high) = (1, max(1, sizes.reduce(0, +)))
    while low < high {
      let middle = low + (high - low) / 2
      if joined(sizes, least: middle).count <= limit { high = middle } else { low = middle + 1 }
    }
    return joined(sizes, least: low)
  }

  private static func joined(_ sizes: [Int], least: Int) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var (start, sum) = (0, 0)
    for (index, size) in sizes.enumerated() {
      sum += size
      guard sum >= least else { continue }
      groups.append(start..<index + 1)
      (start, sum) = (index + 1, 0)
    }
    // What is left over goes to the last group.
    if start < sizes.count { groups.append((groups.popLast()?.lowerBound ?? 0)..<sizes.count) }
    return groups
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
