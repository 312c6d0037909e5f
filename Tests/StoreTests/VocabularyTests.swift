import Bytes
import Corpus
import GRDB
import Testing

@testable import Store

@Suite struct VocabularyTests {
  static func words(_ store: StudyStore) throws -> [String] {
    let vocabulary = try store.vocabulary()
    return (1..<vocabulary.count).map { String(decoding: vocabulary.bytes(of: $0), as: UTF8.self) }
  }

  @Test("Items are numbered once, the frequent ones of a transaction first")
  func order() throws {
    let folder = try TemporaryFolder()
    do {
      let store = try StudyStore(path: folder.store)
      try store.store([.sample("1", title: "b a", sentences: ["c b a b"])], in: "1")
      #expect(try Self.words(store) == ["b", "a", "c"])
      try store.store([.sample("2", title: "", sentences: ["d b, d"])], in: "2")
      #expect(try Self.words(store) == ["b", "a", "c", "d", ", "])
    }
    // Another run goes on with the same numbers.
    let store = try StudyStore(path: folder.store)
    try store.store([.sample("3", title: "", sentences: ["e d"])], in: "3")
    #expect(try Self.words(store) == ["b", "a", "c", "d", ", ", "e"])
    let vocabulary = try store.vocabulary()
    let texts = try store.documents().map { try $0.unpack(vocabulary).body.text }
    #expect(texts == ["c b a b", "d b, d", "e d"])
  }

  @Test("Numbers begin anew when no document is left")
  func emptied() throws {
    let folder = try TemporaryFolder()
    let store = try StudyStore(path: folder.store)
    for path in ["1", "2"] { try store.store([.sample(path, sentences: [path])], in: path) }
    try store.remove(files: ["1"])
    #expect(try Self.words(store).contains("1"))
    try store.remove(files: ["2"])
    #expect(try Self.words(store).isEmpty)
    try store.store([.sample("3", title: "", sentences: ["new"])], in: "3")
    #expect(try Self.words(store) == ["new"])
  }

  @Test("A transaction that fails leaves vocabulary and documents as they were")
  func failure() throws {
    let folder = try TemporaryFolder()
    let store = try StudyStore(path: folder.store)
    try store.store([.sample("a", sentences: ["one two"])], in: "a")
    let before = try Self.words(store)
    try store.write { db in
      try db.execute(sql: "ALTER TABLE texts RENAME TO gone")
    }
    #expect(throws: StoreError.self) {
      try store.store([.sample("b", sentences: ["three four"])], in: "b")
    }
    try store.write { db in
      try db.execute(sql: "ALTER TABLE gone RENAME TO texts")
    }
    #expect(try Self.words(store) == before)
    try store.store([.sample("c", sentences: ["five three"])], in: "c")
    let vocabulary = try store.vocabulary()
    #expect(
      try store.documents().map { try $0.unpack(vocabulary).body.text } == [
        "one two", "five three",
      ])
  }

  @Test("Words too long for the vocabulary are spelt out")
  func longWords() throws {
    let folder = try TemporaryFolder()
    let store = try StudyStore(path: folder.store)
    let long = String(repeating: "é", count: 5000)
    try store.store([.sample("a", title: "", sentences: ["a \(long) b"])], in: "a")
    #expect(try Self.words(store) == ["a", "b"])
    let document = try #require(try store.documents().first)
    #expect(try document.unpack(store.vocabulary()).body.text == "a \(long) b")
  }
}
