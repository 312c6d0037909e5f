import CLibDeflate
import Corpus

/// gzip members. One that lies whole in the input, as those of web archives mostly do, is unpacked
/// in one step through libdeflate, which takes half of zlib's time; any other, and any in which
/// libdeflate finds damage, piece by piece through zlib, which can tell what the matter is.
final class GzipDecoder: Decompressor {
  private let whole: OpaquePointer
  private let pieces: DeflateDecoder
  private var chunk = [UInt8](repeating: 0, count: 1 << 18)
  private var isAtStart = true
  private static let largestChunk = 1 << 22

  init() throws(ReadFailure) {
    pieces = try DeflateDecoder(.gzip)
    guard let whole = libdeflate_alloc_decompressor() else {
      throw ReadFailure(reason: .unreadable, detail: "libdeflate cannot start: out of memory")
    }
    self.whole = whole
  }

  deinit { libdeflate_free_decompressor(whole) }

  var name: String { pieces.name }
  var partName: String { pieces.partName }
  var firstByte: UInt8 { pieces.firstByte }

  func canBegin(in bytes: [UInt8], at index: Int) -> Bool { pieces.canBegin(in: bytes, at: index) }

  func reset() {
    pieces.reset()
    isAtStart = true
  }

  func unpack(
    _ input: [UInt8], from position: inout Int, appendingTo output: inout [UInt8]
  ) -> DecompressorOutcome {
    if isAtStart {
      isAtStart = false
      if let used = unpackMember(input, from: position, appendingTo: &output) {
        position += used
        return .ended
      }
    }
    return pieces.unpack(input, from: &position, appendingTo: &output)
  }

  /// The length of the member at `position`; `nil` when it is not whole, not sound, or so large
  /// that it is better taken in pieces.
  private func unpackMember(
    _ input: [UInt8], from position: Int, appendingTo output: inout [UInt8]
  ) -> Int? {
    var (used, count) = (0, 0)
    var status: libdeflate_result
    while true {
      status = input.withUnsafeBytes { input in
        chunk.withUnsafeMutableBytes { chunk in
          libdeflate_gzip_decompress_ex(
            whole, input.baseAddress.map { $0 + position }, input.count - position,
            chunk.baseAddress, chunk.count, &used, &count)
        }
      }
      guard status == LIBDEFLATE_INSUFFICIENT_SPACE, chunk.count < Self.largestChunk else { break }
      chunk = [UInt8](repeating: 0, count: chunk.count * 4)
    }
    guard status == LIBDEFLATE_SUCCESS else { return nil }
    output.append(contentsOf: chunk[..<count])
    return used
  }
}
