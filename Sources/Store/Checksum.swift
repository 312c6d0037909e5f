import CZlib

/// Bytes followed by their CRC-32, so that damage on the disk is found instead of counted.
enum Checksum {
  static func seal(_ bytes: [UInt8]) -> [UInt8] {
    let sum = running(0, bytes[...])
    return bytes + (0..<4).map { UInt8(truncatingIfNeeded: sum >> ($0 * 8)) }
  }

  /// The bytes without their sum; `nil` when they do not agree.
  static func open(_ sealed: [UInt8]) -> [UInt8]? {
    guard sealed.count >= 4 else { return nil }
    let bytes = sealed.dropLast(4)
    let sum = sealed.suffix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return running(0, bytes) == sum ? Array(bytes) : nil
  }

  /// The CRC-32 of what `sum` is the CRC-32 of, followed by `bytes`; that of nothing is 0.
  static func running(_ sum: UInt32, _ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBytes { running(sum, $0) }
  }

  static func running(_ sum: UInt32, _ bytes: UnsafeRawBufferPointer) -> UInt32 {
    let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
    return UInt32(truncatingIfNeeded: crc32(UInt(sum), start, UInt32(bytes.count)))
  }
}
