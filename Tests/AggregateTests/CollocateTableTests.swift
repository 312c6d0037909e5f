import Aggregate
import Corpus
import Testing

struct CollocateTableTests {
  private let words = ["the", "factory", "remote"]

  private func counts(target: Int = 40, reference: Int = 50) -> CollocateCounts {
    var counts = CollocateCounts()
    for index in 0..<target {
      let own = Int32(100 + index)
      counts.add(words: index % 2 == 0 ? [own, 0, 2] : [own, 0], entries: [7], to: .target)
      // Said again, it is not counted again.
      counts.add(words: index % 2 == 0 ? [2, own, 0] : [0, own], entries: [7], to: .target)
    }
    for index in 0..<reference {
      let own = Int32(200 + index)
      counts.add(words: index % 5 < 2 ? [own, 0, 1] : [own, 0], entries: [7, 8], to: .reference)
    }
    return counts
  }

  @Test func gainedAndLost() throws {
    let rows = CollocateTable().rows(
      counts(), comparison: "c", word: { $0 < 100 ? words[Int($0)] : "\($0)" },
      entry: { $0 == 7 ? nil : "country/CN" })
    #expect(rows.map(\.item) == ["remote", "factory", "country/CN"])
    #expect(rows.map(\.change) == [.gained, .lost, .lost])
    #expect(rows.map(\.kind) == [.word, .word, .entry])
    let first = try #require(rows.first)
    #expect(first.targetN == 20 && first.targetSentences == 40 && first.referenceSentences == 50)
    // 20 of 40 against 0 of 50: Fisher, 50! ... by R, 1.6e-9.
    #expect((first.pValue ?? 1) < 1e-8 && (first.qValue ?? 1) < 0.001)
    #expect((first.logRatio ?? 0) > 0 && (first.g2FourCell ?? 0) > 30)
  }

  @Test func tooFewSentences() {
    #expect(
      CollocateTable().rows(
        counts(target: 9), comparison: "c", word: { $0 < 100 ? words[Int($0)] : "\($0)" },
        entry: { _ in "x" }) == [])
    #expect(
      CollocateTable().rows(
        CollocateCounts(), comparison: "c", word: { $0 < 100 ? words[Int($0)] : "\($0)" },
        entry: { _ in "x" }) == [])
  }
}

struct ExampleListTests {
  private func row(_ id: String, _ score: Double) -> ExampleRow {
    ExampleRow(
      comparison: "c", side: .after, rank: 0, documentID: id, date: nil, outlet: nil, title: id,
      score: score)
  }

  @Test func keepsTheBestInAnyOrder() {
    let all = [row("b", 2), row("a", 2), row("c", 3), row("d", 1), row("e", 0), row("f", -1)]
    for rows in [all, all.reversed()] {
      var list = ExampleList(weights: [:], limit: 3)
      for row in rows { list.add(row) }
      #expect(list.rows.map(\.documentID) == ["c", "a", "b"])
      #expect(list.rows.map(\.rank) == [1, 2, 3])
    }
  }

  /// Each word counts once; the root of four words is two.
  @Test func score() {
    let list = ExampleList(weights: [1: 5, 2: -1])
    let uses = [1, 2, 3, 4].map { KeynessCounts.Use(word: $0, occurrences: 9) }
    #expect(list.score(uses, words: 4) == 2)
    #expect(list.score(Array(uses.prefix(2)), words: 4) == 2)
    #expect(list.score([], words: 0) == 0)
  }
}
