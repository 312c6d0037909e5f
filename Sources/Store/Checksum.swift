import CZlib

/// Bytes followed by their CRC-32, so that damage on the disk is found instead of counted.
enum Checksum {
  static func seal(_ bytes: [UInt8]) -> [UInt8] {
    let sum = crc(bytes[...])
    return bytes + (0..<4).map { UInt8(truncatingIfNeeded: sum >> ($0 * 8)) }
  }

  /// The bytes without their sum; `nil` when they do not agree.
  static func open(_ sealed: [UInt8]) -> [UInt8]? {
    guard sealed.count >= 4 else { return nil }
    let bytes = sealed.dropLast(4)
    let sum = sealed.suffix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return crc(bytes) == sum ? Array(bytes) : nil
  }

  private static func crc(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBufferPointer { buffer in
      UInt32(truncatingIfNeeded: crc32(0, buffer.baseAddress, UInt32(buffer.count)))
    }
  }
}
