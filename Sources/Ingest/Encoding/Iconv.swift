#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// One conversion to UTF-8 by the system's iconv.
struct Iconv: ~Copyable {
  private let handle: iconv_t
  private let encoding: Encoding
  private var output = [UInt8](repeating: 0, count: 1 << 14)

  /// Nil when the system has no table of that name.
  init?(_ encoding: Encoding) {
    guard let handle = iconv_open("UTF-8", encoding.table), handle != iconv_t(bitPattern: -1) else {
      return nil
    }
    self.handle = handle
    self.encoding = encoding
  }

  deinit {
    iconv_close(handle)
  }

  /// The bytes as UTF-8, and how many of them no character explains; these become U+FFFD, except
  /// where the WHATWG's table goes further than the system's.
  mutating func convert(_ bytes: [UInt8]) -> (utf8: [UInt8], errors: Int) {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 2)
    var errors = 0
    bytes.withUnsafeBytes { raw in
      var input = UnsafeMutablePointer(
        mutating: raw.baseAddress?.assumingMemoryBound(to: CChar.self))
      var left = raw.count
      while left > 0 {
        let failure = step(&input, &left, into: &result)
        // Else the output was full, and there is more.
        guard failure == EILSEQ || failure == EINVAL, left > 0 else { continue }
        let scalar = encoding.scalar(forUnmapped: raw[raw.count - left])
        if scalar == nil { errors += 1 }
        result.append(contentsOf: String(scalar ?? "\u{FFFD}").utf8)
        let skipped = min(left, encoding.unit)
        input = input.map { $0 + skipped }
        left -= skipped
      }
      // Some tables hold a letter back until they know that no accent follows.
      var end: UnsafeMutablePointer<CChar>?
      _ = step(&end, &left, into: &result)
    }
    return (result, errors)
  }

  /// Converts what fits the output, or empties the converter's state when there is no input;
  /// returns the error that stopped it, or 0.
  private mutating func step(
    _ input: inout UnsafeMutablePointer<CChar>?, _ left: inout Int, into result: inout [UInt8]
  ) -> Int32 {
    output.withUnsafeMutableBytes { room in
      var next = room.baseAddress?.assumingMemoryBound(to: CChar.self)
      var space = room.count
      let status = iconv(handle, &input, &left, &next, &space)
      let code = status == -1 ? errno : 0
      result.append(contentsOf: room[..<(room.count - space)])
      return code
    }
  }
}
