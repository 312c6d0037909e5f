import Aggregate
import Bytes
import Corpus
import Store

/// What turned with the changes: words, company, and the articles that show it.
struct WhatTurned {
  var keyness: [KeynessRow] = []
  var collocates: [CollocateRow] = []
  var examples: [ExampleRow] = []
}

/// What turned with each change: the documents after it against those before. Two passes over the
/// documents that the comparisons need: the first finds words that are key and the company of the
/// measure, the second how outlets use these words and which articles use most of them.
struct KeynessStage {
  let catalogue: Catalogue
  let plan: CountingPlan
  let comparisons: [Comparison]
  let study: Study
  let settings: RunSettings
  let store: StudyStore
  let forms: Forms

  func run() throws -> WhatTurned {
    guard !comparisons.isEmpty else { return WhatTurned() }
    let documents = ComparedDocuments(
      plan: plan, comparisons: comparisons, rule: try CopyRule(study.count, store),
      folded: FoldedWords(try store.vocabulary()), jobs: settings.jobs, store: store,
      forms: forms)
    var (found, table) = try candidates(documents)
    var spread = found.words.map { OutletUses(words: $0.map(\.word)) }
    var lists = found.words.map(Self.lists)
    var outlets = Numbering<String>()
    let isKey = Self.marks(found.words, upTo: table.count)
    try documents.forEach(withSentences: false) { document in
      let all = document.uses(&table)
      // Few words are key for any comparison.
      let uses = all.filter { Int($0.word) < isKey.count && isKey[Int($0.word)] }
      let tokens = all.reduce(0) { $0 + Int($1.occurrences) }
      let outlet = outlets.number(of: document.outlet)
      for place in document.places {
        spread[place.comparison].add(
          uses, tokens: tokens, outlet: outlet, to: place.side)
        guard place.isHit else { continue }
        let isAfter = place.side == .target
        let score = (isAfter ? lists[place.comparison].after : lists[place.comparison].before)
          .score(uses, words: all.count)
        let row = ExampleRow(
          comparison: comparisons[place.comparison].name, side: isAfter ? .after : .before,
          rank: 0, documentID: document.id, date: document.date, outlet: document.outletName,
          title: document.title, score: score)
        if isAfter {
          lists[place.comparison].after.add(row)
        } else {
          lists[place.comparison].before.add(row)
        }
      }
    }
    let keyness = KeynessTable()
    return WhatTurned(
      keyness: zip(found.words, spread).flatMap { keyness.rows($0, spread: $1) },
      collocates: found.collocates, examples: lists.flatMap { $0.after.rows + $0.before.rows })
  }

  /// What the first pass found, by comparison.
  private struct Found {
    var words: [[KeynessTable.Candidate]] = []
    var collocates: [CollocateRow] = []
  }

  private func candidates(_ documents: ComparedDocuments) throws -> (Found, WordTable) {
    var table = documents.folded.table
    var counts = comparisons.map { _ in KeynessCounts() }
    var company = comparisons.map { _ in CollocateCounts() }
    var outlets = Numbering<String>()
    try documents.forEach(withSentences: true) { document in
      let uses = document.uses(&table)
      let outlet = outlets.number(of: document.outlet)
      for place in document.places {
        counts[place.comparison].add(uses, outlet: outlet, to: place.side)
      }
      for sentence in document.sentences {
        company[sentence.comparison].add(
          words: sentence.words(&table), entries: sentence.entries, to: sentence.side)
      }
    }
    func word(_ number: Int32) -> String { String(decoding: table.word(number), as: UTF8.self) }
    var found = Found()
    for (index, comparison) in comparisons.enumerated() {
      found.words.append(
        KeynessTable().candidates(counts[index], comparison: comparison.name, word: word))
      let own = plan.measures[comparison.measure].entries
      found.collocates += CollocateTable().rows(
        company[index], comparison: comparison.name, word: word,
        entry: { own.contains($0) ? nil : catalogue.entries[Int($0)].name })
    }
    return (found, table)
  }

  /// By number of a word: whether it is key for some comparison.
  private static func marks(_ words: [[KeynessTable.Candidate]], upTo count: Int) -> [Bool] {
    var marks = [Bool](repeating: false, count: count)
    for word in words.joined() { marks[Int(word.word)] = true }
    return marks
  }

  /// The words of a side speak for it, those of the other against it.
  private static func lists(
    _ words: [KeynessTable.Candidate]
  ) -> (after: ExampleList, before: ExampleList) {
    let z = words.map { ($0.word, $0.row.logOddsZ ?? 0) }
    let weights = Dictionary(z) { first, _ in first }
    return (ExampleList(weights: weights), ExampleList(weights: weights.mapValues { -$0 }))
  }
}

/// Numbers for things, in the order in which they are first seen.
private struct Numbering<Thing: Hashable> {
  private var numbers: [Thing: Int32] = [:]

  mutating func number(of thing: Thing) -> Int32 {
    if let number = numbers[thing] { return number }
    let next = Int32(numbers.count)
    numbers[thing] = next
    return next
  }
}
