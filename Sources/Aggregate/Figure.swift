/// Numbers as a sentence writes them.
enum Figure {
  /// `value` to `digits` significant digits, without an exponent: 0.0042, 12, 1300.
  static func rounded(_ value: Double, _ digits: Int) -> String {
    guard value.isFinite else { return "?" }
    guard value != 0 else { return "0" }
    var decimals = digits - 1
    var scale = 1.0
    while abs(value) / scale >= 10, decimals > -300 {
      scale *= 10
      decimals -= 1
    }
    while abs(value) / scale < 1, decimals < 300 {
      scale /= 10
      decimals += 1
    }
    return fixed(value, decimals: decimals)
  }

  /// "0.4 % to 2.1 % of documents" or "3.1 to 8.2".
  static func levels(_ before: Double, _ after: Double, asShare: Bool) -> String {
    guard asShare else { return "\(rounded(before, 2)) to \(rounded(after, 2))" }
    return "\(rounded(before * 100, 2)) % to \(rounded(after * 100, 2)) % of documents"
  }

  /// `value` rounded to `decimals` decimals, or to tens and so on when that is negative.
  private static func fixed(_ value: Double, decimals: Int) -> String {
    var unit = 1.0
    for _ in 0..<abs(decimals) { unit *= 10 }
    let scaled = (decimals >= 0 ? value * unit : value / unit).rounded()
    guard abs(scaled) < 1e15 else { return String(value) }
    let sign = scaled < 0 ? "-" : ""
    let digits = String(Int(abs(scaled)))
    guard decimals > 0 else {
      return sign + digits + String(repeating: "0", count: digits == "0" ? 0 : -decimals)
    }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return "\(sign)\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
  }
}
