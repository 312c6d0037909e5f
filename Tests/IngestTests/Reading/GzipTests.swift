import Corpus
import Foundation
import Testing

@testable import Ingest

/// Gzip members made by hand, since what is tested is how damage in them is met.
enum GzipFixture {
  /// One member that stores `content` without compression.
  static func member(_ content: [UInt8]) -> [UInt8] {
    var member: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    let length = UInt16(content.count)
    member += [1] + little(UInt32(length), 2) + little(UInt32(~length), 2) + content
    return member + little(checksum(content), 4) + little(UInt32(content.count), 4)
  }

  static func member(_ content: String) -> [UInt8] { member(Array(content.utf8)) }

  private static func little(_ value: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  /// CRC-32 of RFC 1952, bit by bit.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { crc, byte in
      (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in crc >> 1 ^ (crc & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
  }
}

@Suite struct GzipTests {
  static let lines = #"{"title": "one"}"# + "\n" + #"{"title": "two"}"# + "\n"

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var titles: [String]
    var reasons: [Reject.Reason]
    var testDescription: String { name }
  }

  static let cases: [Case] = {
    let member = GzipFixture.member(lines)
    let one = GzipFixture.member(#"{"title": "one"}"# + "\n")
    let two = GzipFixture.member(#"{"title": "two"}"# + "\n")
    let empty = GzipFixture.member("")
    let both = ["one", "two"]
    func with(_ bytes: [UInt8], _ offset: Int, _ byte: UInt8) -> [UInt8] {
      var bytes = bytes
      bytes[offset < 0 ? bytes.count + offset : offset] = byte
      return bytes
    }
    return [
      Case(name: "one member", bytes: member, titles: both, reasons: []),
      Case(name: "two members", bytes: one + two, titles: both, reasons: []),
      Case(name: "empty members", bytes: empty + one + empty + two, titles: both, reasons: []),
      Case(
        name: "padding", bytes: member + [UInt8](repeating: 0, count: 512), titles: both,
        reasons: []),
      Case(name: "member after padding", bytes: one + [0, 0] + two, titles: both, reasons: []),
      Case(
        name: "garbage behind", bytes: member + Array("more".utf8), titles: both,
        reasons: [.corrupt]),
      Case(name: "no trailer", bytes: member.dropLast(4), titles: both, reasons: [.truncated]),
      Case(
        name: "cut in a line", bytes: member.dropLast(12), titles: ["one"], reasons: [.truncated]),
      Case(
        name: "header alone", bytes: Array(member.prefix(10)), titles: [], reasons: [.truncated]),
      Case(
        name: "wrong check sum", bytes: with(member, -8, 0x55), titles: both, reasons: [.corrupt]),
      Case(name: "wrong length", bytes: with(member, -4, 0x55), titles: both, reasons: [.corrupt]),
      Case(name: "reserved flags", bytes: with(member, 3, 0xE0), titles: [], reasons: [.corrupt]),
      Case(name: "damaged block", bytes: with(member, 12, 0x55), titles: [], reasons: [.corrupt]),
      Case(
        name: "gzip in gzip", bytes: GzipFixture.member(member), titles: both, reasons: []),
      Case(
        name: "gzip in gzip beyond the limit",
        bytes: (0..<5).reduce(member) { bytes, _ in GzipFixture.member(bytes) }, titles: [],
        reasons: [.tooLarge]),
      Case(
        name: "damage before a member", bytes: with(one, -8, 0x55) + two, titles: both,
        reasons: [.corrupt]),
      Case(
        name: "a cut member before another", bytes: one.dropLast(20) + two, titles: ["two"],
        reasons: [.corrupt]),
      Case(
        name: "garbage before a member", bytes: one + Array("more".utf8) + two, titles: both,
        reasons: [.corrupt]),
      Case(name: "no gzip at all", bytes: Array(lines.utf8), titles: both, reasons: []),
      Case(name: "nothing", bytes: [], titles: [], reasons: [.empty]),
    ]
  }()

  @Test(arguments: cases)
  func reads(_ test: Case) throws {
    let (articles, rejects) = try ingest(test.bytes, as: "lines.jsonl.gz")
    #expect(articles.map(\.title) == test.titles)
    #expect(rejects.map(\.reason) == test.reasons)
  }

  /// Half a page is not counted as a page.
  @Test func rejectsATruncatedPage() throws {
    let page = GzipFixture.member("Title\n\nText that goes on.")
    let (articles, rejects) = try ingest(page.dropLast(10), as: "page.txt.gz")
    #expect(articles.isEmpty)
    #expect(rejects.map(\.reason) == [.truncated])
  }

  /// A hundred thousand letters in little more than a hundred bytes.
  @Test func stopsAtTheLimitOfExpansion() throws {
    let bomb = try #require(
      Data(
        base64Encoded:
          "H4sIAAAAAAACA+3BMQEAAADCoNqLbw0PoAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
          + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
          + "AIBXA3ERB/6ghgEA"))
    var limits = ReadLimits()
    let (_, free) = try ingest(Array(bomb), as: "bomb.jsonl.gz", limits: limits)
    #expect(free.map(\.reason) == [.malformed])
    limits.freeExpansion = 1000
    let (_, rejects) = try ingest(Array(bomb), as: "bomb.jsonl.gz", limits: limits)
    #expect(rejects.last?.reason == .tooLarge)
  }
}
