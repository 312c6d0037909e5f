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
  static func erfc(_ x: Double) -> Double { complementaryError(x) }

  /// ln |Γ(x)|.
  static func logGamma(_ x: Double) -> Double { logarithmOfGamma(x) }

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
private func complementaryError(_ x: Double) -> Double { erfc(x) }
private func logarithmOfGamma(_ x: Double) -> Double { lgamma(x).0 }
