import Statistics
import Testing

struct ExactTestTests {
  /// R, fisher.test(matrix(c(3, 7, 7, 2), 2)): p 0.0697785; Fisher's tea drinker, 3 of 4 cups, .4857.
  @Test func fisher() {
    #expect(
      agree(ExactTest.shares(first: (3, 10), second: (7, 9)), 0.0697785186949274))
    #expect(agree(ExactTest.shares(first: (3, 4), second: (1, 4)), 17.0 / 35))
    #expect(agree(ExactTest.shares(first: (4, 4), second: (0, 4)), 2.0 / 70))
    // Hypergeometric probabilities of 0, 1, 2 hits among 3 of 6: .2, .6, .2.
    #expect(agree(ExactTest.shares(first: (2, 3), second: (0, 3)), 0.4))
  }

  /// R, as in reference/statistics-from-r.json.
  @Test func fisherOfTheReference() throws {
    guard let values = reference("statistics-from-r.json") else { return }
    let keyness = try #require(values["keyness_2x2"] as? [String: Any])
    let p = try #require(keyness["fisher_p"] as? Double)
    #expect(agree(ExactTest.shares(first: (3, 10), second: (7, 9)), p))
  }

  /// R, poisson.test(c(11, 6 + 8 + 7), c(800, 1083 + 1050 + 878)): p 0.07967 (help page); and
  /// binomial probabilities by hand.
  @Test func rates() {
    #expect(agree(ExactTest.rates(first: (11, 800), second: (21, 3011)), 0.07967, digits: 4))
    #expect(agree(ExactTest.rates(first: (0, 1), second: (4, 1)), 0.125))
    #expect(agree(ExactTest.rates(first: (2, 1), second: (2, 1)), 1))
  }

  @Test func largeCounts() {
    let p = ExactTest.shares(first: (60_000, 1_000_000), second: (50_000, 1_000_000))
    #expect((p ?? 1) >= 0 && (p ?? 1) < 1e-100)
    let equal = ExactTest.shares(first: (500_000, 1_000_000), second: (500_000, 1_000_000))
    #expect(agree(equal, 1))
  }

  @Test func nonsense() {
    #expect(ExactTest.shares(first: (3, 2), second: (0, 4)) == nil)
    #expect(ExactTest.shares(first: (-1, 2), second: (0, 4)) == nil)
    #expect(ExactTest.shares(first: (0, 0), second: (0, 0)) == 1)
    #expect(ExactTest.rates(first: (1, 0), second: (0, 4)) == nil)
    #expect(ExactTest.rates(first: (1, .nan), second: (0, 4)) == nil)
  }

  /// J. Cohen (1988), table 6.2.2: h of .65 and .45 is 1.875 − 1.471 = .404.
  @Test func contrast() {
    #expect(abs(shareContrast(0.65, 0.45) - 0.404) < 0.001)
    #expect(agree(shareContrast(1, 0), 3.14159265358979))
    #expect(shareContrast(-1, .nan) == 0)
  }
}
