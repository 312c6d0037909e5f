import CBrotli
import Corpus

/// Brotli, in which servers send pages. It has no magic number and no check sum.
final class BrotliDecoder: Decompressor {
  private var state: OpaquePointer?
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)

  deinit { BrotliDecoderDestroyInstance(state) }

  var name: String { "Brotli" }
  var partName: String { "stream" }
  var firstByte: UInt8 { 0 }

  func canBegin(in bytes: [UInt8], at index: Int) -> Bool { true }

  func reset() {
    BrotliDecoderDestroyInstance(state)
    state = BrotliDecoderCreateInstance(nil, nil, nil)
  }

  func unpack(
    _ input: [UInt8], from position: inout Int, appendingTo output: inout [UInt8]
  ) -> DecompressorOutcome {
    var (offered, room) = (input.count - position, chunk.count)
    let status = input.withUnsafeBufferPointer { input in
      chunk.withUnsafeMutableBufferPointer { chunk in
        var source = input.baseAddress.map { $0 + position }
        var target = chunk.baseAddress
        return BrotliDecoderDecompressStream(state, &offered, &source, &room, &target, nil)
      }
    }
    position = input.count - offered
    output.append(contentsOf: chunk[..<(chunk.count - room)])
    switch status {
    case BROTLI_DECODER_RESULT_SUCCESS: return .ended
    case BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: return .hasMore
    case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT: return .needsInput
    default:
      let message = BrotliDecoderErrorString(BrotliDecoderGetErrorCode(state))
      return .failed(.corrupt, message.map { String(cString: $0) } ?? "unknown damage")
    }
  }
}
