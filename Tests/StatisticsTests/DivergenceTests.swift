import Statistics
import Testing

struct DivergenceTests {
  /// The five rows of methods.md (novelty, transience, resonance), after Barron et al.
  @Test func resonance() throws {
    let texts = [
      [0.7, 0.2, 0.1], [0.6, 0.3, 0.1], [0.1, 0.2, 0.7], [0.1, 0.1, 0.8], [0.2, 0.1, 0.7],
    ]
    let series = Resonance.series(texts, window: 2)
    #expect(series.map { $0 == nil } == [true, true, false, true, true])
    let third = try #require(series[2])
    #expect(agree(third.novelty, 1.637036))
    #expect(agree(third.transience, 0.082574, digits: 5))
    #expect(agree(third.resonance, 1.554462))
  }

  @Test func divergences() {
    #expect(Divergence.jensenShannon([1, 0], [0, 1]) == 1)
    #expect(Divergence.jensenShannon([0.5, 0.5], [0.5, 0.5]) == 0)
    #expect(Divergence.kullbackLeibler([0.5, 0.5], [1, 0]) == .infinity)
    #expect(agree(Divergence.kullbackLeibler([0.5, 0.5], [0.25, 0.75]), 0.20751874963942190))
    // SciPy: scipy.spatial.distance.jensenshannon([.7, .2, .1], [.1, .2, .7], 2) ** 2.
    #expect(agree(Divergence.jensenShannon([0.7, 0.2, 0.1], [0.1, 0.2, 0.7]), 0.3651484454403229))
    #expect(Divergence.jensenShannon([0.5], [0.5, 0.5]) == nil)
    #expect(Divergence.jensenShannon([.nan, 1], [0.5, 0.5]) == nil)
    #expect(Divergence.kullbackLeibler([0.5, 0.4], [0.5, 0.5]) == nil)
  }

  @Test func hostileWindows() {
    #expect(Resonance.series([], window: 3).isEmpty)
    #expect(Resonance.series([[1], [1], [1]], window: 0) == [nil, nil, nil])
    #expect(Resonance.series([[1], [1], [1]], window: .max) == [nil, nil, nil])
  }
}
