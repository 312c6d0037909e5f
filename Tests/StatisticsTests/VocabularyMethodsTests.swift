import Testing

@testable import Statistics

struct BlockDistanceTests {
  private func blocks(_ shares: [Double], seed: UInt64) -> [[Double]] {
    var random = SplitMix64(state: seed)
    return (0..<20).map { _ in shares.map { random.binomial(200, $0) } }
  }

  @Test func alikeAndApart() throws {
    let one = [0.5, 0.3, 0.15, 0.05]
    let same = try #require(BlockDistance(blocks(one, seed: 1), blocks(one, seed: 2)))
    #expect(same.distance < 0.05)
    #expect((same.interval?.low ?? 1) < 0.02)
    let other = try #require(
      BlockDistance(blocks(one, seed: 1), blocks([0.05, 0.15, 0.3, 0.5], seed: 2)))
    let interval = try #require(other.interval)
    #expect(other.distance > 0.4 && interval.low < other.distance)
    #expect(interval.high > other.distance && interval.high < other.distance + 0.05)
    #expect(other.chance < 0.05)
    #expect(other == BlockDistance(blocks(one, seed: 1), blocks([0.05, 0.15, 0.3, 0.5], seed: 2)))
  }

  /// Disjoint distributions are one apart (Lin 1991).
  @Test func ends() {
    let apart = BlockDistance([[4, 0], [4, 0]], [[0, 2], [0, 2]])
    #expect(apart?.distance == 1)
    #expect(BlockDistance([[0, 0]], [[1, 1]]) == nil)
    #expect(BlockDistance([], []) == nil)
  }
}

struct SparseResonanceTests {
  /// With hardly any smoothing, the values of dense distributions (methods.md, after Barron et al.).
  @Test func asDense() throws {
    let rows: [[Double]] = [
      [0.7, 0.2, 0.1], [0.6, 0.3, 0.1], [0.1, 0.2, 0.7], [0.1, 0.1, 0.8], [0.2, 0.1, 0.7],
    ]
    let texts = rows.map { row in row.enumerated().map { (word: Int32($0), count: $1 * 10) } }
    let found = Resonance.series(words: texts, window: 2, smoothing: 1e-9)
    let third = try #require(found[2])
    #expect(agree(third.novelty, 1.637036))
    #expect(agree(third.transience, 0.082574, digits: 5))
    #expect(agree(third.resonance, 1.554462))
    #expect(found.map { $0 == nil } == [true, true, false, true, true])
  }

  /// Words that one lacks: by hand, λ = ½, two texts of one word each; all words are ½ likely, a
  /// text's own ¾, the other ¼: KL = ¾ log₂ 3 − ¼ log₂ 3 = ½ log₂ 3.
  @Test func smoothed() throws {
    let texts: [[(word: Int32, count: Double)]] = [[(1, 1)], [(2, 1)], [(1, 1)], [(2, 1)]]
    let found = Resonance.series(words: texts, window: 1, smoothing: 0.5)
    #expect(agree(found[1]?.novelty, 0.5 * 1.584962500721156))
    #expect(found[1]?.resonance == 0)
    #expect(Resonance.series(words: texts, window: 0).allSatisfy { $0 == nil })
    #expect(Resonance.series(words: [[], [], []], window: 1).allSatisfy { $0 == nil })
    #expect(Resonance.series(words: [], window: 1).isEmpty)
  }
}
