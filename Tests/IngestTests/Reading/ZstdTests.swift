import Corpus
import Foundation
import Testing

@testable import Ingest

/// Zstandard frames made by hand: their blocks hold content without compression.
enum ZstdFixture {
  static let magic: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]

  static func frame(_ content: [UInt8]) -> [UInt8] {
    // One segment with a size of four bytes; one block, the last, raw.
    magic + [0xA0] + little(content.count, 4) + little(1 | content.count << 3, 3) + content
  }

  static func frame(_ content: String) -> [UInt8] { frame(Array(content.utf8)) }

  /// A frame that asks for a window of 2 to the power of `exponent`.
  static func frame(_ content: String, window exponent: Int) -> [UInt8] {
    magic + [0x00, UInt8((exponent - 10) << 3)] + little(1 | content.utf8.count << 3, 3)
      + Array(content.utf8)
  }

  static func skippable(_ content: [UInt8], kind: UInt8 = 0x5D) -> [UInt8] {
    [kind, 0x2A, 0x4D, 0x18] + little(content.count, 4) + content
  }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}

@Suite struct ZstdTests {
  static let one = ZstdFixture.frame(#"{"title": "one"}"# + "\n")
  static let two = ZstdFixture.frame(#"{"title": "two"}"# + "\n")

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var titles = ["one", "two"]
    var reasons: [Reject.Reason] = []
    var testDescription: String { name }
  }

  @Test(arguments: [
    Case(name: "two frames", bytes: one + two),
    Case(
      name: "skippable frames",
      bytes: ZstdFixture.skippable([1, 2, 3], kind: 0x50) + one + ZstdFixture.skippable([]) + two),
    Case(name: "cut", bytes: one + two.dropLast(5), titles: ["one"], reasons: [.truncated]),
    Case(
      name: "damaged", bytes: one.prefix(9) + [0x07] + one.dropFirst(10) + two, titles: ["two"],
      reasons: [.corrupt]),
    Case(name: "garbage between", bytes: one + [1, 2, 3, 4, 5] + two, reasons: [.corrupt]),
    Case(
      name: "gzip inside", bytes: ZstdFixture.frame(GzipFixture.member(GzipTests.lines))),
    Case(
      name: "a window of 64 MiB", bytes: ZstdFixture.frame(GzipTests.lines, window: 26)),
    Case(
      name: "a window of 2 GiB", bytes: ZstdFixture.frame(GzipTests.lines, window: 31),
      titles: [], reasons: [.tooLarge]),
  ])
  func reads(_ test: Case) throws {
    let (articles, rejects) = try ingest(test.bytes, as: "lines.jsonl.zst")
    #expect(articles.map(\.title) == test.titles)
    #expect(rejects.map(\.reason) == test.reasons, "\(rejects)")
  }

  @Test func readsWebArchivesAndSaysWhereFramesBegin() throws {
    let frames = CaptureFixture.records().map { ZstdFixture.frame($0) }
    let offsets = [0] + frames.indices.map { frames[...$0].joined().count }.dropLast()
    let (articles, rejects) = try ingest(Array(frames.joined()), as: "crawl.warc.zst")
    #expect(articles.map(\.title) == CaptureFixture.titles)
    #expect(articles.map(\.source.offset) == offsets)
    #expect(rejects.isEmpty)
  }

  /// A dictionary in a skippable frame in front, bare or packed, as `.warc.zst` has it. The `zstd`
  /// program makes it.
  @Test(
    .enabled(if: SharedData.run("zstd", "--version"), "no zstd program"), arguments: [false, true])
  func readsWithADictionary(isPacked: Bool) throws {
    let folder = try TemporaryFolder()
    var samples: [String] = []
    for number in 0..<400 {
      let title = "\(number) \(CaptureFixture.titles[number % 5])"
      samples.append(try folder.write("\(number)", CaptureFixture.warc(page: title)))
    }
    let records = CaptureFixture.titles.map { CaptureFixture.warc(page: $0) }
    let names = try records.enumerated().map { try folder.write("r\($0.offset)", $0.element) }
    let dictionary = folder.path + "/dictionary"
    func zstd(_ arguments: String...) throws {
      try #require(SharedData.run("zstd", arguments: ["-q"] + arguments))
    }
    try #require(
      SharedData.run(
        "zstd", arguments: ["-q", "--train"] + samples + ["--maxdict=4096", "-o", dictionary]))
    try zstd("-D", dictionary, "--rm", names[0], names[1], names[2], names[3], names[4])
    if isPacked { try zstd("-k", dictionary) }
    func bytes(_ path: String) throws -> [UInt8] {
      Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }
    let head = ZstdFixture.skippable(try bytes(isPacked ? dictionary + ".zst" : dictionary))
    let frames = try names.map { try bytes($0 + ".zst") }
    let (articles, rejects) = try ingest(head + frames.joined(), as: "crawl.warc.zst")
    #expect(articles.map(\.title) == CaptureFixture.titles)
    #expect(articles.first?.source.offset == head.count)
    #expect(rejects.isEmpty)
    let (none, without) = try ingest(Array(frames.joined()), as: "crawl.warc.zst")
    #expect(none.isEmpty)
    #expect(without.first?.reason == .corrupt)
  }
}
