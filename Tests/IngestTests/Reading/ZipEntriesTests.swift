import Corpus
import Testing

@testable import Ingest

@Suite struct ZipEntriesTests {
  @Test func readsWhatIsWanted() throws {
    let zip = ZipFixture.zip([
      .init("[Content_Types].xml", "<Types/>"), .init("word/document.xml", "<w:document/>"),
      .init("word/media/图.png", "x"),
    ])
    let names = try ZipEntries.read(zip) { _ in true }.map(\.name)
    #expect(names == ["[Content_Types].xml", "word/document.xml", "word/media/图.png"])
    let documents = try ZipEntries.read(zip) { $0 == "word/document.xml" }
    #expect(documents.map { String(decoding: $0.bytes, as: UTF8.self) } == ["<w:document/>"])
  }

  @Test func failsOnWhatIsDamagedEncryptedOrTooLarge() throws {
    var damaged = ZipFixture.Member("a", "a text that will be damaged")
    damaged.isDamaged = true
    var encrypted = ZipFixture.Member("a", "0123456789abcdef")
    encrypted.isEncrypted = true
    #expect(reason(damaged) == .corrupt)
    #expect(reason(encrypted) == .unknownFormat)
    var limits = ReadLimits()
    limits.recordBytes = 10
    #expect(reason(.init("a", "more than ten bytes"), limits) == .tooLarge)
    #expect(throws: ReadFailure.self) { try ZipEntries.read([1, 2, 3]) { _ in true } }
  }

  private func reason(
    _ member: ZipFixture.Member, _ limits: ReadLimits = ReadLimits()
  ) -> Reject.Reason? {
    do throws(ReadFailure) {
      _ = try ZipEntries.read(ZipFixture.zip([member]), limits: limits) { _ in true }
      return nil
    } catch {
      return error.reason
    }
  }
}
