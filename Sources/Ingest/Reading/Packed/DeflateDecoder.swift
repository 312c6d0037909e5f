import CZlib
import Corpus

/// Deflate through zlib: bare, in a zlib wrapper, or in gzip members.
final class DeflateDecoder: Decompressor {
  enum Wrapper { case none, zlib, gzip }

  private let stream: UnsafeMutablePointer<z_stream>
  private var chunk: [UInt8]

  init(_ wrapper: Wrapper, chunk size: Int = 1 << 18) throws(ReadFailure) {
    chunk = [UInt8](repeating: 0, count: size)
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 bits of window; 16 more ask for a gzip header, a minus for none.
    let bits: Int32 =
      switch wrapper {
      case .none: -15
      case .zlib: 15
      case .gzip: 15 + 16
      }
    guard parlance_inflateInit2(stream, bits) == Z_OK else {
      throw ReadFailure(reason: .unreadable, detail: "zlib cannot start: out of memory")
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  var name: String { "gzip" }
  var partName: String { "member" }
  var firstByte: UInt8 { 0x1F }

  /// A gzip header: its magic, deflate, no reserved flag. At the end of a file less may be left.
  func canBegin(in bytes: [UInt8], at index: Int) -> Bool {
    bytes[index] == 0x1F
      && (index + 1 >= bytes.count || bytes[index + 1] == 0x8B)
      && (index + 2 >= bytes.count || bytes[index + 2] == 8)
      && (index + 3 >= bytes.count || bytes[index + 3] & 0xE0 == 0)
  }

  func reset() {
    inflateReset(stream)
  }

  func unpack(
    _ input: [UInt8], from position: inout Int, appendingTo output: inout [UInt8]
  ) -> DecompressorOutcome {
    let offered = input.count - position
    let room = chunk.count
    let status = input.withUnsafeBufferPointer { input in
      chunk.withUnsafeMutableBufferPointer { chunk in
        stream.pointee.next_in = UnsafeMutablePointer(
          mutating: input.baseAddress.map { $0 + position })
        stream.pointee.avail_in = UInt32(offered)
        stream.pointee.next_out = chunk.baseAddress
        stream.pointee.avail_out = UInt32(room)
        return inflate(stream, Z_NO_FLUSH)
      }
    }
    position += offered - Int(stream.pointee.avail_in)
    let count = room - Int(stream.pointee.avail_out)
    output.append(contentsOf: chunk[..<count])
    switch status {
    case Z_OK, Z_BUF_ERROR: return count == room ? .hasMore : .needsInput
    case Z_STREAM_END: return .ended
    default:
      let message = stream.pointee.msg.map { String(cString: $0) } ?? "error \(status)"
      return .failed(.corrupt, message)
    }
  }
}
