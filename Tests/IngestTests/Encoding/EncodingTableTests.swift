import Corpus
import Foundation
import Testing

@testable import Ingest

/// Every byte and every sequence of the WHATWG's encodings, against a second source:
/// `scripts/encoding-checksums.py` makes the counts and checksums from Python's codecs.
@Suite struct EncodingTableTests {
  static let singleByte: [(name: String, count: Int, checksum: UInt64)] = [
    ("ibm866", 128, 0x702e_61ef_e423_232e),
    ("iso-8859-2", 128, 0x0d59_7a15_1699_76f0),
    ("iso-8859-3", 121, 0x922a_d945_5151_e009),
    ("iso-8859-4", 128, 0x7aec_0964_917b_7ba7),
    ("iso-8859-5", 128, 0xa0b0_4304_8051_bc17),
    ("iso-8859-6", 83, 0x5de3_e903_8e1a_9bf6),
    ("iso-8859-7", 125, 0xfccd_d5d9_5847_259e),
    ("iso-8859-8", 92, 0x337a_c422_b6ef_3e5e),
    ("iso-8859-10", 128, 0x7a0d_4d4b_b509_b149),
    ("iso-8859-13", 128, 0x9653_114f_76bc_e3c9),
    ("iso-8859-14", 128, 0x1ffc_6484_d544_3725),
    ("iso-8859-15", 128, 0x6e12_380c_46be_7b8c),
    ("iso-8859-16", 128, 0x9eab_3726_1e43_b8b6),
    ("koi8-r", 128, 0x5b4a_290a_3a76_95f3),
    ("koi8-u", 128, 0xfe62_858c_0c98_1055),
    ("macintosh", 128, 0xcd5e_8e4b_7d17_4013),
    ("windows-874", 120, 0x243b_58ed_bb11_7841),
    ("windows-1250", 128, 0xd3c1_f658_0582_9fb1),
    ("windows-1251", 128, 0xa605_68eb_5f64_602f),
    ("windows-1252", 128, 0x9b37_a491_08ce_f2b8),
    ("windows-1253", 125, 0xcc6e_b3c1_82ed_45fd),
    ("windows-1254", 128, 0x610a_e5c5_5884_7c8a),
    ("windows-1255", 118, 0x4da9_9bbc_7b72_5cfa),
    ("windows-1256", 128, 0xe4e4_6fbc_246c_2735),
    ("windows-1257", 126, 0xf711_a761_cd9f_5524),
    ("windows-1258", 128, 0x3b82_d5ec_b92e_4603),
    ("x-mac-cyrillic", 128, 0xbd83_07e2_9fdf_255b),
  ]

  @Test(arguments: singleByte)
  func readsEveryByte(name: String, count: Int, checksum: UInt64) throws {
    let sum = try Checksum(of: (0x80...0xFF).map { [UInt8($0)] }, in: name)
    #expect(sum.count == count)
    #expect(sum.value == checksum)
  }

  private func pairs(_ leads: [ClosedRange<UInt8>], _ trails: [ClosedRange<UInt8>]) -> [[UInt8]] {
    leads.joined().flatMap { lead in trails.joined().map { [lead, $0] } }
  }

  @Test func readsEverySequenceOfEUCKR() throws {
    let sum = try Checksum(of: pairs([0x81...0xFE], [0x41...0xFE]), in: "euc-kr")
    #expect(sum.count == 17048)
    #expect(sum.value == 0x253c_9cc7_1180_e605)
  }

  @Test func readsEverySequenceOfShiftJIS() throws {
    let sequences = pairs([0x81...0x9F, 0xE0...0xFC], [0x40...0x7E, 0x80...0xFC])
    let sum = try Checksum(of: sequences, in: "shift_jis")
    #expect(sum.count == 9604)
    #expect(sum.value == 0x3b24_10f7_68c5_74c0)
  }

  /// Those of two bytes, and those of four that mean characters of the basic plane.
  @Test func readsEverySequenceOfGB18030() throws {
    var sequences = pairs([0x81...0xFE], [0x40...0x7E, 0x80...0xFE])
    for first in pairs([0x81...0x84], [0x30...0x39]) {
      sequences += pairs([0x81...0xFE], [0x30...0x39]).map { first + $0 }
    }
    let sum = try Checksum(of: sequences, in: "gb18030")
    #expect(sum.count == 63359)
    #expect(sum.value == 0x6dae_f255_9274_b15d)
  }

