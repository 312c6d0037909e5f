import Testing

@testable import Statistics

struct RememberingNoiseTests {
  private func segments(_ edges: [Int]) -> [Int] {
    zip(edges, edges.dropFirst()).enumerated().flatMap { number, edge in
      Array(repeating: number, count: edge.1 - edge.0)
    }
  }

  /// R's `Nile`, −2 ln L by brute force: NumPy, generalized least squares with the dense covariance
  /// matrix, the least over the same grid.
  @Test(arguments: [
    ([0, 28, 100], 1, [0, 0], 1090.4634361099363, 0.9, 0.4),
    ([0, 28, 100], 1, [0, 1], 1065.3410102342061, 0.2, 0.2),
    ([0, 28, 100], 2, [0, 1], 1064.5859050065003, 0.2, 0.2),
  ])
  func likelihood(
    edges: [Int], parameters: Int, groups: [Int], deviance: Double, rho: Double, white: Double
  ) {
    let series = StableSeries(values: nile, times: nile.indices.map(Double.init))
    let fit = RememberingNoise(
      series, segment: segments(edges), parameters: parameters
    ).fit(groups: groups)
    #expect(agree(fit.deviance, deviance))
    #expect(fit.autocorrelation == rho && fit.white == white)
  }

  /// A gap of two periods is a missing value: the same as a series without it whose covariance is
  /// that of its times, ρ³ across the gap. Brute force as above.
  @Test func gaps() throws {
    let kept = nile.indices.filter { $0 != 40 && $0 != 41 }
    let series = StableSeries(values: kept.map { nile[$0] }, times: kept.map(Double.init))
    let fit = RememberingNoise(
      series, segment: segments([0, 28, 98]), parameters: 1
    ).fit(groups: [0, 1])
    #expect(agree(fit.deviance, 1045.7534312776274))
    #expect(fit.autocorrelation == 0.2 && fit.white == 0.2)
  }

  /// Counts scatter at least as counting does: a series that hardly varies is no better explained
  /// by less.
  @Test func countsHaveALeastVariance() throws {
    let flat = try #require(
      LevelSeries(
        family: .poisson, y: (0..<40).map { 100 + Double($0 % 2) },
        w: Array(repeating: 1, count: 40)))
    let fit = RememberingNoise(
      StableSeries(flat), segment: segments([0, 40]), parameters: 1
    ).fit(groups: [0])
    #expect(fit.white == 1)
    #expect(fit.deviance >= 0 && fit.deviance < 1)
  }

  /// What explains the Nile best is one change; the others proposed go.
  @Test func selection() {
    let series = StableSeries(values: nile, times: nile.indices.map(Double.init))
    let places = [10, 28, 60]
    let standing = MemorySelection(
      changes: places, in: series, parameters: 1, critical: 12
    ).standing(of: places.count)
    #expect(standing.map(\.index) == [1])
    // The ratio above, for the 67.1 observations that the hundred are worth, two of them spent.
    let worth = 100 / (1 + 2 * 0.8 * 0.2 / 0.8)
    #expect(
      agree(
        standing.first?.ratio ?? 0,
        (1090.4634361099363 - 1065.3410102342061) * (worth - 2) / worth))
  }

  /// Two cuts round a bulge of memory hold each other up; neither stands against none.
  @Test func aBulgeIsNoPair() {
    var state = 0.0
    var random = Generator(seed: 11)
    let values = (0..<200).map { _ in
      state = 0.8 * state + random.uniform() + random.uniform() - 1
      return state
    }
    let series = StableSeries(values: values, times: values.indices.map(Double.init))
    let places = [40, 70, 110, 150]
    #expect(
      MemorySelection(changes: places, in: series, parameters: 1, critical: 13)
        .standing(of: places.count).isEmpty)
  }
}
