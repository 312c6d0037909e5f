import Corpus
import Testing

@testable import Store

@Test func resumesWithTheFilesThatAreDone() throws {
  let folder = try TemporaryFolder()
  let store = try StudyStore(folder: folder.path)
  try store.insert([sample("a", "1"), sample("b", "2")])
  let open = try store.begin(file("3"), options: "o")
  try store.insert([PackedDocument(sample("c", "3"))], rejects: [], for: open)
  #expect(try store.filesDone(options: "o") == [file("1"), file("2")])
  #expect(try store.filesDone(options: "other") == [])
  #expect(try store.paths() == ["1", "2", "3"])
  try store.finish(open)
  #expect(try store.filesDone(options: "o").count == 3)

  var touched = file("2")
  touched.modified = 5
  try store.touch(touched)
  #expect(try store.filesDone(options: "o").contains(touched))
}

@Test func aFileReadAgainReplacesItsRecords() throws {
  let folder = try TemporaryFolder()
  let store = try StudyStore(folder: folder.path)
  let reject = Reject(Source(path: "1", offset: 3), reason: .malformed, detail: "bad")
  for round in 0..<2 {
    let number = try store.begin(file("1"), options: "o")
    try store.insert(
      [PackedDocument(sample("a\(round)", "1", 1))], rejects: [reject], for: number)
    try store.insert([PackedDocument(sample("b\(round)", "1", 2))], rejects: [], for: number)
    try store.finish(number)
  }
  #expect(try store.identifiers == ["a1", "b1"])
  var rejects: [Reject] = []
  try store.forEachReject { rejects.append($0) }
  #expect(rejects == [reject])
}

@Test func aRemovedFileTakesItsRecordsAlong() throws {
  let folder = try TemporaryFolder()
  let store = try StudyStore(folder: folder.path)
  try store.insert([sample("a", "1"), sample("b", "2")])
  try store.beginTagging(Catalogue(), fingerprint: "l")
  let chunk = try store.untagged(after: nil, limit: 9)
  try store.insert(chunk.map { ($0.number, [mention(0, at: 0)]) })
  try store.remove(paths: ["1", "unknown"])
  try store.check()
  #expect(try store.identifiers == ["b"])
  var mentions = 0
  try store.forEachTagged(texts: false) { mentions += $1.count }
  #expect(mentions == 1)
}

@Test func writesManySmallFilesAtOnce() throws {
  let folder = try TemporaryFolder()
  let store = try StudyStore(folder: folder.path)
  let batch = (0..<5).map { number in
    (
      file: file("f\(number)"), documents: [PackedDocument(sample("d\(number)", "f\(number)"))],
      rejects: [Reject(Source(path: "inner/\(number)"), reason: .noText, detail: "x")]
    )
  }
  try store.insert(batch, options: "o")
  try store.insert(Array(batch.reversed()), options: "o")
  #expect(try store.identifiers == ["d0", "d1", "d2", "d3", "d4"])
  #expect(try store.filesDone(options: "o").count == 5)
  var rejects: [String] = []
  try store.forEachReject { rejects.append($0.source.path) }
  #expect(rejects == (0..<5).map { "inner/\($0)" })
}