  /// Hong Kong's additions of 2008 are in the rows before.
  @Test func readsEverySequenceOfBig5() throws {
    let sum = try Checksum(of: pairs([0x89...0xFE], [0x40...0x7E, 0xA1...0xFE]), in: "big5")
    #expect(sum.count == 18312)
    #expect(sum.value == 0x9032_3de0_285b_3922)
  }

  @Test func readsEverySequenceOfEUCJP() throws {
    let long = pairs([0xA1...0xF2], [0xA1...0xFE]).map { [0x8F] + $0 }
    let sum = try Checksum(of: pairs([0xA1...0xFE], [0xA1...0xFE]) + long, in: "euc-jp")
    #expect(sum.count == 13403)
    #expect(sum.value == 0x26e4_2a99_2ca7_0b54)
  }

  /// What the standard says beyond its indexes, and what is done otherwise.
  @Test(arguments: [
    ("big5", "8740", "䏰"), ("big5", "87dc", "\u{2ADFF}"), ("big5", "8862", "\u{CA}\u{304}"),
    ("big5", "88a5", "\u{EA}\u{30C}"), ("big5", "80", "\u{FFFD}"), ("euc-kr", "80", "\u{FFFD}"),
    ("euc-jp", "80", "\u{FFFD}"), ("euc-jp", "8eb1", "ｱ"), ("euc-jp", "fce2", "髙"),
    ("shift_jis", "80b1f040", "\u{80}ｱ\u{E000}"), ("shift_jis", "a0", "\u{FFFD}"),
    ("shift_jis", "fd", "\u{FFFD}"), ("gbk", "80", "€"), ("gb18030", "ff", "\u{FFFD}"),
    ("gb18030", "8130813095328236e3329a35", "\u{80}\u{20000}\u{10FFFF}"),
    // A byte beyond ASCII goes down with the one before it, one of ASCII does not.
    ("euc-kr", "c9a1b0a1", "\u{FFFD}가"), ("big5", "8141", "\u{FFFD}A"),
    ("shift_jis", "8539", "\u{FFFD}9"), ("gb18030", "813041", "\u{FFFD}0A"),
    ("iso-2022-jp", "411b2442467c1b284a5c7e1b2849311b284241", "A日¥‾ｱA"),
    ("iso-2022-jp", "1b24422d21fcc41b2842", "①\u{FFFD}\u{FFFD}"),
    ("iso-2022-jp", "1b244246", "\u{FFFD}"), ("iso-2022-kr", "1b2429430e47510f3141", "한1A"),
    ("x-user-defined", "80", "€"), ("hz-gb-2312", "7e7b56507e7d", "\u{FFFD}"),
  ])
  func readsAsTheStandardSays(label: String, bytes: String, text: String) throws {
    let encoding = try #require(Encoding(label: label))
    let decoded = TextDecoder.decode(hexadecimal(bytes), as: encoding)
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == text, "\(label) \(bytes)")
    #expect((decoded.errors > 0) == text.contains("\u{FFFD}"))
  }

  /// A text in an encoding that is not read is a reject, not a page of signs.
  @Test func rejectsWhatIsNotRead() throws {
    let page = #"<meta charset="hz-gb-2312"><title>~{VPND~}</title><p>~{VPND~}</p>"#
    #expect(try ingest(page, as: "x.html").rejects.map(\.reason) == [.encoding])
  }
}

/// The characters of sequences, as the script sums them up.
private struct Checksum {
  /// Sequences that mean something.
  private(set) var count = 0
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  init(of sequences: [[UInt8]], in name: String) throws {
    let encoding = try #require(Encoding(label: name))
    let decoded = TextDecoder.decode(Array(sequences.joined(separator: [0x0A])), as: encoding)
    let lines = String(decoding: decoded.utf8, as: UTF8.self).unicodeScalars
      .split(separator: "\n", omittingEmptySubsequences: false)
    try #require(lines.count == sequences.count)
    for (bytes, text) in zip(sequences, lines) where !text.contains("\u{FFFD}") {
      count += 1
      let hex = bytes.map { String(UInt16($0) + 0x100, radix: 16).dropFirst() }.joined()
      add("\(hex) \(String(text).precomposedStringWithCanonicalMapping)\n")
    }
  }

  private mutating func add(_ line: String) {
    for byte in line.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }
}
