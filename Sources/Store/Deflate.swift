import CZlib
import Foundation

/// zlib streams in memory: short texts, one at a time.
enum Deflate {
  /// Level 1: twice as fast as the default for a tenth more bytes.
  private static let level: CInt = 1

  static func compress(_ bytes: [UInt8]) -> [UInt8] {
    var length = compressBound(uLong(bytes.count))
    let output = [UInt8](unsafeUninitializedCapacity: Int(length)) { buffer, count in
      let status = compress2(buffer.baseAddress, &length, bytes, uLong(bytes.count), level)
      count = status == Z_OK ? Int(length) : 0
    }
    return output
  }

  /// The `length` bytes that were compressed; `nil` if the stream is damaged (its check sum tells).
  static func decompress(_ bytes: some ContiguousBytes, length: Int) -> [UInt8]? {
    bytes.withUnsafeBytes { source in
      var written = uLongf(length)
      var status = Z_OK
      let output = [UInt8](unsafeUninitializedCapacity: max(length, 1)) { buffer, count in
        status = uncompress(
          buffer.baseAddress, &written, source.bindMemory(to: UInt8.self).baseAddress,
          uLong(source.count))
        count = status == Z_OK ? Int(written) : 0
      }
      return status == Z_OK && output.count == length ? output : nil
    }
  }
}
