import Bytes
import Corpus

/// How a server packs what it sends. Crawlers often unpack a page and keep the header that says it
/// is packed: a body without the marks of the coding stands as it is.
enum ContentCoding {
  static func decoded(
    _ body: [UInt8], coding: String, limits: ReadLimits
  ) throws(ReadFailure) -> [UInt8] {
    let limit = limits.recordBytes
    switch coding {
    case "", "identity", "none", "utf-8":
      return body
    case "gzip", "x-gzip":
      guard body.starts(with: [0x1F, 0x8B]) else { return body }
      return try DeflateDecoder(.gzip, chunk: chunk).whole(body, limit: limit)
    case "deflate":
      // Meant is zlib's format; some servers send the bare one.
      guard !isText(body) else { return body }
      let wrapper: DeflateDecoder.Wrapper = isZlib(body) ? .zlib : .none
      return try DeflateDecoder(wrapper, chunk: chunk).whole(body, limit: limit)
    case "br":
      do throws(ReadFailure) {
        return try BrotliDecoder().whole(body, limit: limit)
      } catch {
        guard error.reason != .tooLarge, isText(body) else { throw error }
        return body
      }
    case "zstd":
      guard body.starts(with: ZstdFrame.magic) else { return body }
      return try ZstdDecoder(limits: limits).whole(body, limit: limit)
    default:
      guard isText(body) else {
        throw ReadFailure(
          reason: .unknownFormat, detail: "the content coding '\(coding.prefix(40))' is not read")
      }
      return body
    }
  }

  private static let chunk = 1 << 16

  /// RFC 1950: deflate, a window of up to 32 KiB, a header that 31 divides.
  private static func isZlib(_ body: [UInt8]) -> Bool {
    body.count >= 2 && body[0] & 0x0F == 8 && body[0] >> 4 <= 7
      && (Int(body[0]) << 8 | Int(body[1])) % 31 == 0
  }

  /// The beginning of markup or JSON.
  private static func isText(_ body: [UInt8]) -> Bool {
    let text = body.starts(with: [0xEF, 0xBB, 0xBF]) ? body.dropFirst(3) : body[...]
    guard let first = text.first(where: { !$0.isSpace }) else { return true }
    return [UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: "[")].contains(first)
  }
}
