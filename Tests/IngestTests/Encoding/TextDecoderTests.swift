import Testing

@testable import Ingest

@Suite struct TextDecoderTests {
  /// A label, bytes, and what they mean under that label.
  static let declared: [(label: String, bytes: String, text: String)] = [
    ("windows-1252", "636166e9209371942080", "café “q” €"),
    ("ISO-8859-1", "9371942080", "“q” €"),
    ("latin1", "e9", "é"),
    ("iso-8859-15", "a420bd", "€ œ"),
    ("koi8-r", "eecfd7cfd3d4c9", "Новости"),
    ("windows-1251", "cdeee2eef1f2e8", "Новости"),
    ("Shift_JIS", "93fa967b8cea836a8385815b8358208740208160", "日本語ニュース ① ～"),
    ("x-sjis", "eee08bb4", "髙橋"),
    ("EUC-JP", "c6fccbdcb8ec", "日本語"),
    ("iso-2022-jp", "1b2442467c4b5c386c1b2842", "日本語"),
    ("EUC-KR", "c7d1b1b9beee20b6cb", "한국어 똥"),
    ("ks_c_5601-1987", "8c63", "똠"),
    ("Big5", "a4a4a4e5b773bb44", "中文新聞"),
    ("big5-hkscs", "9df89df5", "啲嗰"),
    ("GBK", "aea0d2d1", "疇已"),
    ("gb18030", "d6d0cec495328236", "中文𠀀"),
    ("utf-16le", "630061006600e9002000226f", "café 漢"),
    ("UTF-16BE", "00630061006600e90020d83dde00", "café 😀"),
    ("tis-620", "e4b7c2", "ไทย"),
    ("x-mac-roman", "6361668e", "café"),
    ("ibm866", "8dae", "Но"),
    // What the WHATWG's tables have and the standards of that name have not.
    ("windows-1252", "8190", "\u{81}\u{90}"),
    ("gbk", "8020d6d0", "€ 中"),
    // Their tables hold the last letter back until they know that no accent follows.
    ("windows-1255", "f9ece5ed", "שלום"),
    ("windows-1258", "5669eaf274", "Việt"),
    (" ISO-8859-1 ", "93", "“"),
    ("euc_jp", "c6fccbdc", "日本"),
  ]

  @Test(arguments: declared)
  func readsDeclaredEncodings(label: String, bytes: String, text: String) {
    let decoded = TextDecoder.decode(hexadecimal(bytes), declared: label)
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == text)
    #expect(decoded.errors == 0)
  }

  @Test(arguments: [
    ("efbbbf636166c3a9", "utf-8"), ("fffe63006100 6600e900", "utf-16le"),
    ("feff00630061006600e9", "utf-16be"),
  ])
  func believesTheByteOrderMarkFirst(bytes: String, name: String) {
    let decoded = TextDecoder.decode(hexadecimal(bytes), charset: "big5", declared: "koi8-r")
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == "café")
    #expect(decoded.encoding.name == name)
  }

  @Test func believesTheContainerBeforeTheText() {
    let bytes = hexadecimal("c4e3bac3")
    let decoded = TextDecoder.decode(bytes, charset: "gb2312", declared: "big5")
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == "你好")
  }

  /// What servers declare by default is not believed against the bytes.
  @Test func readsUTF8ThatIsDeclaredLatin() {
    let decoded = TextDecoder.decode(Array("Zoë naïve – “ok”".utf8), charset: "iso-8859-1")
    #expect(decoded.encoding == .utf8)
    #expect(decoded.errors == 0)
  }

  @Test(arguments: ["gb2312", "shift_jis", "big5", "euc-kr"])
  func readsUTF8ThatKeptItsOldDeclaration(_ label: String) {
    let decoded = TextDecoder.decode(Array("港口的渡轮晚点了".utf8), declared: label)
    #expect(decoded.encoding == .utf8)
    #expect(decoded.errors == 0)
  }

  @Test func detectsWhatIsDeclaredUTF8AndIsNot() {
    let text = "Les élèves ont été reçus à l'école après le congé d'été, où l'été s'achève déjà."
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    for declared in ["utf-8", nil, "no-such-encoding"] {
      let decoded = TextDecoder.decode(latin, declared: declared)
      #expect(String(decoding: decoded.utf8, as: UTF8.self) == text)
    }
  }

  /// A character cut in two does not make a text of another encoding.
  @Test func keepsUTF8WithADamagedCharacter() {
    let bytes = Array(String(repeating: "日本語のニュース。", count: 5).utf8) + [0xE6, 0x97]
    let decoded = TextDecoder.decode(bytes, declared: "utf-8")
    #expect(decoded.encoding == .utf8)
    #expect(decoded.errors > 0)
    #expect(String(decoding: decoded.utf8, as: UTF8.self).hasSuffix("。\u{FFFD}"))
  }

  @Test func keepsDamagedUTF8() {
    let decoded = TextDecoder.decode(hexadecimal("6100 62c3a9 fffe c080 eda080 63"))
    #expect(decoded.encoding == .utf8)
    #expect(String(decoding: decoded.utf8, as: UTF8.self).hasPrefix("a\u{0}bé\u{FFFD}"))
  }

  @Test func detectsUTF16WithoutAMark() {
    let units = Array("<p>Plain text and 漢字 in it.</p>".utf16)
    let little = units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    #expect(UTF16Detection.detect(little) == .utf16le)
    #expect(UTF16Detection.detect(big) == .utf16be)
    #expect(UTF16Detection.detect(Array("Plain text.".utf8)) == nil)
    #expect(UTF16Detection.detect([UInt8](repeating: 0, count: 64)) == nil)
  }

  @Test func replacesWhatNoCharacterExplains() {
    let decoded = TextDecoder.decode(hexadecimal("41ff42"), as: .utf8)
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == "A\u{FFFD}B")
    #expect(decoded.errors == 1)
  }

  /// Every label reads ASCII as ASCII, but for those of UTF-16.
  @Test func knowsATableForEveryLabel() {
    #expect(EncodingLabels.encodings.count > 210)
    for (label, encoding) in EncodingLabels.encodings
    where encoding.unit == 1 && encoding.kind != .unreadable {
      let decoded = TextDecoder.decode(Array("News 123".utf8), as: encoding)
      #expect(String(decoding: decoded.utf8, as: UTF8.self) == "News 123", "\(label)")
      #expect(decoded.encoding == encoding, "\(label) has no table")
    }
  }
}

func hexadecimal(_ text: String) -> [UInt8] {
  let digits = text.compactMap(\.hexDigitValue)
  return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
}
