/// Where an iconv table and the WHATWG's index of that encoding part.
///
/// Found by decoding every byte and every sequence of each encoding and comparing the result with
/// the indexes of the Encoding Standard. The GNU C Library's tables are meant; where another iconv
/// has the index's character already, nothing is changed.
struct TableDifferences: Sendable {
  /// Characters of sequences that the table lacks.
  private(set) var missing: [[UInt8]: Unicode.Scalar]
  /// Characters that the index has in the place of the table's; U+FFFD for none at all.
  let replaced: [Unicode.Scalar: Unicode.Scalar]
  /// Whether C1 controls stand where a one-byte table has a hole from 80 to 9F.
  let hasControls: Bool
  /// The lowest and highest of the table's characters that are replaced.
  private let bounds: ClosedRange<Unicode.Scalar>?

  private init(
    missing: [[UInt8]: Unicode.Scalar] = [:], replaced: [Unicode.Scalar: Unicode.Scalar] = [:],
    hasControls: Bool = false
  ) {
    self.missing = missing
    self.replaced = replaced
    self.hasControls = hasControls
    bounds = replaced.keys.min().flatMap { low in replaced.keys.max().map { low...$0 } }
  }

  static func of(_ encoding: Encoding) -> TableDifferences {
    encodings[encoding.name] ?? (encoding.kind == .singleByte ? controls : none)
  }

  private static let none = TableDifferences()
  private static let controls = TableDifferences(hasControls: true)

  private static let encodings: [String: TableDifferences] = [
    "koi8-u": TableDifferences(replaced: ["\u{255D}": "\u{45E}", "\u{256C}": "\u{40E}"]),
    "macintosh": TableDifferences(replaced: ["\u{394}": "\u{2206}", "\u{E01E}": "\u{F8FF}"]),
    "x-mac-cyrillic": TableDifferences(replaced: ["\u{A4}": "\u{20AC}"]),
    "windows-1255": TableDifferences(missing: [[0xCA]: "\u{5BA}"], hasControls: true),
    "shift_jis": TableDifferences(missing: [[0x80]: "\u{80}"]),
    "gbk": gb18030, "gb18030": gb18030, "big5": big5, "euc-jp": eucJP,
  ]

  /// The 18 characters that left private use in 2005 and 2022 keep their sequences of four bytes.
  private static let gb18030: TableDifferences = {
    var differences = TableDifferences(
      missing: [[0x80]: "\u{20AC}"], replaced: ["\u{E5E5}": "\u{3000}"])
    differences.addRun(from: 0x9FB4, through: 0x9FBB, at: [0x82, 0x35, 0x90, 0x37])
    differences.addRun(from: 0xFE10, through: 0xFE19, at: [0x84, 0x31, 0x82, 0x36])
    return differences
  }()

  /// Adds a run of characters at sequences of four bytes, the last two of which count up.
  private mutating func addRun(from first: UInt32, through last: UInt32, at start: [UInt8]) {
    var sequence = start
    for value in first...last {
      missing[sequence] = Unicode.Scalar(value)
      sequence[3] = sequence[3] == 0x39 ? 0x30 : sequence[3] + 1
      if sequence[3] == 0x30 { sequence[2] += 1 }
    }
  }

  /// The index is that of windows-950 in its symbols; the table is that of Hong Kong's characters.
  private static let big5: TableDifferences = {
    var missing: [[UInt8]: Unicode.Scalar] = [
      [0xA1, 0x5A]: "\u{2574}", [0xA1, 0xC3]: "\u{FFE3}", [0xA1, 0xC5]: "\u{2CD}",
      [0xA1, 0xFE]: "\u{FF0F}", [0xA2, 0x40]: "\u{FF3C}", [0xA2, 0xCC]: "\u{5341}",
      [0xA2, 0xCE]: "\u{5345}", [0xA3, 0xE0]: "\u{2421}", [0xA3, 0xE1]: "\u{20AC}",
      [0xC6, 0xCF]: "\u{5EF4}", [0xC6, 0xD3]: "\u{65E0}", [0xC6, 0xD5]: "\u{7676}",
      [0xC6, 0xD7]: "\u{96B6}", [0xC6, 0xDE]: "\u{3003}", [0xC6, 0xDF]: "\u{4EDD}",
    ]
    for number in UInt8(0)..<0x20 {
      missing[[0xA3, 0xC0 + number]] = Unicode.Scalar(0x2400 + UInt32(number))
    }
    return TableDifferences(
      missing: missing,
      replaced: [
        "\u{2022}": "\u{2027}", "\u{FF64}": "\u{FE51}", "\u{203E}": "\u{AF}",
        "\u{223C}": "\u{FF5E}", "\u{2641}": "\u{2295}", "\u{2609}": "\u{2299}",
        "\u{FF0F}": "\u{2215}", "\u{FF3C}": "\u{FE68}", "\u{A5}": "\u{FFE5}",
        "\u{A2}": "\u{FFE0}", "\u{A3}": "\u{FFE1}", "\u{80}": "\u{FFFD}",
      ])
  }()

