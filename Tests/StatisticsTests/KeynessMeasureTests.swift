import Statistics
import Testing

struct KeynessMeasureTests {
  /// P. Rayson's examples on one million words each, and the values of his formula from R
  /// (methods.md; statistics-from-r.json, rayson_examples).
  @Test(arguments: [
    (348.0, 99.0, 1e6, 1e6, 146.95), (392, 170, 1e6, 1e6, 90.13), (9, 32, 1e6, 1e6, 13.68),
  ])
  func twoCellAsPrinted(a: Double, b: Double, c: Double, d: Double, g2: Double) {
    #expect(abs((LogLikelihood.twoCell(a: a, b: b, c: c, d: d) ?? 0) - g2) < 0.005)
  }

  @Test(arguments: [
    (100.0, 50.0, 1e6, 1e6, 16.9899036795397), (10, 0, 50000, 75000, 18.3258146374831),
    (1200, 3400, 1e6, 4.5e6, 175.482829696273), (0, 7, 1000, 2000, 5.6765115135143),
  ])
  func twoCell(a: Double, b: Double, c: Double, d: Double, g2: Double) {
    #expect(agree(LogLikelihood.twoCell(a: a, b: b, c: c, d: d), g2))
  }

  /// Dunning (1993), table 1 "the swiss" and "can be", as recomputed in methods.md, and the
  /// table 3, 7 / 7, 2 of statistics-from-r.json (keyness_2x2).
  @Test(arguments: [
    (110.0, 2442.0, 111.0, 29114.0, 270.7219), (29, 13, 123, 31612, 263.8966),
    (3, 7, 7, 2, 4.53493933225623),
  ])
  func fourCell(a: Double, b: Double, c: Double, d: Double, g2: Double) {
    #expect(agree(LogLikelihood.fourCell(a, b, c, d), g2))
  }

  @Test func hostileTables() {
    #expect(LogLikelihood.twoCell(a: 0, b: 0, c: 10, d: 10) == 0)
    #expect(LogLikelihood.twoCell(a: 1, b: 1, c: 0, d: 10) == nil)
    #expect(LogLikelihood.twoCell(a: 11, b: 1, c: 10, d: 10) == nil)
    #expect(LogLikelihood.twoCell(a: .nan, b: 1, c: 10, d: 10) == nil)
    #expect(LogLikelihood.fourCell(0, 0, 0, 0) == 0)
    #expect(LogLikelihood.fourCell(1, -1, 3, 4) == nil)
    #expect(logRatio(a: 0, b: 0, c: 10, d: 10) == nil)
  }

  @Test func ratio() {
    #expect(logRatio(a: 4, b: 1, c: 100, d: 100) == 2)
    #expect(logRatio(a: 0, b: 1, c: 100, d: 100) == -1)
  }

  /// "a a a b b c×6 d e f g h h" against "a a b c c d×4 e f h", α .01 for each of eight words
  /// (methods.md, after Monroe et al. and quanteda's sample).
  @Test(arguments: [
    (6.0, 2.0, 1.228044), (1, 4, -1.857190), (1, 0, 0.430762),
  ])
  func logOdds(target: Double, reference: Double, z: Double) {
    let odds = WeightedLogOdds(
      target: (target, 17), reference: (reference, 12), prior: (0.01, 0.08))
    #expect(agree(odds?.z, z))
  }

  @Test func logOddsOfNothing() {
    #expect(WeightedLogOdds(target: (0, 0), reference: (0, 0), prior: (0, 0)) == nil)
    #expect(WeightedLogOdds(target: (3, 3), reference: (1, 9), prior: (0, 0)) == nil)
  }

  @Test func mutualInformation() {
    #expect(normalizedMutualInformation(both: 10, first: 10, second: 10, total: 100) == 1)
    #expect(normalizedMutualInformation(both: 0, first: 10, second: 10, total: 100) == -1)
    #expect(
      agree(normalizedMutualInformation(both: 20, first: 40, second: 25, total: 100), 0.430677))
    #expect(
      abs(normalizedMutualInformation(both: 25, first: 50, second: 50, total: 100) ?? 1) < 1e-12)
    #expect(normalizedMutualInformation(both: 5, first: 4, second: 10, total: 100) == nil)
    #expect(normalizedMutualInformation(both: 0, first: 0, second: 10, total: 100) == nil)
  }

  /// Benjamini and Hochberg's list as adjusted by R's p.adjust (statistics-from-python.json,
  /// BH_FDR).
  @Test func falseDiscovery() {
    let p = [
      0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216, 0.222, 0.251, 0.269,
      0.275, 0.34, 0.341, 0.384, 0.569, 0.594, 0.696, 0.762, 0.94, 0.942, 0.975, 0.986,
    ]
    let q = falseDiscoveryRates(p)
    for (index, value) in [
      (0, 0.025), (1, 0.1), (2, 0.21), (4, 0.21), (6, 0.26428571428571423),
      (13, 0.49107142857142855), (17, 0.781578947368421), (20, 0.9071428571428571), (24, 0.986),
    ] { #expect(agree(q[index], value)) }
    #expect(falseDiscoveryRates([]) == [])
    #expect(falseDiscoveryRates([.nan, 0.5])[1] == 0.5)
  }
}
