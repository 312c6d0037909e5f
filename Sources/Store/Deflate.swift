import CZlib

/// zlib's format, for texts in the store.
enum Deflate {
  static func deflate(_ bytes: [UInt8]) -> [UInt8] {
    var size = compressBound(UInt(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(size))
    compress2(&packed, &size, bytes, UInt(bytes.count), 6)
    return Array(packed[..<Int(size)])
  }

  /// `nil` when `packed` is damaged or does not hold exactly `size` bytes.
  static func inflate(_ packed: [UInt8], size: Int) -> [UInt8]? {
    // Deflate packs no more than about 1,032 to 1: a larger size is damage, not text.
    guard (0...packed.count * 1040).contains(size) else { return nil }
    var bytes = [UInt8](repeating: 0, count: size)
    var written = UInt(size)
    guard uncompress(&bytes, &written, packed, UInt(packed.count)) == Z_OK, Int(written) == size
    else { return nil }
    return bytes
  }
}
