/// The digest that a WARC record carries of its own bytes.
enum BlockDigest {
  /// Whether `digest`, such as `sha1:B2LTWWPUOYAH7UIPQ7ZUPQ4VMBSVC36A`, is that of the bytes. One of
  /// another kind than SHA-1, in base 32 or hexadecimal digits, is taken on trust.
  static func agrees(_ digest: String, with bytes: [UInt8]) -> Bool {
    let parts = digest.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "sha1" else { return true }
    let text = parts[1].filter { $0 != "=" }
    let value: [UInt8]? =
      switch text.utf8.count {
      case 32: decoded(text.uppercased(), bitsPerDigit: 5, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
      case 40: decoded(text.uppercased(), bitsPerDigit: 4, "0123456789ABCDEF")
      default: nil
      }
    guard let value else { return true }
    return value == SHA1.hash(of: bytes)
  }

  private static func decoded(_ text: String, bitsPerDigit: Int, _ digits: String) -> [UInt8]? {
    let digits = Array(digits.utf8)
    var (bits, count) = (UInt32(0), 0)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      guard let digit = digits.firstIndex(of: byte) else { return nil }
      bits = bits << UInt32(bitsPerDigit) | UInt32(digit)
      count += bitsPerDigit
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }
}
