import CUchardet

/// Guesses the encoding of bytes that declare none, or a wrong one.
enum EncodingDetector {
  /// The name that uchardet gives the encoding; nil when it cannot tell.
  static func detect(_ bytes: [UInt8]) -> String? {
    let detector = uchardet_new()
    defer { uchardet_delete(detector) }
    let status = bytes.withUnsafeBytes { bytes in
      uchardet_handle_data(
        detector, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    guard status == 0 else { return nil }
    uchardet_data_end(detector)
    let name = String(cString: uchardet_get_charset(detector))
    return name.isEmpty ? nil : name
  }
}
