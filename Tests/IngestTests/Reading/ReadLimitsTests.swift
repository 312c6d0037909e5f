import Corpus
import Testing

@testable import Ingest

/// Each limit of reading, at its default and lowered.
@Suite struct ReadLimitsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var name: String
    var bytes: [UInt8]
    var limits: [@Sendable (inout ReadLimits) -> Void]

    init(
      _ description: String, _ name: String, _ bytes: [UInt8],
      _ limits: (@Sendable (inout ReadLimits) -> Void)...
    ) {
      testDescription = description
      self.name = name
      self.bytes = bytes
      self.limits = limits
    }
  }

  static let text = "A title\n\n" + String(repeating: "A text of some words. ", count: 100)

  /// A Zstandard frame of 40 KB in one block that repeats a byte, behind a short text.
  static let repeated =
    ZstdFixture.frame(text) + ZstdFixture.magic
    + [0xA0, 0x40, 0x9C, 0, 0, 0x03, 0xE2, 0x04, UInt8(ascii: "x")]

  @Test(arguments: [
    Case("record_bytes", "page.txt", Array(text.utf8), { $0.recordBytes = 1 << 10 }),
    Case(
      "expansion_ratio", "page.txt.zst", repeated, { $0.expansionRatio = 2 },
      { $0.freeExpansion = 1 << 12 }),
    Case(
      "expanded_bytes", "page.txt.gz", GzipFixture.member(text), { $0.expandedBytes = 1 << 10 }),
    Case(
      "nesting_depth", "page.txt.gz", GzipFixture.member(GzipFixture.member(text)),
      { $0.nestingDepth = 1 }),
    Case(
      "window_bytes", "page.txt.zst", ZstdFixture.frame(text, window: 21),
      { $0.windowBytes = 1 << 20 }),
  ])
  func isToldAsTooLarge(_ test: Case) throws {
    var limits = ReadLimits()
    let (articles, none) = try ingest(test.bytes, as: test.name, limits: limits)
    #expect(articles.count == 1 && none.isEmpty)
    for set in test.limits { set(&limits) }
    let (left, rejects) = try ingest(test.bytes, as: test.name, limits: limits)
    #expect(left.isEmpty)
    #expect(rejects.map(\.reason) == [.tooLarge])
  }
}
