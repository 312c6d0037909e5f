/// What a test with errors says of a share: of documents that a lexicon finds, say, when a coded
/// sample has shown how many it misses and how many it finds wrongly.
public struct ImperfectTest: Sendable, Hashable {
  /// Coded units that have what is looked for, and how many of them the test found.
  public var positives: Int
  public var foundPositives: Int
  /// Coded units that do not have it, and how many of them the test passed over.
  public var negatives: Int
  public var passedNegatives: Int

  public init(positives: Int, foundPositives: Int, negatives: Int, passedNegatives: Int) {
    self.positives = positives
    self.foundPositives = foundPositives
    self.negatives = negatives
    self.passedNegatives = passedNegatives
  }

  /// The share of true positives that the test finds; `nil` without any.
  public var sensitivity: Double? { ratio(foundPositives, positives) }
  /// The share of true negatives that the test passes over; `nil` without any.
  public var specificity: Double? { ratio(passedNegatives, negatives) }

  /// The interval of the true share when the test found `found` of `trials` units. It allows for the
  /// chance in the units and in the coded sample:
  ///
  /// p̃ ± z √(V(p) + p̃² V(Se) + (1 − p̃)² V(Sp)) / (Se + Sp − 1), moved by
  /// 2 z² (p̃ V(Se) − (1 − p̃) V(Sp)), where p̃ is the corrected share after z²/2 successes and
  /// failures are added to the units and one of each to the positives and the negatives, and V the
  /// binomial variance of each share. Assumes that units and coded samples are drawn by chance and
  /// that the test errs in the units as it does in the samples.
  ///
  /// Source: Z. Lang and J. Reiczigel (2014), Preventive Veterinary Medicine 113: 13–22.
  /// - Returns: `nil` for a test no better than chance, and for counts that contradict one another.
  public func interval(
    found: Double, trials: Double, z: Double = NormalDistribution.z95
  ) -> Interval? {
    guard let sensitivity, let specificity, sensitivity + specificity > 1, trials > 0,
      trials.isFinite, (0...trials).contains(found)
    else { return nil }
    let n = trials + z * z
    let p = (found + z * z / 2) / n
    let se = (Double(foundPositives) + 1) / (Double(positives) + 2)
    let sp = (Double(passedNegatives) + 1) / (Double(negatives) + 2)
    let youden = se + sp - 1
    let share = (p + sp - 1) / youden
    let ofSe = se * (1 - se) / (Double(positives) + 2)
    let ofSp = sp * (1 - sp) / (Double(negatives) + 2)
    let half =
      z / abs(youden)
      * (p * (1 - p) / n + share * share * ofSe + (1 - share) * (1 - share) * ofSp).squareRoot()
    let middle = share + 2 * z * z * (share * ofSe - (1 - share) * ofSp)
    return Interval(min(1, max(0, middle - half)), min(1, max(0, middle + half)))
  }

  private func ratio(_ part: Int, _ whole: Int) -> Double? {
    whole > 0 && (0...whole).contains(part) ? Double(part) / Double(whole) : nil
  }
}

/// Rogan and Gladen's estimate of a true share from one found by an imperfect test:
/// (found + specificity − 1) / (sensitivity + specificity − 1), within 0 and 1.
///
/// Source: W. J. Rogan and B. Gladen (1978), American Journal of Epidemiology 107: 71–76.
/// - Returns: `nil` for a test no better than chance and for what is not a share.
public func correctedShare(found: Double, sensitivity: Double, specificity: Double) -> Double? {
  guard (0...1).contains(found), (0...1).contains(sensitivity), (0...1).contains(specificity),
    sensitivity + specificity > 1
  else { return nil }
  // In this order a test without errors leaves the share as it is, to the last digit.
  return min(1, max(0, (found - (1 - specificity)) / (sensitivity + specificity - 1)))
}
