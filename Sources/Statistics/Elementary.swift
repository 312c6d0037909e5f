#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The C library's functions, under one name on every platform.
extension Double {
  static func log(_ x: Double) -> Double { naturalLogarithm(x) }
  static func log2(_ x: Double) -> Double { binaryLogarithm(x) }
  static func log1p(_ x: Double) -> Double { logarithmOfOnePlus(x) }
  static func exp(_ x: Double) -> Double { exponential(x) }
  static func expm1(_ x: Double) -> Double { exponentialMinusOne(x) }
  static func pow(_ x: Double, _ y: Double) -> Double { power(x, y) }
  static func asin(_ x: Double) -> Double { arcSine(x) }
  static func erfc(_ x: Double) -> Double { complementaryError(x) }

  /// ln |Γ(x)|.
  static func logGamma(_ x: Double) -> Double { logarithmOfGamma(x) }

  /// ln Γ(x) for x > 0: Stirling's series from 8 on, several times as fast as the library's and
  /// equal to it to twelve digits.
  static func logGamma(ofPositive x: Double) -> Double {
    var (shifted, product) = (x, 1.0)
    while shifted < 8 {
      product *= shifted
      shifted += 1
    }
    let inverse = 1 / shifted
    let square = inverse * inverse
    let series =
      inverse
      * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680))))
    let stirling = (shifted - 0.5) * log(shifted) - shifted + 0.918938533204672742 + series
    return product == 1 ? stirling : stirling - log(product)
  }

  /// x ln(y), 0 where x is 0: the limit that every likelihood needs.
  static func xlog(_ x: Double, _ y: Double) -> Double { x == 0 ? 0 : x * naturalLogarithm(y) }
}

// Outside the extension, these names are the library's and not the extension's own.
private func naturalLogarithm(_ x: Double) -> Double { log(x) }
private func binaryLogarithm(_ x: Double) -> Double { log2(x) }
private func logarithmOfOnePlus(_ x: Double) -> Double { log1p(x) }
private func exponential(_ x: Double) -> Double { exp(x) }
private func exponentialMinusOne(_ x: Double) -> Double { expm1(x) }
private func power(_ x: Double, _ y: Double) -> Double { pow(x, y) }
private func arcSine(_ x: Double) -> Double { asin(x) }
private func complementaryError(_ x: Double) -> Double { erfc(x) }
private func logarithmOfGamma(_ x: Double) -> Double { lgamma(x).0 }
