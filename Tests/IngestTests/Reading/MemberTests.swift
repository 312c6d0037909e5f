import Corpus
import Testing

@testable import Ingest

@Suite struct MemberTests {
  static let page = "Title\n\nA text of one sentence."
  static let lines = #"{"title": "one"}"# + "\n" + #"{"title": "two"}"# + "\n"

  @Test func readsEachMemberAsAFile() throws {
    let members: [ZipFixture.Member] = [
      .init("a/page.txt", Self.page), .init("./b.jsonl", Self.lines), .init("empty/", ""),
      .init("图/页.txt", Self.page), .init("../up.txt", Self.page), .init("__MACOSX/._page", "x"),
      .init("packed.jsonl.gz", GzipFixture.member(Self.lines)),
      .init("inner.zip", ZipFixture.zip([.init("page.txt", Self.page)])),
    ]
    let paths = [
      "a/page.txt", "b.jsonl#0", "b.jsonl#17", "图/页.txt", "../up.txt", "packed.jsonl.gz#0",
      "packed.jsonl.gz#17", "inner.zip/page.txt",
    ]
    for (name, bytes) in [
      ("x.zip", ZipFixture.zip(members)), ("x.tar", TarFixture.tar(members)),
      ("x.tar.gz", GzipFixture.member(TarFixture.tar(members))),
      ("x.zip.gz", GzipFixture.member(ZipFixture.zip(members))),
    ] {
      let (articles, rejects) = try ingest(bytes, as: name)
      #expect(articles.map(\.source.description) == paths.map { "\(name)/\($0)" })
      #expect(rejects.isEmpty, "\(rejects)")
    }
  }

  @Test func goesOnBehindADamagedMember() throws {
    var damaged = ZipFixture.Member("b.txt", Self.page)
    damaged.isDamaged = true
    var encrypted = ZipFixture.Member("c.txt", Self.page)
    encrypted.isEncrypted = true
    let zip = ZipFixture.zip([
      .init("a.txt", Self.page), damaged, encrypted, .init("d.txt", Self.page),
    ])
    let (articles, rejects) = try ingest(zip, as: "x.zip")
    #expect(articles.map(\.source.path) == ["x.zip/a.txt", "x.zip/d.txt"])
    #expect(rejects.map(\.source.path) == ["x.zip/b.txt", "x.zip/c.txt"])
    #expect(rejects.map(\.reason) == [.corrupt, .unknownFormat])
  }

  /// A tar file says nothing of its members' bytes, but a header has a check sum.
  @Test func goesOnBehindADamagedHeader() throws {
    var tar = TarFixture.tar(["a.txt", "b.txt", "c.txt"].map { .init($0, Self.page) })
    tar[1024 + 100] ^= 1
    let (articles, rejects) = try ingest(tar, as: "x.tar")
    #expect(articles.map(\.source.path) == ["x.tar/a.txt", "x.tar/c.txt"])
    #expect(rejects.map(\.reason) == [.corrupt])
  }

  @Test func saysThatAnArchiveIsCut() throws {
    let members = ["a.txt", "b.txt"].map { ZipFixture.Member($0, Self.page) }
    let tar = Array(TarFixture.tar(members)[..<1540])
    let cut = try ingest(tar, as: "x.tar")
    #expect(cut.articles.map(\.source.path) == ["x.tar/a.txt"])
    #expect(cut.rejects.map(\.reason) == [.truncated])
    let packed = GzipFixture.member(TarFixture.tar(members))
    let cutPacked = try ingest(Array(packed[..<1400]), as: "x.tar.gz")
    #expect(cutPacked.articles.map(\.source.path) == ["x.tar.gz/a.txt"])
    #expect(cutPacked.rejects.map(\.reason) == [.truncated])
  }

  /// The packed bytes go on behind the damage, but not the archive in them.
  @Test func endsAtAGapInAPackedArchive() throws {
    let members = (0..<9).map { ZipFixture.Member("\($0).txt", Self.page) }
    let tar = TarFixture.tar(members)
    var parts = stride(from: 0, to: tar.count, by: 1000).map {
      GzipFixture.member(Array(tar[$0..<min($0 + 1000, tar.count)]))
    }
    parts[2][12] ^= 1
    let (articles, rejects) = try ingest(Array(parts.joined()), as: "x.tar.gz")
    #expect(articles.map(\.source.path) == ["x.tar.gz/0.txt"])
    #expect(rejects.map(\.reason) == [.corrupt])
  }

  @Test func keepsToTheLimits() throws {
    let page = ZipFixture.Member("page.txt", Self.page)
    let nested = (0..<5).reduce(ZipFixture.zip([page])) { zip, _ in
      ZipFixture.zip([.init("x.zip", zip)])
    }
    let (articles, rejects) = try ingest(nested, as: "x.zip")
    #expect(articles.isEmpty)
    #expect(rejects.map(\.reason) == [.tooLarge])
    var limits = ReadLimits()
    limits.expandedBytes = 100
    let zip = ZipFixture.zip((0..<9).map { .init("\($0).txt", Self.page) })
    let some = try ingest(zip, as: "x.zip", limits: limits)
    #expect(some.articles.count == 3)
    #expect(some.rejects.allSatisfy { $0.reason == .tooLarge })
  }

  /// Office documents are zip files, but no archives of pages; an archive may hold nothing.
  @Test func tellsArchivesFromDocuments() throws {
    let document = ZipFixture.zip([.init("[Content_Types].xml", "<Types/>")])
    #expect(try ingest(document, as: "x.zip").rejects.map(\.reason) == [.unknownFormat])
    let folder = ZipFixture.zip([.init("folder/", "")])
    #expect(try ingest(folder, as: "x.zip").rejects.map(\.reason) == [.empty])
  }
}
