import Corpus
import Foundation
import Testing

@testable import Ingest

@Suite struct CaptureTests {
  static let records = CaptureFixture.records()
  static let joined = Array(records.joined())

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var titles = CaptureFixture.titles
    var reasons: [Reject.Reason] = []
    var testDescription: String { name }
  }

  /// The files of which each record is damaged in its own way.
  static let cases: [Case] = {
    func with(_ place: Int, _ record: [UInt8]) -> [UInt8] {
      var records = records
      records[place] = record
      return Array(records.joined())
    }
    func flipped(_ records: [[UInt8]], _ place: Int, _ offset: Int) -> [[UInt8]] {
      var records = records
      records[place][offset] ^= 1
      return records
    }
    let without2 = ["one", "three", "four", "five"]
    let digests = CaptureFixture.records(digest: true)
    let second = CaptureFixture.http(CaptureFixture.page("two"))
    let middle = digests[1].count / 2
    let members = records.map { GzipFixture.member($0) }
    return [
      Case(name: "bare", bytes: joined),
      Case(name: "gzip, a member per record", bytes: Array(members.joined())),
      Case(name: "gzip, all in one", bytes: GzipFixture.member(joined)),
      Case(name: "LF for CRLF in headers", bytes: Array(records.map(withLF).joined())),
      Case(
        name: "bit flip, bare", bytes: Array(flipped(digests, 1, middle).joined()),
        titles: without2, reasons: [.corrupt]),
      Case(
        name: "bit flip, gzip", bytes: Array(flipped(members, 1, members[1].count / 2).joined()),
        titles: without2, reasons: [.corrupt]),
      Case(
        name: "bit flip in a member's header", bytes: Array(flipped(members, 1, 2).joined()),
        titles: without2, reasons: [.corrupt]),
      Case(
        name: "bit flip in a member's length", bytes: Array(flipped(members, 1, 12).joined()),
        titles: without2, reasons: [.corrupt]),
      Case(
        name: "bit flip in a version line", bytes: Array(flipped(records, 1, 2).joined()),
        titles: without2, reasons: [.corrupt]),
      Case(
        name: "length too great", bytes: with(1, CaptureFixture.warc(second, length: 3000)),
        titles: without2, reasons: [.corrupt]),
      Case(
        name: "length beyond the end",
        bytes: with(1, CaptureFixture.warc(second, length: 99_999_999)), titles: without2,
        reasons: [.corrupt]),
      Case(
        name: "length too small", bytes: with(1, CaptureFixture.warc(second, length: 300)),
        titles: without2, reasons: [.corrupt]),
      Case(
        name: "negative length", bytes: with(1, CaptureFixture.warc(second, length: -1)),
        titles: without2, reasons: [.corrupt]),
      Case(
        name: "cut in the last record", bytes: joined.dropLast(200),
        titles: Array(CaptureFixture.titles.dropLast()), reasons: [.truncated]),
      Case(
        name: "cut in the last header",
        bytes: joined.dropLast(records[4].count - 40),
        titles: Array(CaptureFixture.titles.dropLast()), reasons: [.truncated]),
      Case(
        name: "cut in the last member", bytes: Array(members.joined()).dropLast(30),
        titles: Array(CaptureFixture.titles.dropLast()), reasons: [.truncated]),
      Case(
        name: "cut in a member amid others",
        bytes: members[0] + members[1].dropLast(100) + members[2] + members[3] + members[4],
        titles: without2, reasons: [.corrupt]),
      Case(
        name: "garbage between records",
        bytes: records[0] + Array("garbage\r\n\r\n".utf8) + records[1...].joined(),
        reasons: [.corrupt]),
      Case(
        name: "garbage between members",
        bytes: members[0] + Array("garbage".utf8) + members[1...].joined(), reasons: [.corrupt]),
      Case(
        name: "a header that never ends",
        bytes: with(
          1,
          Array(("WARC/1.0\r\nX: " + String(repeating: "x", count: 200_000)).utf8)
            + [13, 10]), titles: without2, reasons: [.corrupt]),
      Case(
        name: "an unknown type", bytes: with(1, CaptureFixture.warc(second, type: "responsf")),
        titles: without2, reasons: [.unknownFormat]),
      Case(
        name: "cut by the crawler",
        bytes: with(1, CaptureFixture.warc(second, fields: ["WARC-Truncated: length"])),
        titles: without2,
        reasons: [.truncated]),
      Case(
        name: "no HTTP", bytes: with(1, CaptureFixture.warc(Array("no status\r\n".utf8))),
        titles: without2, reasons: [.malformed]),
      Case(
        name: "an image called HTML",
        bytes: with(1, CaptureFixture.warc(CaptureFixture.http("GIF89a"))), titles: without2,
        reasons: [.unknownFormat]),
      Case(
        name: "what is no page",
        bytes: with(
          1,
          CaptureFixture.warc(second, type: "request")
            + CaptureFixture.warc(second, type: "revisit")
            + CaptureFixture.warc(second, type: "metadata")
            + CaptureFixture.warc(second, type: "warcinfo")
            + CaptureFixture.warc(CaptureFixture.http([1, 2], type: "image/png"))
            + CaptureFixture.warc(CaptureFixture.http(Array("x".utf8), status: 404))),
        titles: without2),
    ]
  }()

  private static func withLF(_ record: [UInt8]) -> [UInt8] {
    let text = String(decoding: record, as: UTF8.self)
    let parts = text.components(separatedBy: "\r\n\r\nHTTP/")
    return Array((parts[0].replacing("\r\n", with: "\n") + "\n\nHTTP/" + parts[1]).utf8)
  }

  @Test(arguments: cases)
  func reads(_ test: Case) throws {
    let (articles, rejects) = try ingest(test.bytes, as: "crawl.warc")
    #expect(articles.map(\.title) == test.titles)
    #expect(rejects.map(\.reason) == test.reasons, "\(rejects)")
    #expect(articles.allSatisfy { $0.paragraphs.count >= 2 })
  }

  @Test func saysWhereRecordsBegin() throws {
    let unpacked = [0] + Self.records.indices.map { Self.records[...$0].joined().count }.dropLast()
    let members = Self.records.map { GzipFixture.member($0) }
    let packed = [0] + members.indices.map { members[...$0].joined().count }.dropLast()
    let (bare, _) = try ingest(Self.joined, as: "crawl.warc")
    #expect(bare.map(\.source.offset) == unpacked)
    #expect(bare.map(\.url) == CaptureFixture.titles.map { "http://example.org/\($0)" })
    #expect(bare[0].id == "crawl.warc#0")
    #expect(try ingest(Array(members.joined()), as: "x").articles.map(\.source.offset) == packed)
    let one = try ingest(GzipFixture.member(Self.joined), as: "x.warc.gz").articles
    #expect(one.map(\.source.offset) == unpacked)
  }

  @Test func saysWhatIsInsteadOfPages() throws {
    let info = CaptureFixture.warc([], type: "warcinfo", contentType: "application/warc-fields")
    let (articles, rejects) = try ingest(info + info, as: "meta.warc")
    #expect(articles.isEmpty)
    #expect(rejects.map(\.reason) == [.empty])
    #expect(rejects.first?.detail.contains("2 warcinfo") == true)
  }

  /// A wrong digest is told by bare files; packed ones have check sums of their own.
  @Test func checksDigestsIfAsked() throws {
    var record = CaptureFixture.warc(page: "one", digest: true)
    record[record.count / 2] ^= 1
    var limits = ReadLimits()
    #expect(try ingest(record, as: "x.warc", limits: limits).rejects.map(\.reason) == [.corrupt])
    limits.verifiesDigests = false
    #expect(try ingest(record, as: "x.warc", limits: limits).articles.count == 1)
  }

  /// No article is younger than its capture, whose day is not the article's.
  @Test func boundsDatesByTheCapture() throws {
    func date(_ day: String) throws -> CalendarDate? {
      let page = CaptureFixture.page("one").replacingOccurrences(
        of: "<title>", with: "<meta property=\"article:published_time\" content=\"\(day)\"><title>")
      return try ingest(CaptureFixture.warc(CaptureFixture.http(page)), as: "x.warc")
        .articles.first?.date
    }
    #expect(try date("2018-03-02") == CalendarDate(iso: "2018-03-02"))
    #expect(try date("2023-03-02") == nil)
  }

  @Test func readsResourcesFeedsAndJSON() throws {
    let feed = """
      <rss version="2.0"><channel><title>x</title><item><title>a</title></item>\
      <item><title>b</title></item></channel></rss>
      """
    let list = #"[{"title": "c"}, {"title": "d"}]"#
    let bytes =
      CaptureFixture.warc(Array(feed.utf8), type: "resource", contentType: "application/rss+xml")
      + CaptureFixture.warc(CaptureFixture.http(Array(list.utf8), type: "application/json"))
      + CaptureFixture.warc(
        Array("Title\n\nA text.".utf8), type: "conversion", contentType: "text/plain")
      + CaptureFixture.warc(
        Array(CaptureFixture.page("e").utf8), type: "resource", url: "<http://example.org/r>",
        contentType: "text/html", version: "WARC/1.1")
    let (articles, rejects) = try ingest(bytes, as: "x.warc")
    #expect(rejects.isEmpty)
    #expect(articles.map(\.title) == ["a", "b", "c", "d", "Title", "e"])
    #expect(articles.last?.url == "http://example.org/r")
    #expect(Set(articles.map(\.id)).count == 6)
  }

  @Test func readsARC() throws {
    func bytes(_ second: [UInt8]) -> [UInt8] {
      Array("filedesc://x.arc 127.0.0.1 20190401100000 text/plain 5\n1 0 x\n\n".utf8)
        + CaptureFixture.arc(page: "one") + second + CaptureFixture.arc(page: "a b c")
    }
    let (articles, rejects) = try ingest(
      bytes(CaptureFixture.arc(page: "two", "200 - - 17 x.arc ")), as: "x.arc")
    #expect(rejects.isEmpty)
    #expect(articles.map(\.title) == ["one", "two", "a b c"])
    #expect(articles.last?.url == "http://example.org/a b c")
    var damaged = CaptureFixture.arc(page: "two")
    damaged.removeSubrange(200..<300)
    let (rest, rejected) = try ingest(bytes(damaged), as: "x.arc")
    #expect(rest.map(\.title) == ["one", "a b c"])
    #expect(rejected.map(\.reason) == [.corrupt])
  }
}
