import Statistics

/// How mentions compare with a gold coding: for each document that was coded, all that is in it.
///
/// An entry that was coded is compared as a branch, as series count it: with what was coded and
/// found of itself and of all entries below it. An entry that was not coded is no branch, even where
/// entries below it were: nobody has looked for the rest of it.
struct GoldScore {
  let coding: GoldCoding
  /// The entry above each, as lexicon/entry.
  private let parents: [String: String]

  init(_ coding: GoldCoding, parents: [String: String]) {
    self.coding = coding
    self.parents = parents
  }

  /// The entries that the coding names.
  var coded: Set<String> { Set(coding.gold.keys) }

  /// What the figures take for wrong because nobody coded it, a line each.
  var warnings: [String] {
    let stray = coding.found.keys.filter { name in
      !sequence(first: name) { parents[$0] }.contains { coding.gold[$0] != nil }
    }
    guard let first = stray.min() else { return [] }
    return [
      "\(counted(stray.count)) of the coded lexicons (the first is \(first)) were found but never coded: their mentions count as wrong"
    ]
  }

  /// Precision, recall and F1 of all and by entry: of spans where the gold coding has them, else of
  /// documents; and specificity, of documents.
  var rows: [ScoreRow] {
    // What was found of an entry that nobody coded belongs to the coded entry next above it.
    var owned: [String: Set<String>] = [:]
    var branches: [String: Set<String>] = [:]
    for name in coded.union(coding.found.keys) {
      let above = sequence(first: name) { parents[$0] }.filter { coding.gold[$0] != nil }
      owned[above.first ?? name, default: []].insert(name)
      for entry in above { branches[entry, default: []].insert(name) }
      if above.isEmpty { branches[name] = [name] }
    }
    var all = Tally()
    for names in owned.values { all.add(tally(of: names)) }
    return all.rows("all")
      + branches.sorted { $0.key < $1.key }.flatMap { tally(of: $0.value).rows($0.key) }
  }

  /// How the mentions of entries, taken together, err as a test of documents.
  func test(of names: Set<String>) -> ImperfectTest {
    let tally = tally(of: names)
    return ImperfectTest(
      positives: tally.positives, foundPositives: tally.foundPositives,
      negatives: tally.negatives, passedNegatives: tally.passed)
  }

  private func tally(of names: Set<String>) -> Tally {
    var (gold, found) = (GoldCoding.Finds(), GoldCoding.Finds())
    for name in names {
      if let finds = coding.gold[name] { gold.merge(finds) }
      if let finds = coding.found[name] { found.merge(finds) }
    }
    return Tally(gold, found, documents: coding.documents, hasSpans: coding.hasSpans)
  }

  /// What the figures are made of.
  private struct Tally {
    /// Documents.
    var positives = 0
    var foundPositives = 0
    var negatives = 0
    var passed = 0
    /// Spans, or documents where the coding has no spans: found ones that meet a gold one, and gold
    /// ones that a found one meets.
    var rightlyFound = 0
    var found = 0
    var recalled = 0
    var gold = 0

    init() {}

    init(
      _ gold: GoldCoding.Finds, _ found: GoldCoding.Finds, documents: Int, hasSpans: Bool
    ) {
      positives = gold.documents.count
      foundPositives = gold.documents.intersection(found.documents).count
      negatives = documents - positives
      passed = documents - gold.documents.union(found.documents).count
      if hasSpans {
        (rightlyFound, self.found) = Self.met(found, by: gold)
        (recalled, self.gold) = Self.met(gold, by: found)
      } else {
        (rightlyFound, self.found) = (foundPositives, found.documents.count)
        (recalled, self.gold) = (foundPositives, positives)
      }
    }

    /// How many spans overlap one of `others`, and how many there are.
    private static func met(
      _ finds: GoldCoding.Finds, by others: GoldCoding.Finds
    ) -> (met: Int, all: Int) {
      var (met, all) = (0, 0)
      for (place, spans) in finds.spans {
        let others = others.spans[place] ?? []
        all += spans.count
        met += spans.count { span in others.contains { $0.overlaps(span) } }
      }
      return (met, all)
    }

    mutating func add(_ other: Tally) {
      rightlyFound += other.rightlyFound
      found += other.found
      recalled += other.recalled
      gold += other.gold
      negatives += other.negatives
      passed += other.passed
    }

    func rows(_ entry: String) -> [ScoreRow] {
      let precision = ScoreRow(entry, "precision", Double(rightlyFound), of: found)
      let recall = ScoreRow(entry, "recall", Double(recalled), of: gold)
      let (p, r) = (precision.value ?? 0, recall.value ?? 0)
      return [
        precision, recall,
        ScoreRow(entry, "f1", value: p + r > 0 ? 2 * p * r / (p + r) : nil, n: gold),
        ScoreRow(entry, "specificity", Double(passed), of: negatives),
      ]
    }
  }
}
