/// Normalized pointwise mutual information of two events.
///
/// ln(p(a,b) / (p(a) p(b))) / −ln p(a,b): −1 when they never meet, 0 when independent, 1 when
/// neither comes without the other. High for rare pairs: ask for a minimum of joint events.
///
/// Source: G. Bouma (2009), Proceedings of GSCL: 31–40.
/// - Returns: `nil` when either event never happens or the counts contradict one another.
public func normalizedMutualInformation(
  both: Double, first: Double, second: Double, total: Double
) -> Double? {
  guard both >= 0, both <= min(first, second), first > 0, second > 0, max(first, second) <= total,
    total.isFinite
  else { return nil }
  if both == 0 { return -1 }
  if both == total { return 1 }
  return (Double.log(both / first) - Double.log(second / total)) / -Double.log(both / total)
}
