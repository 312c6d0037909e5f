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
    var output = [UInt8](repeating: 0, count: 1 << 16)
    bytes.withUnsafeBytes { raw in
      let start = UnsafeMutablePointer(
        mutating: raw.baseAddress?.assumingMemoryBound(to: CChar.self))
      var input = start
      var left = raw.count
      while left > 0 {
        let failure = output.withUnsafeMutableBytes { room -> Int32 in
          var next = room.baseAddress?.assumingMemoryBound(to: CChar.self)
          var space = room.count
          let status = iconv(handle, &input, &left, &next, &space)
          let code = status == -1 ? errno : 0
          result.append(contentsOf: room[..<(room.count - space)])
          return code
        }
        // E2BIG: the output is full, and there is more. Else the byte at hand is no character.
        guard failure == EILSEQ || failure == EINVAL, left > 0 else { continue }
        let scalar = encoding.scalar(forUnmapped: raw[raw.count - left])
        if scalar == nil { errors += 1 }
        result.append(contentsOf: String(scalar ?? "\u{FFFD}").utf8)
        let step = min(left, encoding.unit)
        input = input.map { $0 + step }
        left -= step
      }
    }
    return (result, errors)
  }
}
