/// A character encoding of the WHATWG's Encoding Standard, and the iconv table that reads it.
///
/// A label is not always the table of that name: pages that say ISO-8859-1 hold windows-1252, and
/// what is called GB2312, Shift_JIS or EUC-KR on the web is a superset of the standard so called.
struct Encoding: Sendable, Hashable {
  /// The WHATWG's name in lower case.
  let name: String
  /// The iconv table that comes nearest to the WHATWG's index.
  let table: String
  let kind: Kind

  /// What is `unreadable` has a label and no table: nothing is made of it.
  enum Kind: Sendable { case unicode, singleByte, multiByte, unreadable }

  static let utf8 = Encoding(name: "utf-8", table: "UTF-8", kind: .unicode)
  static let utf16le = Encoding(name: "utf-16le", table: "UTF-16LE", kind: .unicode)
  static let utf16be = Encoding(name: "utf-16be", table: "UTF-16BE", kind: .unicode)
  static let windows1252 = Encoding(name: "windows-1252", table: "CP1252", kind: .singleByte)

  /// The encoding that a label means: case and the space around it do not matter. Nil for unknown
  /// labels.
  init?(label: some StringProtocol) {
    let key = label.lowercased().filter { !$0.isWhitespace }
    // Python's names (`euc_jp`) get into pages.
    let hyphenated = String(key.map { $0 == "_" ? "-" : $0 })
    guard let encoding = EncodingLabels.encodings[key] ?? EncodingLabels.encodings[hyphenated]
    else { return nil }
    self = encoding
  }

  init(name: String, table: String, kind: Kind) {
    self.name = name
    self.table = table
    self.kind = kind
  }

  /// How many bytes to pass over after one that begins no character.
  var unit: Int { self == .utf16le || self == .utf16be ? 2 : 1 }
}
