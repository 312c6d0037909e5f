import Corpus
import Testing

@testable import Store

@Test func sharedIdentifiersAreSettledBySource() throws {
  let documents = [
    bare("x", "b.jsonl", 10), bare("x", "b.jsonl", 2), bare("x", "a.txt"), bare("y", "c"),
    // Already named like a renamed one.
    bare("x (b.jsonl#2)", "d"),
  ]
  var results: [[String: String]] = []
  for order in [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [1, 4, 0, 3, 2]] {
    let folder = try TemporaryFolder()
    let store = try StudyStore(folder: folder.path)
    // Grouped by file: beginning a file forgets an earlier reading of it.
    for path in order.map({ documents[$0].source.path }).uniqued() {
      let number = try store.begin(file(path), options: "o")
      for index in order where documents[index].source.path == path {
        try store.insert([PackedDocument(documents[index])], rejects: [], for: number)
      }
      try store.finish(number)
    }
    try store.settleIdentifiers()
    // Twice makes no difference.
    try store.settleIdentifiers()
    var found: [String: String] = [:]
    try store.forEachDocument(texts: false) {
      found[$0.document.source.description] = $0.document.id
    }
    results.append(found)
  }
  #expect(
    results[0] == [
      "a.txt": "x", "b.jsonl#2": "x (b.jsonl#2) (b.jsonl#2)", "b.jsonl#10": "x (b.jsonl#10)",
      "c": "y", "d": "x (b.jsonl#2)",
    ])
  #expect(results[1] == results[0])
  #expect(results[2] == results[0])
}

@Test func aNameIsFreeAgainWhenItsFileIsGone() throws {
  let folder = try TemporaryFolder()
  let store = try StudyStore(folder: folder.path)
  try store.insert([bare("x", "a"), bare("x", "b")])
  try store.settleIdentifiers()
  #expect(try store.identifiers == ["x", "x (b)"])
  try store.remove(paths: ["a"])
  try store.settleIdentifiers()
  #expect(try store.identifiers == ["x"])
}

@Test func replacesDuplicates() throws {
  let folder = try TemporaryFolder()
  let store = try StudyStore(folder: folder.path)
  try store.insert([bare("a", "1"), bare("b", "2"), bare("c", "3")])
  #expect(try !store.knowsDuplicates)
  func clusters() throws -> [String] {
    var found: [String] = []
    try store.forEachDocument(texts: false) {
      found.append("\($0.document.id) \($0.duplicateOf ?? "-") \($0.clusterSize)")
    }
    return found
  }
  try store.replaceDuplicates(with: [
    ClusterMember(documentID: "a", duplicateOf: "b", clusterSize: 2),
    ClusterMember(documentID: "b", clusterSize: 2), ClusterMember(documentID: "c"),
  ])
  #expect(try clusters() == ["a b 2", "b - 2", "c - 1"])
  #expect(try store.knowsDuplicates)
  try store.replaceDuplicates(with: [])
  #expect(try clusters() == ["a - 1", "b - 1", "c - 1"])
  try store.insert([bare("d", "4")])
  #expect(try !store.knowsDuplicates)
}

extension Sequence where Element: Hashable {
  fileprivate func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
