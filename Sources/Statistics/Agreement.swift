/// How far coders agree beyond chance.
public enum Agreement {
  /// How far apart two codes are.
  public enum Scale: String, Sendable, Hashable, CaseIterable {
    case nominal, ordinal, interval, ratio
  }

  /// Krippendorff's α, 1 − observed / expected disagreement, for any number of coders, missing
  /// codes and levels of measurement.
  ///
  /// Source: K. Krippendorff (2011), Computing Krippendorff's Alpha-Reliability.
  /// - Parameter coders: each coder's codes of the same units; `nil` where there is none.
  /// - Returns: `nil` when no unit has two codes, or when there is one code only: nothing then
  ///   says how far chance would agree.
  public static func krippendorff(_ coders: [[Double?]], scale: Scale) -> Double? {
    let units = pairable(coders)
    var counts: [Double: Double] = [:]
    for code in units.joined() { counts[code, default: 0] += 1 }
    let codes = counts.keys.sorted()
    let distance = squaredDistance(scale, codes: codes, counts: counts)
    var observed = 0.0
    for unit in units {
      var sum = 0.0
      for a in unit { for b in unit { sum += distance(a, b) } }
      observed += sum / Double(unit.count - 1)
    }
    var expected = 0.0
    for a in codes {
      for b in codes { expected += (counts[a] ?? 0) * (counts[b] ?? 0) * distance(a, b) }
    }
    let total = counts.values.reduce(0, +)
    return expected > 0 ? 1 - (total - 1) * observed / expected : nil
  }

  /// The codes of each unit that has two or more.
  private static func pairable(_ coders: [[Double?]]) -> [[Double]] {
    let count = coders.map(\.count).max() ?? 0
    return (0..<count).compactMap { unit -> [Double]? in
      let codes = coders.compactMap { unit < $0.count ? $0[unit] : nil }.filter(\.isFinite)
      return codes.count > 1 ? codes : nil
    }
  }

  private static func squaredDistance(
    _ scale: Scale, codes: [Double], counts: [Double: Double]
  ) -> (Double, Double) -> Double {
    switch scale {
    case .nominal: return { $0 == $1 ? 0 : 1 }
    case .interval: return { ($0 - $1) * ($0 - $1) }
    case .ratio:
      return { $0 == $1 ? 0 : ($0 - $1) / ($0 + $1) * (($0 - $1) / ($0 + $1)) }
    case .ordinal:
      var below: [Double: Double] = [:]
      var sum = 0.0
      for code in codes {
        let count = counts[code] ?? 0
        // The middle of the code's own ranks.
        below[code] = sum + count / 2
        sum += count
      }
      return { a, b in
        let difference = (below[a] ?? 0) - (below[b] ?? 0)
        return difference * difference
      }
    }
  }

  /// Cohen's κ of two coders, (agreement − chance) / (1 − chance), for codes without order.
  ///
  /// Source: J. Cohen (1960), Educational and Psychological Measurement 20: 37–46.
  /// - Returns: `nil` for no pairs, and when chance alone agrees always.
  public static func cohen<Code: Hashable>(_ first: [Code], _ second: [Code]) -> Double? {
    let n = Double(min(first.count, second.count))
    guard n > 0, first.count == second.count else { return nil }
    let agreed = Double(zip(first, second).count { $0 == $1 }) / n
    let counts = Dictionary(grouping: second) { $0 }.mapValues { Double($0.count) }
    let chance = first.reduce(0) { $0 + (counts[$1] ?? 0) / (n * n) }
    return chance < 1 ? (agreed - chance) / (1 - chance) : nil
  }
}
