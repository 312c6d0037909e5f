import CLibDeflate

/// CRC-32, by which damage on the disk is found instead of counted.
struct Checksum {
  private(set) var value: UInt32 = 0

  /// That of some bytes alone.
  static func of(_ bytes: ArraySlice<UInt8>) -> UInt32 { bytes.withUnsafeBytes { of($0) } }

  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    var sum = Checksum()
    sum.append(bytes)
    return sum.value
  }

  mutating func append(_ bytes: ArraySlice<UInt8>) { bytes.withUnsafeBytes { append($0) } }

  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    // Without an address, libdeflate begins anew.
    guard let first = bytes.baseAddress else { return }
    value = libdeflate_crc32(value, first, bytes.count)
  }

  /// The value of a column: its kind and length go in too, so that no two rows are read as one.
  mutating func append(column text: String?) {
    guard var text else { return append(column: Int64.min) }
    append(column: Int64(text.utf8.count))
    text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
  }

  mutating func append(column number: Int64?) {
    withUnsafeBytes(of: (number ?? .min).littleEndian) { append($0) }
  }

  // MARK: Sealed bytes

  /// Bytes followed by their sum.
  static func seal(_ bytes: [UInt8]) -> [UInt8] {
    let sum = Checksum.of(bytes[...])
    return bytes + (0..<4).map { UInt8(truncatingIfNeeded: sum >> ($0 * 8)) }
  }

  /// The bytes without their sum; `nil` when they do not agree.
  static func open(_ sealed: [UInt8]) -> ArraySlice<UInt8>? {
    guard sealed.count >= 4 else { return nil }
    let kept = sealed.suffix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return Checksum.of(sealed.dropLast(4)) == kept ? sealed.dropLast(4) : nil
  }

  /// The bytes without their sum, where they lie.
  static func open(_ sealed: UnsafeRawBufferPointer) -> UnsafeBufferPointer<UInt8>? {
    guard sealed.count >= 4 else { return nil }
    let bytes = UnsafeRawBufferPointer(rebasing: sealed.dropLast(4))
    let kept = UInt32(
      littleEndian: sealed.loadUnaligned(fromByteOffset: bytes.count, as: UInt32.self))
    return Checksum.of(bytes) == kept ? bytes.assumingMemoryBound(to: UInt8.self) : nil
  }
}
