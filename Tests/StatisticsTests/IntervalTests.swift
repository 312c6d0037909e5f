import Statistics
import Testing

struct IntervalTests {
  /// Wilson intervals as printed by R `binom` and statsmodels `proportion_confint`
  /// (statistics-from-python.json, binomial_ci_95 and binomial_ci_edge).
  @Test(arguments: [
    (18.0, 20.0, 0.6989663547715128, 0.972133518786232),
    (4, 200, 0.00780442641634947, 0.05028708690582643),
    (1, 30, 0.005908590381612455, 0.16670390991409176),
    (0, 10, 0, 0.27753279986288926), (0, 1, 0, 0.7934506856227627),
    (1, 1, 0.2065493143772374, 1), (38, 38, 0.9081901317744162, 1),
    (1, 1_000_000, 1.7652457674537176e-07, 5.664911804311445e-06),
  ])
  func wilson(successes: Double, trials: Double, low: Double, high: Double) {
    let interval = wilsonInterval(successes: successes, trials: trials)
    #expect(agree(interval?.low, low))
    #expect(agree(interval?.high, high))
  }

  @Test(arguments: [(0.0, 0.0), (2, 1), (-1, 3), (.nan, 3), (1, .nan), (1, .infinity)])
  func wilsonOfNonsense(successes: Double, trials: Double) {
    #expect(wilsonInterval(successes: successes, trials: trials) == nil)
  }

  /// Newcombe (1998), table II, example (a), method 10: 56/70 − 48/80, 0.0524 to 0.3339.
  @Test func newcombe() {
    let interval = newcombeInterval(first: (48, 80), second: (56, 70))
    #expect(abs((interval?.low ?? 0) - 0.0524) < 5e-5)
    #expect(abs((interval?.high ?? 0) - 0.3339) < 5e-5)
  }
}
