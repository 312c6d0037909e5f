import Corpus
import Testing

@testable import Store

@Suite struct IdentifierTests {
  /// Records that claim each other's identifiers, by path.
  static let claims: [(path: String, ids: [(String, Int?)])] = [
    ("a.jsonl", [("x", 0), ("y", 90), ("x", 180)]),
    ("b.jsonl", [("x", 0)]),
    ("c.html", [("x (b.jsonl#0)", nil)]),
    ("d.xml", [("z", nil), ("z", nil), ("z", nil)]),
  ]

  static func settled(inOrder order: [Int]) throws -> [String: String] {
    let folder = try TemporaryFolder()
    let store = try StudyStore(path: folder.store)
    for index in order {
      let (path, ids) = claims[index]
      try store.store(
        ids.enumerated().map { ordinal, claim in
          .sample(claim.0, path: path, offset: claim.1, title: "\(path) \(ordinal)")
        }, in: path)
    }
    try store.settleIdentifiers()
    let documents = try store.documents()
    return Dictionary(uniqueKeysWithValues: documents.map { ($0.titleText, $0.documentID) })
  }

  @Test("The first in archive order keeps the identifier; the others are unique")
  func renaming() throws {
    let ids = try Self.settled(inOrder: [0, 1, 2, 3])
    #expect(ids["a.jsonl 0"] == "x")
    #expect(ids["a.jsonl 1"] == "y")
    #expect(ids["a.jsonl 2"] == "x (a.jsonl#180)")
    #expect(ids["c.html 0"] == "x (b.jsonl#0)")
    #expect(ids["b.jsonl 0"] == "x (b.jsonl#0) 2")
    #expect(ids["d.xml 0"] == "z")
    #expect(ids["d.xml 1"] == "z (d.xml)")
    #expect(ids["d.xml 2"] == "z (d.xml) 2")
    #expect(Set(ids.values).count == ids.count)
  }

  @Test(
    "Identifiers do not depend on the order of storing",
    arguments: [[3, 2, 1, 0], [1, 0, 3, 2], [2, 3, 0, 1]])
  func anyOrder(_ order: [Int]) throws {
    #expect(try Self.settled(inOrder: order) == Self.settled(inOrder: [0, 1, 2, 3]))
  }

  @Test("When the first claimant goes, the next gets the plain identifier")
  func removal() throws {
    let folder = try TemporaryFolder()
    let store = try StudyStore(path: folder.store)
    for path in ["a", "b", "c"] { try store.store([.sample("x", path: path)], in: path) }
    try store.settleIdentifiers()
    #expect(try store.identifiers() == ["x", "x (b)", "x (c)"])
    try store.remove(files: ["a"])
    try store.settleIdentifiers()
    #expect(try store.identifiers() == ["x", "x (c)"])
  }

  @Test("Any change of the documents unsettles identifiers and copies")
  func settling() throws {
    let folder = try TemporaryFolder()
    do {
      let store = try StudyStore(path: folder.store)
      #expect(try store.settledBy() == nil)
      try store.store([.sample("x")], in: "a")
      try store.setDuplicates([], recording: "1")
      #expect(try store.settledBy() == "1")
      try store.store([], rejects: [Reject(Source(path: "r"), reason: .empty, detail: "")], in: "r")
      try store.remove(files: ["r", "none"])
      #expect(try store.settledBy() == "1")
      try store.store([.sample("y")], in: "b", isLast: false)
      #expect(try store.settledBy() == nil)
      try store.setDuplicates([], recording: "1")
    }
    let store = try StudyStore(path: folder.store)
    #expect(try store.settledBy() == "1")
    try store.remove(files: ["a"])
    #expect(try store.settledBy() == nil)
  }

  @Test("Marks of duplicates replace the ones before")
  func duplicates() throws {
    let folder = try TemporaryFolder()
    let store = try StudyStore(path: folder.store)
    for id in ["a", "b", "c"] { try store.store([.sample(id)], in: id) }
    let keys = try store.documents().map(\.key)
    try store.setDuplicates(
      [
        .init(key: keys[0], duplicateOf: nil, clusterSize: 2),
        .init(key: keys[1], duplicateOf: "a", clusterSize: 2),
      ], recording: "1")
    #expect(try store.documents().map(\.duplicateOf) == [nil, "a", nil])
    #expect(try store.documents().map(\.clusterSize) == [2, 2, 1])
    try store.setDuplicates([], recording: "1")
    #expect(try store.documents().map(\.clusterSize) == [1, 1, 1])
  }
}
