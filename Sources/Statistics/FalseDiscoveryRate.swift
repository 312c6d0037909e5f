/// The q-values of Benjamini and Hochberg: each p-value's least false discovery rate.
///
/// q₍ᵢ₎ = min over j ≥ i of p₍ⱼ₎ m / j. Holds for independent and for positively dependent tests,
/// as the series of one archive are.
///
/// Source: Y. Benjamini and Y. Hochberg (1995), JRSS B 57: 289–300.
/// - Returns: in the order of `p`; what is not a number stays so and does not count as a test.
public func falseDiscoveryRates(_ p: [Double]) -> [Double] {
  let order = p.indices.filter { !p[$0].isNaN }.sorted { p[$0] < p[$1] }
  var q = p
  var least = 1.0
  for (below, index) in order.enumerated().reversed() {
    least = min(least, p[index] * Double(order.count) / Double(below + 1))
    q[index] = least
  }
  return q
}
