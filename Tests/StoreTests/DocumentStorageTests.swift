import Corpus
import Testing

@testable import Store

@Suite struct DocumentStorageTests {
  @Test(
    "What is stored is read back the same",
    arguments: [
      Document.sample("plain"),
      .sample("offset", offset: 123_456_789_012),
      .sample("no-date", date: nil),
      .sample("month", date: "2019-03"),
      .sample("empty-title", title: ""),
      .sample("empty-body", sentences: []),
      .sample("empty", title: "", sentences: []),
      .sample("標題 é 🎈", title: "「快訊」台積電 👩‍👩‍👧 \u{FFFD}", sentences: ["株価は上昇。", "네.\n", "Ça va?"]),
      .sample("many", sentences: (0..<20_000).map { "Sentence number \($0). " }),
    ])
  func roundTrip(_ document: Document) throws {
    let folder = try TemporaryFolder()
    do {
      let store = try StudyStore(path: folder.store)
      try store.store([document], in: document.source.path)
    }
    let store = try StudyStore(path: folder.store)
    let packed = try #require(try store.documents().first)
    var expected = document
    // The signature is for finding copies, and has a way of its own out of the store.
    expected.signature = []
    #expect(try packed.unpack(try store.vocabulary()) == expected)
    #expect(packed.titleText == document.title.text)
    #expect(packed.sentences == document.sentences)
    #expect(try packed.mentions(store.forms()).mentions.isEmpty)
    var signatures: [[UInt32]] = []
    try store.forEachSignature { signatures.append($0.signature) }
    #expect(signatures == [document.signature])
  }

  @Test("Documents without authors come back without authors")
  func noAuthors() throws {
    let folder = try TemporaryFolder()
    let store = try StudyStore(path: folder.store)
    var document = Document.sample("a")
    document.authors = []
    document.url = nil
    document.outlet = nil
    document.outletCountry = nil
    document.language = nil
    try store.store([document], in: "a.html")
    let read = try #require(try store.documents().first).unpack(try store.vocabulary())
    #expect(read.authors.isEmpty && read.url == nil && read.outlet == nil && read.language == nil)
  }

  @Test("Documents come in the byte order of their identifiers")
  func order() throws {
    let folder = try TemporaryFolder()
    let store = try StudyStore(path: folder.store)
    for id in ["é", "a", "Z", "b/2", "b/10", "😀"] { try store.store([.sample(id)], in: id) }
    #expect(try store.identifiers() == ["Z", "a", "b/10", "b/2", "é", "😀"])
    #expect(try store.documentCount() == 6)
  }

  @Test("Rejects come in archive order, whatever the order they were stored in")
  func rejects() throws {
    let folder = try TemporaryFolder()
    let store = try StudyStore(path: folder.store)
    let rejects = [
      Reject(Source(path: "b", offset: 10), reason: .malformed, detail: "x, \"y\"\nz"),
      Reject(Source(path: "b", offset: 9), stage: .normalize, reason: .noText, detail: ""),
      Reject(Source(path: "b"), reason: .truncated, detail: "é"),
    ]
    try store.store([], rejects: rejects, in: "b")
    let first = Reject(Source(path: "a\n%FF"), reason: .linkLoop, detail: "loop")
    try store.store([], rejects: [first], in: "a\n%FF")
    var read: [Reject] = []
    try store.forEachReject { read.append($0) }
    #expect(read == [first, rejects[2], rejects[1], rejects[0]])
  }

  @Test("An error of the reader passes through unchanged")
  func readerError() throws {
    struct Stop: Error {}
    let folder = try TemporaryFolder()
    let store = try StudyStore(path: folder.store)
    try store.store([], rejects: [Reject(Source(path: "a"), reason: .noText, detail: "")], in: "a")
    #expect(throws: Stop.self) { try store.forEachReject { _ in throw Stop() } }
  }
}
