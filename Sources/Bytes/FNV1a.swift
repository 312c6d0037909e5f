/// Fowler, Noll and Vo's hash 1a, 64 bits: short, and the same on every machine and in every run.
public struct FNV1a: Sendable {
  public var value: UInt64 = 0xCBF2_9CE4_8422_2325

  public init() {}

  @inlinable
  public mutating func append(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  public static func hash(_ text: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash = FNV1a()
    var index = range.lowerBound
    while index < range.upperBound {
      hash.append(text[index])
      index += 1
    }
    return hash.value
  }

  public static func hash(_ text: some StringProtocol) -> UInt64 { hash(text.utf8) }

  public static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = FNV1a()
    for byte in bytes { hash.append(byte) }
    return hash.value
  }
}