  /// The table keeps its last rows for users; the index has vendors' characters in four of them,
  /// which are those of Shift_JIS.
  private static let eucJP: TableDifferences = {
    var replaced: [Unicode.Scalar: Unicode.Scalar] = ["\u{FFE4}": "\u{A6}"]
    for value in UInt32(0x80)...0x9F { replaced[Unicode.Scalar(value)!] = "\u{FFFD}" }
    for value in UInt32(0xE000)...0xE757 { replaced[Unicode.Scalar(value)!] = "\u{FFFD}" }
    var shiftJIS = Iconv(
      Encoding(name: "cp932", table: "CP932", kind: .multiByte), differences: none)
    // Rows 89 to 92, counted from the first private character, which stands in row 85.
    for offset in UInt32(4 * 94)..<8 * 94 {
      let pointer = 84 * 94 + offset
      let (lead, trail) = (UInt8(pointer / 188), UInt8(pointer % 188))
      let bytes = [lead + (lead < 0x1F ? 0x81 : 0xC1), trail + (trail < 0x3F ? 0x40 : 0x41)]
      guard let (utf8, errors) = shiftJIS?.convert(bytes), errors == 0,
        let scalar = String(decoding: utf8, as: UTF8.self).unicodeScalars.first
      else { continue }
      replaced[Unicode.Scalar(0xE000 + offset)!] = scalar
    }
    return TableDifferences(replaced: replaced)
  }()
}

extension TableDifferences {
  /// What stands at the start of bytes that the table cannot read, and how many bytes that takes.
  func unmapped(_ bytes: UnsafeRawBufferPointer.SubSequence, _ encoding: Encoding)
    -> (scalar: Unicode.Scalar?, length: Int)
  {
    let first = bytes[bytes.startIndex]
    for length in [1, 2, 4] where length <= bytes.count {
      if let scalar = missing[Array(bytes.prefix(length))] { return (scalar, length) }
    }
    if hasControls, (0x80...0x9F).contains(first) { return (Unicode.Scalar(first), 1) }
    return (nil, Self.errorLength(bytes, encoding))
  }

  /// A byte that is no ASCII goes down with the one before it, so that what follows is not read
  /// out of step.
  private static func errorLength(
    _ bytes: UnsafeRawBufferPointer.SubSequence, _ encoding: Encoding
  ) -> Int {
    guard encoding.kind == .multiByte else { return min(bytes.count, encoding.unit) }
    let (first, second) = (bytes[bytes.startIndex], bytes.dropFirst().first ?? 0)
    guard first > 0x80, first < 0xFF, second >= 0x80 else { return 1 }
    let isLong = encoding.name == "euc-jp" && first == 0x8F && second >= 0xA1
    return isLong && (bytes.dropFirst(2).first ?? 0) >= 0xA1 ? 3 : 2
  }

  /// The text with the index's characters in the place of the table's, and how many are none.
  func apply(to utf8: [UInt8]) -> (utf8: [UInt8], errors: Int) {
    guard let bounds else { return (utf8, 0) }
    var scalars = String.UnicodeScalarView()
    var errors = 0
    for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
      let other = bounds.contains(scalar) ? replaced[scalar] : nil
      if other == "\u{FFFD}" { errors += 1 }
      scalars.append(other ?? scalar)
    }
    return (Array(String(scalars).utf8), errors)
  }
}
