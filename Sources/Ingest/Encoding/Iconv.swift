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
  private let differences: TableDifferences
  private var output = [UInt8](repeating: 0, count: 1 << 14)

  /// Nil when the system has no table of that name.
  init?(_ encoding: Encoding) {
    self.init(encoding, differences: .of(encoding))
  }

  /// - Parameter differences: where the table and the index of the encoding part.
  init?(_ encoding: Encoding, differences: TableDifferences) {
    // A loop, since a lazy map asks twice for its first element: one of two handles would leak.
    var handle: iconv_t?
    for table in [encoding.table] + (Self.otherNames[encoding.table] ?? []) where handle == nil {
      handle = Self.open(table)
    }
    guard let handle else { return nil }
    self.handle = handle
    self.encoding = encoding
    self.differences = differences
  }

  private static func open(_ table: String) -> iconv_t? {
    guard let handle = iconv_open("UTF-8", table), handle != iconv_t(bitPattern: -1) else {
      return nil
    }
    return handle
  }

  /// What iconvs other than the GNU C Library's call the same tables.
  private static let otherNames = [
    "EUC-JP-MS": ["EUCJP-MS", "CP51932", "EUC-JP"], "UHC": ["CP949"], "MAC-UK": ["MACCYRILLIC"],
    "MACINTOSH": ["MACROMAN"],
  ]

  deinit {
    iconv_close(handle)
  }

  /// The bytes as UTF-8, and how many of them no character explains; these become U+FFFD, except
  /// where the WHATWG's table goes further than the system's.
  mutating func convert(_ bytes: [UInt8]) -> (utf8: [UInt8], errors: Int) {
    var finished: [UInt8] = []
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 2)
    var errors = 0
    var passedOver = 0
    bytes.withUnsafeBytes { raw in
      var input = UnsafeMutablePointer(
        mutating: raw.baseAddress?.assumingMemoryBound(to: CChar.self))
      var left = raw.count
      while left > 0 {
        let failure = step(&input, &left, into: &result)
        // Else the output was full, and there is more.
        guard failure == EILSEQ || failure == EINVAL, left > 0 else { continue }
        var (scalar, length) = differences.unmapped(raw[(raw.count - left)...], encoding)
        if passesOver(raw, raw.count - left, last: passedOver) {
          (scalar, length) = (nil, 0)
          passedOver = raw.count - left
        }
        if scalar == nil { errors += 1 }
        let other = Array(String(scalar ?? "\u{FFFD}").utf8)
        // What the table's own characters are replaced by must not replace the index's.
        let (text, failures) = differences.apply(to: result)
        finished += text + other
        errors += failures
        result.removeAll(keepingCapacity: true)
        input = input.map { $0 + length }
        left -= length
      }
      // Some tables hold a letter back until they know that no accent follows.
      var end: UnsafeMutablePointer<CChar>?
      _ = step(&end, &left, into: &result)
    }
    let (text, failures) = differences.apply(to: result)
    return (finished.isEmpty ? text : finished + text, errors + failures)
  }

  /// Whether the error that was reported at `offset` is of the sequence before it: the GNU table of
  /// EUC-KR passes over A2 E8 before it says that this is no character.
  private func passesOver(_ raw: UnsafeRawBufferPointer, _ offset: Int, last: Int) -> Bool {
    encoding.table == "UHC" && offset > max(1, last) && raw[offset - 2] == 0xA2
      && raw[offset - 1] == 0xE8
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
