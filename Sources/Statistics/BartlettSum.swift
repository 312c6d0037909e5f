/// The variance of a sum of values that are correlated with their neighbours: Σ (1 − |l|/(L+1)) Γₗ over
/// the lags l from −L to L, Γₗ = Σ xₜ xₜ₋ₗ.
///
/// With these weights it is the mean, over the L + 1 places that a window of so many values can
/// begin at, of the squared sums of all windows: never negative, and one pass for any L.
///
/// Source: W. K. Newey and K. D. West (1987), Econometrica 55: 703–708.
func bartlettSum(_ values: [Double], lags: Int) -> Double {
  let width = min(max(0, lags), values.count) + 1
  var window = 0.0
  var sum = 0.0
  // Windows that reach over the start, lie within, and reach over the end; a width of count + 1
  // holds all of the values, whose last window is empty.
  for end in 0..<min(width, values.count) {
    window += values[end]
    sum += window * window
  }
  for end in stride(from: width, to: values.count, by: 1) {
    window += values[end] - values[end - width]
    sum += window * window
  }
  if width > values.count { sum += window * window }
  for first in max(0, values.count - width)..<max(0, values.count - 1) {
    window -= values[first]
    sum += window * window
  }
  // Windows longer than the series hold all of it.
  let total = values.reduce(0, +)
  let more = Double(max(0, lags)) + 1 - Double(width)
  return (sum + more * total * total) / (Double(width) + more)
}
