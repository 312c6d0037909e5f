/// ISO-2022-JP: ASCII to the eye, in which escape sequences switch alphabets. Its Japanese is that
/// of EUC-JP without the eighth bit, and is read as such: a converter of that name knows the
/// standard's characters, but not those that vendors added and the web uses.
struct ISO2022JP: ~Copyable {
  private(set) var utf8: [UInt8] = []
  private(set) var errors = 0
  /// What has been read of a run of Japanese, as EUC-JP.
  private var run: [UInt8] = []
  private var eucJP: Iconv

  private enum Alphabet { case ascii, roman, katakana, kanji }

  /// Nil when the system cannot read EUC-JP.
  init?(_ bytes: [UInt8]) {
    guard let encoding = Encoding(label: "euc-jp"), let iconv = Iconv(encoding) else { return nil }
    eucJP = iconv
    decode(bytes)
    flush()
  }

  private mutating func decode(_ bytes: [UInt8]) {
    var alphabet = Alphabet.ascii
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x1B {
        flush()
        let next = Self.alphabet(bytes[(index + 1)...].prefix(2))
        if next == nil { appendError() }
        alphabet = next ?? alphabet
        index += next == nil ? 1 : 3
        continue
      }
      switch alphabet {
      case .kanji where (0x21...0x7E).contains(byte):
        if index + 1 < bytes.count, (0x21...0x7E).contains(bytes[index + 1]) {
          run += [byte | 0x80, bytes[index + 1] | 0x80]
          index += 1
        } else {
          appendError()
        }
      case .katakana where (0x21...0x5F).contains(byte): run += [0x8E, byte | 0x80]
      case .roman where byte == 0x5C: append("\u{A5}")
      case .roman where byte == 0x7E: append("\u{203E}")
      case _ where byte < 0x80:
        flush()
        utf8.append(byte)
      default: appendError()
      }
      index += 1
    }
  }

  /// The alphabet that an escape sequence, without its first byte, switches to.
  private static func alphabet(_ sequence: ArraySlice<UInt8>) -> Alphabet? {
    switch String(decoding: sequence, as: UTF8.self) {
    case "(B": .ascii
    case "(J": .roman
    case "(I": .katakana
    case "$@", "$B": .kanji
    default: nil
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    flush()
    utf8.append(contentsOf: String(scalar).utf8)
  }

  private mutating func appendError() {
    append("\u{FFFD}")
    errors += 1
  }

  private mutating func flush() {
    guard !run.isEmpty else { return }
    let (text, failures) = eucJP.convert(run)
    utf8 += text
    errors += failures
    run.removeAll(keepingCapacity: true)
  }
}
