/// The statistic that is exceeded with probability `alpha`, by bisection.
///
/// - Parameters:
///   - low: a statistic that it is not below.
///   - precision: relative.
///   - pValue: falls with the statistic.
func criticalValue(
  _ alpha: Double, above low: Double, precision: Double, of pValue: (Double) -> Double
) -> Double {
  var low = low
  // Beyond it no probability is told from 0.
  var high = 1_400.0
  while high - low > precision * high {
    let middle = (low + high) / 2
    if pValue(middle) > alpha { low = middle } else { high = middle }
  }
  return high
}
