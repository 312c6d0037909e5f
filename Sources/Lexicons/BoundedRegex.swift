internal import CPCRE2

/// A regular expression of a lexicon: PCRE2 with match limits, so that none can run away.
///
/// Compiled code is immutable and shared between threads; the class only owns its memory.
public final class BoundedRegex: @unchecked Sendable {
  public struct SyntaxError: Error, Sendable {
    public var message: String
    /// Bytes from the start of the pattern.
    public var offset: Int
  }

  /// Backtracking steps from one start after which a paragraph is given up.
  private static let matchLimit: UInt32 = 20_000
  private static let depthLimit: UInt32 = 10_000

  private let code: OpaquePointer
  private let context: OpaquePointer

  public convenience init(_ pattern: String) throws(SyntaxError) {
    try self.init(pattern, isOptimized: true)
  }

  /// - Parameter isOptimized: texts that lack a letter that a match needs are passed over.
  init(_ pattern: String, isOptimized: Bool) throws(SyntaxError) {
    var error: Int32 = 0
    var offset = 0
    let utf8 = Array(pattern.utf8)
    let options =
      UInt32(PCRE2_UTF) | UInt32(PCRE2_UCP)
      | (isOptimized ? 0 : UInt32(PCRE2_NO_START_OPTIMIZE))
    let compiled = utf8.withUnsafeBufferPointer { bytes in
      parlance_pcre2_compile(bytes.baseAddress, bytes.count, options, &error, &offset)
    }
    guard let compiled, let context = pcre2_match_context_create_8(nil) else {
      throw SyntaxError(message: Self.message(error), offset: offset)
    }
    code = compiled
    pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE))
    self.context = context
    pcre2_set_match_limit_8(context, Self.matchLimit)
    pcre2_set_depth_limit_8(context, Self.depthLimit)
  }

  deinit {
    pcre2_match_context_free_8(context)
    pcre2_code_free_8(code)
  }

  /// Whether nothing at all satisfies the expression, so that it says nothing of a text.
  var matchesEmptyText: Bool {
    guard let data = pcre2_match_data_create_from_pattern_8(code, nil) else { return false }
    defer { pcre2_match_data_free_8(data) }
    let nothing: [UInt8] = [0]
    return pcre2_match_8(code, nothing, 0, 0, 0, data, context) > 0
  }

  /// Whether a match in `text` is given up because it takes too many steps.
  func isGivenUp(in text: [UInt8]) -> Bool {
    guard let data = pcre2_match_data_create_from_pattern_8(code, nil) else { return false }
    defer { pcre2_match_data_free_8(data) }
    let result = text.withUnsafeBufferPointer { bytes in
      pcre2_match_8(code, bytes.baseAddress, bytes.count, 0, 0, data, context)
    }
    return result < 0 && result != PCRE2_ERROR_NOMATCH
  }

  /// The byte ranges of all matches in `text` (valid UTF-8), left to right; empty ones are skipped.
  public func matches(in text: [UInt8]) -> [Range<Int>] {
    guard !text.isEmpty, let data = pcre2_match_data_create_from_pattern_8(code, nil) else {
      return []
    }
    defer { pcre2_match_data_free_8(data) }
    return text.withUnsafeBufferPointer { bytes in
      var found: [Range<Int>] = []
      var start = 0
      while start < bytes.count {
        let result = pcre2_match_8(
          code, bytes.baseAddress, bytes.count, start, UInt32(PCRE2_NO_UTF_CHECK), data, context)
        if result == PCRE2_ERROR_NOMATCH { break }
        guard result > 0, let vector = pcre2_get_ovector_pointer_8(data) else {
          // Over its limits: given up for this paragraph, tried again in the next.
          start = (bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count) + 1
          continue
        }
        let range = vector[0]..<max(vector[0], vector[1])
        if !range.isEmpty { found.append(range) }
        start = range.upperBound
        if range.isEmpty {
          repeat { start += 1 } while start < bytes.count && bytes[start] & 0xC0 == 0x80
        }
      }
      return found
    }
  }

  private static func message(_ code: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let length = pcre2_get_error_message_8(code, &buffer, buffer.count)
    return length > 0 ? String(decoding: buffer[..<Int(length)], as: UTF8.self) : "error \(code)"
  }
}
