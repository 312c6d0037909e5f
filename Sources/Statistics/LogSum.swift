/// Σ ln x of positive numbers: the logarithm is taken of products, as far as these can be told from
/// 0 and from infinity.
struct LogSum {
  private var sum = 0.0
  private var product = 1.0

  mutating func add(_ x: Double) {
    product *= x
    guard product > 1e100 || product < 1e-100 else { return }
    sum += Double.log(product)
    product = 1
  }

  var value: Double { sum + Double.log(product) }
}
