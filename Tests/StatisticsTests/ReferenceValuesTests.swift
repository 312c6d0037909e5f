import Foundation
import Testing

@testable import Statistics

/// Whole tables of reference values, made with R 4.2, statsmodels and others, as the reference files
/// say. What they hold besides belongs to methods that are not here: χ² and Fisher's odds ratio of
/// keyness, other intervals than Wilson's, `tidylo`'s log-odds (against the whole corpus, not the
/// other side), segments of changing variance.
struct ReferenceValuesTests {
  private func numbers(_ row: [String: Any], _ names: String...) throws -> [Double] {
    try names.map { try #require((row[$0] as? NSNumber)?.doubleValue) }
  }

  /// R `binom` and statsmodels (statistics-from-python.json, binomial_ci_95, binomial_ci_edge).
  @Test func wilson() throws {
    guard let values = reference("statistics-from-python.json") else { return }
    let rows =
      try #require(values["binomial_ci_95"] as? [[String: Any]])
      + (try #require(values["binomial_ci_edge"] as? [[String: Any]]))
    #expect(rows.count == 16)
    for row in rows {
      let counts = try numbers(row, "count", "nobs")
      let interval = try #require(wilsonInterval(successes: counts[0], trials: counts[1]))
      for name in ["wilson_R_binom", "wilson_statsmodels", "wilson"] {
        guard let expected = row[name] as? [Double] else { continue }
        #expect(agree(interval.low, expected[0]) || abs(interval.low - expected[0]) < 1e-15)
        #expect(agree(interval.high, expected[1]))
      }
    }
  }

  /// Monroe, Colaresi and Quinn's z with a flat prior of .01, .1 and 1 for each word
  /// (statistics-from-python.json, fighting_words).
  @Test func fightingWords() throws {
    guard let values = reference("statistics-from-python.json") else { return }
    let examples = try #require(values["fighting_words"] as? [[String: Any]])
    #expect(examples.count == 3)
    for example in examples {
      let prior = try numbers(example, "prior")[0]
      func words(_ name: String) throws -> [Substring] {
        try #require(example[name] as? [String]).flatMap { $0.split(separator: " ") }
      }
      let (one, two) = (try words("l1"), try words("l2"))
      let vocabulary = Double(Set(one + two).count)
      for pair in try #require(example["z"] as? [[Any]]) {
        let word = try #require(pair[0] as? String)
        let expected = try #require((pair[1] as? NSNumber)?.doubleValue)
        func count(_ words: [Substring]) -> (count: Double, total: Double) {
          (Double(words.count { $0 == word }), Double(words.count))
        }
        let z = WeightedLogOdds(
          target: count(one), reference: count(two), prior: (prior, prior * vocabulary))?.z
        #expect(agree(z, expected))
      }
    }
  }

  /// R, on quanteda's two small documents (statistics-from-r.json, keyness_d1d2): Rayson's two-term
  /// and Dunning's four-cell G², Fisher's p.
  @Test func keyness() throws {
    guard let values = reference("statistics-from-r.json") else { return }
    let rows = try #require(values["keyness_d1d2"] as? [[String: Any]])
    #expect(rows.count == 8)
    for row in rows {
      let n = try numbers(row, "a", "b", "C", "D")
      let expected = try numbers(row, "rayson_LL_2term", "G2_4cell", "fisher_p")
      #expect(
        agree(LogLikelihood.twoCell(a: n[0], b: n[1], c: n[2], d: n[3]), expected[0]))
      #expect(
        agree(LogLikelihood.fourCell(n[0], n[1], n[2] - n[0], n[3] - n[1]), expected[1]))
      #expect(
        agree(
          ExactTest.shares(
            first: (Int(n[0]), Int(n[2])), second: (Int(n[1]), Int(n[3]))), expected[2]))
    }
    for row in try #require(values["rayson_examples"] as? [[String: Any]]) {
      let n = try numbers(row, "a", "b", "c", "d", "LL")
      #expect(agree(LogLikelihood.twoCell(a: n[0], b: n[1], c: n[2], d: n[3]), n[4]))
    }
  }

  /// R `strucchange` on the Nile (statistics-from-r.json): residual sums of squares without and with
  /// a break, and the largest F.
  @Test func nileFstatistic() throws {
    guard let values = reference("statistics-from-r.json") else { return }
    let section = try #require(values["strucchange"] as? [String: Any])
    let squares = try #require(section["Nile_RSS_by_m"] as? [Double])
    let series = try #require(LevelSeries(family: .gaussian, y: nile, w: nile.map { _ in 1 }))
    let cost = LevelCost(series)
    let mean = nile.reduce(0, +) / 100
    let total = nile.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let broken = total + cost.cost(from: 0, to: 28) + cost.cost(from: 28, to: 100)
    #expect(agree(total, squares[0]))
    #expect(agree(broken, squares[1]))
    let test = ChangeTest(
      cost: cost, scale: squares[1] / 98, parameters: 1, shortest: 15, leastP: { _, _ in 0 })
    let strongest = test.strongest(grid: 1)
    #expect(strongest.place == 28)
    #expect(agree(strongest.ratio, try numbers(section, "supF")[0]))
  }
}
