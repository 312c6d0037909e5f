public import Corpus
internal import Statistics

/// What comparisons of words come to: distances between groups' vocabularies, and the novelty,
/// transience and resonance of articles.
public struct VocabularyTable: Sendable {
  /// The words that are told apart; the others count as one.
  public var vocabulary = 2_000
  /// Words that a group needs in a period.
  public var minimumWords = 1_000.0
  /// Articles before and after that an article is compared with.
  public var window = 20
  /// Articles that a mean needs.
  public var minimumArticles = 10

  public init() {}

  /// The distance of each pair of groups in each period: rows of `comparisons.csv`.
  public func distances(
    _ counts: VocabularyCounts, comparison: ComparisonPlan, period: Period, bins: Range<Int>
  ) -> [ComparisonRow] {
    let words = counts.frequent(vocabulary)
    let places = Dictionary(uniqueKeysWithValues: zip(words, words.indices))
    let groups = Set(counts.words.keys.map(\.group)).sorted()
    return bins.flatMap { bin -> [ComparisonRow] in
      let present = groups.map {
        (name: $0, blocks: counts.blocks(of: $0, bin: bin, places: places))
      }
      .map { (name: $0.name, blocks: $0.blocks, size: $0.blocks.joined().reduce(0, +)) }
      .filter { $0.size >= minimumWords }
      return present.indices.flatMap { first in
        present.indices.dropFirst(first + 1).flatMap { second -> [ComparisonRow] in
          let (a, b) = (present[first], present[second])
          guard let found = BlockDistance(a.blocks, b.blocks) else { return [] }
          func row(_ statistic: String, _ value: Double, _ interval: Interval?) -> ComparisonRow {
            ComparisonRow(
              comparison: comparison.id, kind: comparison.kind, item: a.name, reference: b.name,
              period: period.label(of: bin), statistic: statistic, value: value,
              low: interval?.low, high: interval?.high, n: Int(a.size + b.size))
          }
          return [
            row("distance", found.distance, found.interval),
            row("distance_chance", found.chance, nil),
          ]
        }
      }
    }
  }

  /// An article whose words are compared with those around it.
  public struct Article: Sendable {
    public var row: ResonanceRow
    public var bin: Int
    /// Each word once.
    public var words: [KeynessCounts.Use]

    public init(row: ResonanceRow, bin: Int, words: [KeynessCounts.Use]) {
      self.row = row
      self.bin = bin
      self.words = words
    }
  }

  /// Each article that has a whole window around it, and the means of each period with intervals.
  ///
  /// - Parameter articles: in time order.
  public func resonance(
    _ articles: [Article], comparison: ComparisonPlan, period: Period
  ) -> (articles: [ResonanceRow], means: [ComparisonRow]) {
    let texts = articles.map { article in
      article.words.sorted { $0.word < $1.word }
        .map { (word: $0.word, count: Double($0.occurrences)) }
    }
    var rows: [ResonanceRow] = []
    var values: [Int: [Resonance]] = [:]
    for (article, found) in zip(articles, Resonance.series(words: texts, window: window)) {
      guard let found else { continue }
      var row = article.row
      row.novelty = found.novelty
      row.transience = found.transience
      row.resonance = found.resonance
      rows.append(row)
      values[article.bin, default: []].append(found)
    }
    let means = values.sorted { $0.key < $1.key }.flatMap { bin, found -> [ComparisonRow] in
      guard found.count >= minimumArticles else { return [] }
      return [
        ("novelty", found.map(\.novelty)), ("transience", found.map(\.transience)),
        ("resonance", found.map(\.resonance)),
      ].map { name, values in
        mean(values, name, comparison, period.label(of: bin))
      }
    }
    return (rows, means)
  }

  /// With the interval of Student's t.
  private func mean(
    _ values: [Double], _ statistic: String, _ comparison: ComparisonPlan, _ period: String
  ) -> ComparisonRow {
    let n = Double(values.count)
    let mean = values.reduce(0) { $0 + $1 / n }
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let half =
      StudentDistribution.twoSidedQuantile(0.05, degrees: n - 1)
      * (squares / (n - 1) / n).squareRoot()
    return ComparisonRow(
      comparison: comparison.id, kind: comparison.kind, item: "articles", period: period,
      statistic: statistic, value: mean, low: mean - half, high: mean + half, n: values.count)
  }
}
