/// Order statistics without a full sort.
enum Quantiles {
  /// The `k`-th smallest value (from 0), by quickselect; rearranges `values`.
  ///
  /// - Parameter range: where that value is known to lie, and none that belongs elsewhere; all if
  ///   `nil`.
  static func select(
    _ k: Int, in values: inout [Double], among range: Range<Int>? = nil
  ) -> Double {
    var low = range?.lowerBound ?? 0
    var high = (range?.upperBound ?? values.count) - 1
    while low < high {
      let pivot = middle(values[low], values[(low + high) / 2], values[high])
      var i = low
      var j = high
      while i <= j {
        while values[i] < pivot { i += 1 }
        while values[j] > pivot { j -= 1 }
        if i <= j {
          values.swapAt(i, j)
          i += 1
          j -= 1
        }
      }
      if k <= j { high = j } else if k >= i { low = i } else { break }
    }
    return values[k]
  }

  /// The median; `values` must not be empty and hold no NaN.
  static func median(_ values: [Double]) -> Double {
    var values = values
    return median(&values)
  }

  /// The same, leaving no larger values before the middle and no smaller ones after it.
  static func median(_ values: inout [Double]) -> Double {
    let upper = select(values.count / 2, in: &values)
    guard values.count % 2 == 0 else { return upper }
    // What select leaves below its position is not larger.
    let lower = values[..<(values.count / 2)].max() ?? upper
    return lower + (upper - lower) / 2
  }

  private static func middle(_ a: Double, _ b: Double, _ c: Double) -> Double {
    max(min(a, b), min(max(a, b), c))
  }
}
