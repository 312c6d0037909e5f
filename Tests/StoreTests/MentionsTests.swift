import Corpus
import Testing

@testable import Store

private let catalogue = Catalogue(
  entries: [
    .init(lexicon: "country", id: "asia", label: "Asia"),
    .init(
      lexicon: "country", id: "JP", label: "Japan", parent: 0,
      attributes: ["region": ["East Asia", "Pacific"], "core": ["true"]]),
  ], terms: ["Asia", "{Japan|Nippon}", "日本"])

@Test func keepsTheCatalogue() throws {
  let folder = try TemporaryFolder()
  let store = try StudyStore(folder: folder.path)
  #expect(try store.catalogue() == Catalogue())
  try store.beginTagging(catalogue, fingerprint: "one")
  #expect(try store.catalogue() == catalogue)
  #expect(try store.lexiconFingerprint == "one")
}

@Test func tagsOnlyWhatIsLeft() throws {
  let folder = try TemporaryFolder()
  let store = try StudyStore(folder: folder.path)
  try store.insert((0..<5).map { sample("d\($0)", "f\($0)") })
  #expect(try store.beginTagging(catalogue, fingerprint: "one") == 5)

  let first = try store.untagged(after: nil, limit: 2)
  #expect(first.map(\.document) == [sample("d0", "f0"), sample("d1", "f1")])
  try store.insert(
    first.map { ($0.number, [mention(0, at: 0, field: .title), mention(1, at: 5)]) })
  // Half a set is never given out.
  #expect(throws: StoreError.untagged(documents: 3)) {
    try store.forEachTagged(texts: false) { _, _ in }
  }

  // Killed here, begun again: the first two stay.
  #expect(try store.beginTagging(catalogue, fingerprint: "one") == 3)
  var last: Int64?
  while case let chunk = try store.untagged(after: last, limit: 2), !chunk.isEmpty {
    last = chunk.last?.number
    try store.insert(chunk.map { ($0.number, $0.document.id == "d4" ? [] : [mention(1, at: 7)]) })
  }
  #expect(try store.countUntagged() == 0)
  var counts: [String: [Mention]] = [:]
  try store.forEachTagged(texts: true) { stored, mentions in
    counts[stored.document.id] = mentions
    #expect(!stored.document.body.utf8.isEmpty)
  }
  #expect(counts["d0"] == [mention(0, at: 0, field: .title), mention(1, at: 5)])
  #expect(counts["d3"] == [mention(1, at: 7)])
  #expect(counts["d4"] == [])

  // A new document, then other lexicons.
  try store.insert([sample("d5", "f5")])
  #expect(try store.beginTagging(catalogue, fingerprint: "one") == 1)
  #expect(try store.beginTagging(Catalogue(), fingerprint: "two") == 6)
  #expect(try store.catalogue() == Catalogue())
}

@Test func mentionsGivenAgainReplaceTheFormer() throws {
  let folder = try TemporaryFolder()
  let store = try StudyStore(folder: folder.path)
  try store.insert([sample("a", "1")])
  try store.beginTagging(catalogue, fingerprint: "one")
  let number = try store.untagged(after: nil, limit: 1)[0].number
  try store.insert([(number, [mention(0, at: 1), mention(1, at: 2)])])
  try store.insert([(number, [mention(1, at: 9)])])
  try store.forEachTagged(texts: false) { #expect($1 == [mention(1, at: 9)]) }
}
