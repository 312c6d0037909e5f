/// The share of a population of which a stratified sample has been judged, each unit with 0, 1 or,
/// where judges differ, something between.
///
/// The estimate is Σ N ȳ / Σ N over the strata, its variance Σ (N / Σ N)² (1 − n/N) s² / n (Cochran
/// 1977, eq. 5.6 with the finite population correction). A stratum of which one unit was judged has
/// no s² of its own: it takes that of all judged units of its group, and a group of one unit that of
/// all judged units, which, as collapsing strata does (section 5A.12), overstates it.
///
/// Source: W. G. Cochran (1977), Sampling Techniques, 3rd edition, chapter 5.
public struct StratifiedShare: Sendable {
  public struct Stratum: Sendable {
    /// What has strata in common: a lexicon entry, say.
    public var group: String
    /// The units of the population that are in the stratum.
    public var size: Double
    /// The judgements, from 0 to 1.
    public var values: [Double]

    public init(group: String, size: Double, values: [Double]) {
      self.group = group
      self.size = size
      self.values = values
    }
  }

  /// The units that the estimate stands for: of all strata with a judged unit.
  public let size: Double
  public let value: Double
  public let variance: Double
  /// The variance that the design would have for a value of one variance in all strata, over that.
  private let designVariance: Double

  /// - Returns: `nil` if nothing has been judged.
  public init?(_ all: [Stratum]) {
    let strata = all.filter { !$0.values.isEmpty && $0.size > 0 }
    guard !strata.isEmpty else { return nil }
    let size = strata.reduce(0) { $0 + $1.size }
    let ofAll = Self.variance(strata.flatMap(\.values)) ?? 0
    let ofGroups = Dictionary(grouping: strata, by: \.group).mapValues {
      Self.variance($0.flatMap(\.values)) ?? ofAll
    }
    var (value, variance, design) = (0.0, 0.0, 0.0)
    for stratum in strata {
      let (n, part) = (Double(stratum.values.count), stratum.size / size)
      value += part * stratum.values.reduce(0, +) / n
      let factor = part * part * max(0, 1 - n / stratum.size) / n
      design += factor
      variance += factor * (Self.variance(stratum.values) ?? ofGroups[stratum.group] ?? ofAll)
    }
    self.size = size
    self.value = min(1, max(0, value))
    self.variance = variance
    designVariance = design
  }

  /// Wilson's interval for as many independent units as are worth the sample: the number that gives
  /// the variance found, but no more than Kish's effective size, in which strata are alike. Few
  /// units of one judgement in a large stratum thus do not pass for certainty; only a population
  /// that was judged whole has no width.
  ///
  /// Sources: L. Kish (1965), Survey Sampling; C. Franco and others (2019), Journal of Survey
  /// Statistics and Methodology 7: 334–364, on Wilson's interval with effective sizes.
  public func interval(z: Double = NormalDistribution.z95) -> Interval? {
    guard designVariance > 0 else { return Interval(value, value) }
    let spread = value * (1 - value)
    let size = min(1 / designVariance, variance > 0 ? spread / variance : .infinity)
    return wilsonInterval(
      successes: value * max(size, .leastNormalMagnitude),
      trials: max(size, .leastNormalMagnitude), z: z)
  }

  /// The sample variance; `nil` of fewer than two.
  private static func variance(_ values: [Double]) -> Double? {
    guard values.count > 1 else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
  }
}
