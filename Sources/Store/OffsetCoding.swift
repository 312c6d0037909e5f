import Foundation

/// Ascending offsets as a column of bytes: each less the one before, in LEB128.
enum OffsetCoding {
  static func encode(_ offsets: [UInt32]) -> Data {
    var output = Data(capacity: offsets.count * 2)
    var previous: UInt32 = 0
    for offset in offsets {
      var delta = offset &- previous
      previous = offset
      while delta >= 0x80 {
        output.append(UInt8(truncatingIfNeeded: delta) | 0x80)
        delta >>= 7
      }
      output.append(UInt8(delta))
    }
    return output
  }

  /// `nil` for bytes that no `encode` wrote.
  static func decode(_ bytes: Data) -> [UInt32]? {
    var offsets: [UInt32] = []
    offsets.reserveCapacity(bytes.count)
    var previous: UInt32 = 0
    var delta: UInt32 = 0
    var shift: UInt32 = 0
    for byte in bytes {
      guard shift < 35 else { return nil }
      delta |= UInt32(byte & 0x7F) << shift
      if byte & 0x80 != 0 {
        shift += 7
        continue
      }
      previous &+= delta
      offsets.append(previous)
      delta = 0
      shift = 0
    }
    return shift == 0 ? offsets : nil
  }
}
