extension Double {
  /// A weight as dictionaries have it, with a decimal point or comma; `nil` for anything else. In
  /// `1,500` the comma may part thousands: that is none, but `0,125` is.
  init?(weight text: String) {
    guard text.utf8.allSatisfy({ $0 &- 0x30 < 10 || Self.signs.contains($0) }) else { return nil }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    if parts.count == 2 {
      let whole = parts[0].drop { $0 == "-" || $0 == "+" }
      guard !text.contains("."), parts[1].count != 3 || whole == "0" else { return nil }
    }
    guard let number = Double(text.replacing(",", with: ".")), number.isFinite else { return nil }
    self = number
  }

  private static let signs = Array("+-.,eE".utf8)
}
