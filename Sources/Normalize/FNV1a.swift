/// Fowler, Noll and Vo's hash 1a, 64 bits: short, and the same on every machine and in every run.
struct FNV1a {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  static func hash(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash = FNV1a()
    var index = range.lowerBound
    while index < range.upperBound {
      hash.append(text[index])
      index += 1
    }
    return hash.value
  }

  static func hash(_ text: some StringProtocol) -> UInt64 {
    var hash = FNV1a()
    for byte in text.utf8 { hash.append(byte) }
    return hash.value
  }
}
