import Aggregate
import Corpus
import Testing

extension KeynessCounts {
  /// Adds a document's words, in any order.
  fileprivate mutating func add(_ words: [Int32], outlet: Int32, to side: Side) {
    let uses = Dictionary(grouping: words) { $0 }
    add(
      uses.sorted { $0.key < $1.key }.map { Use(word: $0.key, occurrences: Int32($0.value.count)) },
      outlet: outlet, to: side)
  }
}

extension KeynessTable {
  /// The rows of counts whose outlets are not told apart.
  fileprivate func rows(
    _ counts: KeynessCounts, comparison: String, word: (Int32) -> String
  ) -> [KeynessRow] {
    rows(
      candidates(counts, comparison: comparison, word: word), spread: OutletUses(words: []))
  }
}

struct KeynessTableTests {
  private let words = ["the", "overtime", "garage", "template", "rare"]

  private func counts() -> KeynessCounts {
    var counts = KeynessCounts()
    for document in 0..<40 {
      let outlet = Int32(document % 4)
      counts.add(
        Array(repeating: 0, count: 30) + [1, 1] + (outlet == 2 ? [3, 3, 3] : []), outlet: outlet,
        to: .target)
      counts.add(Array(repeating: 0, count: 30) + [2], outlet: outlet, to: .reference)
    }
    counts.add([4], outlet: 1, to: .target)
    return counts
  }

  @Test func rows() throws {
    let rows = KeynessTable().rows(counts(), comparison: "c") { words[Int($0)] }
    #expect(rows.map(\.word) == ["overtime", "garage"])
    let first = try #require(rows.first)
    #expect(first.targetN == 80 && first.referenceN == 0 && first.comparison == "c")
    #expect((first.logOddsZ ?? 0) > 3 && (first.qValue ?? 1) < 0.001)
    #expect((rows[1].logOddsZ ?? 0) < 0 && (rows[1].g2 ?? 0) < 0 && (rows[1].logRatio ?? 0) < 0)
  }

  /// A word of one outlet counts where only that outlet is left.
  @Test func loneOutlet() {
    var counts = KeynessCounts()
    for _ in 0..<20 {
      counts.add([0, 0, 1], outlet: 7, to: .target)
      counts.add([0, 0, 2], outlet: 7, to: .reference)
    }
    let rows = KeynessTable().rows(counts, comparison: "c") { words[Int($0)] }
    #expect(rows.map(\.word) == ["overtime", "garage"])
  }

  /// As frequent on both sides as can be expected.
  @Test func commonWordsAreNotKey() {
    var counts = KeynessCounts()
    for document in 0..<40 {
      let outlet = Int32(document % 4)
      counts.add(Array(repeating: 0, count: 30 + document % 3) + [1], outlet: outlet, to: .target)
      counts.add(Array(repeating: 0, count: 31) + [2], outlet: outlet, to: .reference)
    }
    let rows = KeynessTable().rows(counts, comparison: "c") { words[Int($0)] }
    #expect(rows.map(\.word) == ["overtime", "garage"])
  }

  @Test func limit() {
    var table = KeynessTable()
    table.limit = 1
    #expect(
      table.rows(counts(), comparison: "c") { words[Int($0)] }.map(\.word) == [
        "overtime", "garage",
      ])
  }

  @Test func merging() {
    var twice = counts()
    twice.merge(counts())
    var reversed = KeynessCounts()
    reversed.merge(counts())
    reversed.merge(counts())
    #expect(twice.words == reversed.words)
    #expect(twice.targetTokens == 2 * counts().targetTokens)
    #expect(twice.words.first?.number == 0)
    #expect(twice.words.first?.target.documents == 80)
    #expect(twice.words.first?.target.outlets.count == KeynessCounts.maximumOutlets)
  }

  @Test func emptySide() {
    var counts = KeynessCounts()
    counts.add([1, 2], outlet: 0, to: .target)
    #expect(KeynessTable().rows(counts, comparison: "c") { _ in "" } == [])
  }

  /// A template of one outlet that another quotes now and then is in two outlets, but key in one.
  @Test func oneOutletsTemplate() throws {
    var counts = KeynessCounts()
    var documents: [([Int32], Int32, KeynessCounts.Side)] = []
    for document in 0..<60 {
      let outlet = Int32(document % 3)
      let common = Array(repeating: Int32(0), count: 30)
      let template: [Int32] = outlet == 2 ? [3, 3, 3] : document == 0 ? [3] : []
      documents.append((common + [1, 1] + template, outlet, .target))
      documents.append((common + (document == 0 ? [3] : []), outlet, .reference))
    }
    for (words, outlet, side) in documents { counts.add(words, outlet: outlet, to: side) }
    let table = KeynessTable()
    let candidates = table.candidates(counts, comparison: "c") { words[Int($0)] }
    #expect(
      candidates.filter { ($0.row.logOddsZ ?? 0) > 0 }.map(\.row.word).sorted()
        == ["overtime", "template"])
    var uses = OutletUses(words: candidates.map(\.word))
    for (words, outlet, side) in documents {
      let document = Dictionary(grouping: words) { $0 }.map {
        KeynessCounts.Use(word: $0.key, occurrences: Int32($0.value.count))
      }
      uses.add(document, tokens: words.count, outlet: outlet, to: side)
    }
    let rows = table.rows(candidates, spread: uses)
    #expect(!rows.contains { $0.word == "template" })
    let row = try #require(rows.first)
    #expect((row.leastZ ?? 0) > 2 && (row.leastZ ?? 0) < (row.logOddsZ ?? 0))
    #expect(abs(row.dispersion ?? 1) < 0.05)
    #expect(row.targetDocuments == 60 && row.referenceDocuments == 0)
    #expect(abs(row.g2FourCell ?? 0) > abs(row.g2 ?? 0))
  }
}
