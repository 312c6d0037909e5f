import Aggregate
import Bytes
import Corpus
import Foundation
import Store
import TestSupport
import Testing

@testable import Pipeline

/// Words counted over columns are those of the text in lower case.
@Suite struct FoldedWordsTests {
  static let pieces = [
    "end", "Start", "U.S", "U", "S", ".", ".", ". ", "\n", " ", " ", "'", "-", "é", "İ", "Ω", "会",
    "3",
    "3.5", "A&B", "JD.com", "Foo.Bar", "B.", "The", ".” ", "👩‍👩‍👧",
    String(repeating: "Long", count: 90),
  ]

  /// The same numbers on every run.
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  static func counted(_ text: String) -> [String: Int32] {
    let lower = Array(text.lowercased().utf8)
    var tokens: [Token] = []
    Tokenizer.tokenize(lower.span, into: &tokens)
    var counts: [String: Int32] = [:]
    for token in tokens {
      let word = lower[Int(token.start)..<Int(token.end)]
      counts[String(decoding: word, as: UTF8.self), default: 0] += 1
    }
    return counts
  }

  @Test func countsAsTheTextInLowerCase() throws {
    var random = Generator(state: 11)
    let folder = try TemporaryFolder()
    let store = try StudyStore(path: folder.path + "/study.sqlite")
    var batch = StoredBatch(
      file: FileStamp(path: "a", size: 1, modified: 1), records: 1, isLast: true)
    for number in 100..<400 {
      func passage() -> Passage {
        let text = (0..<Int.random(in: 0...30, using: &random)).map { _ in
          Self.pieces.randomElement(using: &random) ?? ""
        }.joined()
        return Passage(utf8: Array(text.utf8), sentenceStarts: text.isEmpty ? [] : [0])
      }
      batch.append(
        Document(
          id: "\(number)", source: Source(path: "a"), title: passage(), body: passage()))
    }
    try store.store([batch])
    let vocabulary = try store.vocabulary()
    let folded = FoldedWords(vocabulary)
    var counter = FoldedWords.Counter(folded)
    for packed in try documents(in: store) {
      let document = try packed.unpack(vocabulary)
      let columns = try packed.columns()
      let counted = counter.count(columns.title, columns.body)
      let found = try #require(counted)
      var counts: [String: Int32] = [:]
      for use in found.known {
        counts[String(decoding: folded.table.word(use.word), as: UTF8.self)] = use.occurrences
      }
      for (word, occurrences) in found.others {
        counts[String(decoding: word, as: UTF8.self), default: 0] += occurrences
      }
      let text = document.title.text + "\n" + document.body.text
      #expect(counts == Self.counted(text), "\(text.debugDescription)")
    }
  }

  /// Each sentence of a text counts its own words, also those that are spelt out.
  @Test func countsSentences() throws {
    var random = Generator(state: 5)
    let folder = try TemporaryFolder()
    let store = try StudyStore(path: folder.path + "/study.sqlite")
    var batch = StoredBatch(
      file: FileStamp(path: "a", size: 1, modified: 1), records: 1, isLast: true)
    for number in 100..<200 {
      let halves = (0..<2).map { _ in
        "x" + (0..<9).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined() + "."
      }
      let body = Passage(
        utf8: Array(halves.joined(separator: "\n").utf8),
        sentenceStarts: [0, UInt32(halves[0].utf8.count + 1)])
      batch.append(
        Document(id: "\(number)", source: Source(path: "a"), title: .empty, body: body))
    }
    try store.store([batch])
    let vocabulary = try store.vocabulary()
    let folded = FoldedWords(vocabulary)
    var counter = FoldedWords.Counter(folded)
    for packed in try documents(in: store) {
      let columns = try packed.columns()
      let text = try packed.unpack(vocabulary).body.text
      let both = counter.count(sentences: [0, 1], of: columns.body)
      let counts = try #require(both)
      var sums: [String: Int32] = [:]
      for count in counts {
        for use in count.known {
          let word = String(decoding: folded.table.word(use.word), as: UTF8.self)
          sums[word, default: 0] += use.occurrences
        }
        for (word, occurrences) in count.others {
          sums[String(decoding: word, as: UTF8.self), default: 0] += occurrences
        }
      }
      #expect(sums == Self.counted(text), "\(text.debugDescription)")
      let last = counter.count(sentences: [1], of: columns.body)
      let second = try #require(last)
      #expect(second[0].known == counts[1].known && second[0].others == counts[1].others)
      let none = counter.count(sentences: [2], of: columns.body)
      #expect(none == nil)
    }
  }

  private func documents(in store: StudyStore) throws -> [PackedDocument] {
    try store.parts(of: 100).flatMap { try store.documents(in: $0, withTexts: true) }
  }
}
