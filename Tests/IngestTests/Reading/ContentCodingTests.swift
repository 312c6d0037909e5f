import Corpus
import Foundation
import Testing

@testable import Ingest

@Suite struct ContentCodingTests {
  static let page = Array(CaptureFixture.page("one").utf8)

  /// Deflate that stores without compression, bare.
  static let deflate: [UInt8] = {
    let length = UInt16(page.count)
    return [1] + [length, ~length].flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
      + page
  }()
  /// The same in zlib's wrapper, with its check sum.
  static let zlib: [UInt8] = {
    var (a, b) = (1, 0)
    for byte in page {
      a = (a + Int(byte)) % 65_521
      b = (b + a) % 65_521
    }
    return [0x78, 0x01] + deflate + [b >> 8, b, a >> 8, a].map { UInt8(truncatingIfNeeded: $0) }
  }()
  /// One block of Brotli that is stored, and an empty last one.
  static let brotli: [UInt8] = {
    let head = (page.count - 1) << 4 | 1 << 20
    return (0..<3).map { UInt8(truncatingIfNeeded: head >> ($0 * 8)) } + page + [3]
  }()

  /// Four thousand spaces.
  static let squeezed = Data(
    base64Encoded: "H4sIAAAAAAACA+3BMQEAAADCoCrrn9IYPkABAAAAbwN8lc26oA8AAA=="
  ).map(Array.init)

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var body: [UInt8]
    var fields: [String]
    var reason: Reject.Reason?
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "gzip", body: GzipFixture.member(page), fields: ["Content-Encoding: gzip"]),
    Case(name: "zlib", body: zlib, fields: ["content-encoding: deflate"]),
    Case(name: "bare deflate", body: deflate, fields: ["Content-Encoding: deflate"]),
    Case(name: "Brotli", body: brotli, fields: ["Content-Encoding: br"]),
    Case(name: "Zstandard", body: ZstdFixture.frame(page), fields: ["Content-Encoding: zstd"]),
    Case(
      name: "two codings", body: GzipFixture.member(brotli),
      fields: ["Content-Encoding: br, gzip"]),
    Case(name: "gzip that is none", body: page, fields: ["Content-Encoding: gzip"]),
    Case(name: "deflate that is none", body: page, fields: ["Content-Encoding: deflate"]),
    Case(name: "Brotli that is none", body: page, fields: ["Content-Encoding: br"]),
    Case(name: "an unknown coding that is none", body: page, fields: ["Content-Encoding: xyz"]),
    Case(
      name: "an unknown coding", body: [1, 2, 3], fields: ["Content-Encoding: xyz"],
      reason: .unknownFormat),
    Case(
      name: "gzip that is cut", body: GzipFixture.member(page).dropLast(40),
      fields: ["Content-Encoding: gzip"], reason: .truncated),
    Case(name: "chunks", body: chunked(page), fields: ["Transfer-Encoding: chunked"]),
    Case(
      name: "packed chunks", body: chunked(GzipFixture.member(page)),
      fields: ["Transfer-Encoding: chunked", "Content-Encoding: gzip"]),
    Case(name: "chunks that are none", body: page, fields: ["Transfer-Encoding: chunked"]),
    Case(
      name: "no last chunk", body: chunked(page).dropLast(5),
      fields: ["Transfer-Encoding: chunked"]),
    Case(
      name: "a chunk that is cut", body: chunked(page).dropLast(20),
      fields: ["Transfer-Encoding: chunked"], reason: .truncated),
    Case(
      name: "bytes that are no chunk behind one",
      body: Array("64\r\n".utf8) + page[..<100] + [13, 10] + page[100...],
      fields: ["Transfer-Encoding: chunked"]),
  ]

  static func chunked(_ bytes: [UInt8]) -> [UInt8] {
    let half = bytes.count / 2
    return Array("\(String(half, radix: 16))\r\n".utf8) + bytes[..<half] + [13, 10]
      + Array("\(String(bytes.count - half, radix: 16, uppercase: true));x=y \r\n".utf8)
      + bytes[half...] + Array("\r\n0\r\n\r\n".utf8)
  }

  @Test(arguments: cases)
  func reads(_ test: Case) throws {
    let record = CaptureFixture.warc(CaptureFixture.http(test.body, fields: test.fields))
    let (articles, rejects) = try ingest(record, as: "x.warc")
    #expect(rejects.map(\.reason) == (test.reason.map { [$0] } ?? []), "\(rejects)")
    #expect(articles.map(\.title) == (test.reason == nil ? ["one"] : []))
    #expect(articles.allSatisfy { $0.paragraphs.count >= 2 })
  }

  @Test func stopsAtTheLimitOfARecord() throws {
    var limits = ReadLimits()
    limits.recordBytes = 2000
    let body = [UInt8](repeating: 0x20, count: 4000)
    let packed = try #require(Self.squeezed)
    #expect(throws: ReadFailure.self) {
      try ContentCoding.decoded(packed, coding: "gzip", limits: limits)
    }
    limits.recordBytes = 4000
    #expect(try ContentCoding.decoded(packed, coding: "gzip", limits: limits) == body)
  }

  @Test(arguments: [
    ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
    ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
    ),
  ])
  func hashesAsTheStandardSays(text: String, hash: String) {
    #expect(BlockDigest.agrees("sha1:\(hash)", with: Array(text.utf8)))
    #expect(!BlockDigest.agrees("sha1:\(hash)", with: Array("\(text)x".utf8)))
  }
}
