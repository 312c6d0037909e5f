import CZstd
import Corpus

/// Zstandard frames through libzstd, within a limit on the memory that they may ask for.
final class ZstdDecoder: Decompressor {
  private let context: OpaquePointer
  private let windowBytes: Int
  private var chunk = [UInt8](repeating: 0, count: 1 << 18)

  /// - Parameter dictionary: what all frames were packed with, if they were.
  init(limits: ReadLimits, dictionary: [UInt8]? = nil) throws(ReadFailure) {
    guard let context = ZSTD_createDCtx() else {
      throw ReadFailure(reason: .unreadable, detail: "libzstd cannot start: out of memory")
    }
    self.context = context
    windowBytes = min(max(limits.windowBytes, 1 << 10), 1 << 31)
    let exponent = Int32(Int.bitWidth - 1 - windowBytes.leadingZeroBitCount)
    ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, exponent)
    if let dictionary {
      let status = dictionary.withUnsafeBytes {
        ZSTD_DCtx_loadDictionary(context, $0.baseAddress, $0.count)
      }
      guard ZSTD_isError(status) == 0 else {
        throw ReadFailure(
          reason: .corrupt, detail: "the Zstandard dictionary in front is damaged")
      }
    }
  }

  deinit { ZSTD_freeDCtx(context) }

  var name: String { "Zstandard" }
  var partName: String { "frame" }
  var firstByte: UInt8 { 0x28 }

  /// A frame, or one that is to be passed over: those are never searched for, but may follow.
  func canBegin(in bytes: [UInt8], at index: Int) -> Bool {
    let head = bytes[index..<min(index + 4, bytes.count)]
    return ZstdFrame.magic.starts(with: head) || ZstdFrame.isSkippable(head)
  }

  func reset() {
    ZSTD_DCtx_reset(context, ZSTD_reset_session_only)
  }

  func unpack(
    _ input: [UInt8], from position: inout Int, appendingTo output: inout [UInt8]
  ) -> DecompressorOutcome {
    var produced = 0
    let room = chunk.count
    let status = input.withUnsafeBytes { input in
      chunk.withUnsafeMutableBytes { chunk in
        var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: position)
        var target = ZSTD_outBuffer(dst: chunk.baseAddress, size: room, pos: 0)
        let status = ZSTD_decompressStream(context, &target, &source)
        (position, produced) = (source.pos, target.pos)
        return status
      }
    }
    output.append(contentsOf: chunk[..<produced])
    if ZSTD_isError(status) != 0 {
      if ZSTD_getErrorCode(status) == ZSTD_error_frameParameter_windowTooLarge {
        return .failed(
          .tooLarge, "it asks for a window of more than \(windowBytes >> 20) MiB of memory")
      }
      return .failed(.corrupt, String(cString: ZSTD_getErrorName(status)))
    }
    if status == 0 { return .ended }
    return produced == room ? .hasMore : .needsInput
  }
}

/// How Zstandard frames begin.
enum ZstdFrame {
  static let magic: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]

  /// Frames for other programs' data: 50 2A 4D 18 to 5F 2A 4D 18.
  static func isSkippable(_ head: ArraySlice<UInt8>) -> Bool {
    guard let first = head.first, 0x50...0x5F ~= first else { return false }
    return [0x2A, 0x4D, 0x18].starts(with: head.dropFirst())
  }

  /// Takes the dictionary off the front of a `.warc.zst`: a skippable frame that holds one, bare
  /// or packed itself. Nil, and nothing taken, if there is none.
  static func takeDictionary(
    from buffer: StreamBuffer, limits: ReadLimits
  ) throws(ReadFailure) -> [UInt8]? {
    buffer.prepare(12)
    guard buffer.available >= 12, buffer.copy(0..<4) == [0x5D, 0x2A, 0x4D, 0x18] else { return nil }
    let length = buffer.copy(4..<8).reversed().reduce(0) { $0 << 8 | Int($1) }
    let head = buffer.copy(8..<12)
    guard head == magic || head == dictionaryMagic else { return nil }
    guard length <= limits.recordBytes else {
      throw ReadFailure(
        reason: .tooLarge, detail: "a Zstandard dictionary of \(length) bytes is in front")
    }
    buffer.prepare(8 + length)
    guard buffer.available >= 8 + length else {
      throw ReadFailure(reason: .truncated, detail: "the file stops within its dictionary")
    }
    let packed = buffer.copy(8..<8 + length)
    buffer.skip(8 + length)
    guard head == magic else { return packed }
    return try ZstdDecoder(limits: limits).whole(packed, limit: limits.recordBytes)
  }

  private static let dictionaryMagic: [UInt8] = [0x37, 0xA4, 0x30, 0xEC]
}
