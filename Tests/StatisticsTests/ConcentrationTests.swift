import Statistics
import Testing

struct ConcentrationTests {
  /// The example of R `ineq` (statistics-from-r.json, ineq).
  private let incomes: [Double] = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261]

  @Test func incomesOfTen() {
    #expect(agree(Concentration.gini(incomes), 0.462091130267624))
    #expect(agree(Concentration.theil(incomes), 0.362341242343895))
    #expect(agree(Concentration.atkinson(incomes), 0.179659098046342))
    #expect(agree(Concentration.herfindahl(incomes), 0.184081230915485))
  }

  /// R `ineq`'s Ilocos data (the same file).
  @Test func incomesOfIlocos() throws {
    guard let values = reference("statistics-from-r.json") else { return }
    let data = try #require(values["data"] as? [String: Any])
    let incomes = try #require(data["Ilocos_income"] as? [Double])
    #expect(agree(Concentration.gini(incomes), 0.426950770210349))
    #expect(agree(Concentration.theil(incomes), 0.319915852163699))
    #expect(agree(Concentration.atkinson(incomes), 0.144686467345039))
    #expect(agree(Concentration.herfindahl(incomes), 0.00299968923586843))
  }

  @Test func ends() {
    #expect(abs(Concentration.gini([3, 3, 3, 3]) ?? 1) < 1e-12)
    #expect(agree(Concentration.gini([0, 0, 0, 8]), 0.75))
    #expect(Concentration.herfindahl([0, 0, 8]) == 1)
    #expect(Concentration.atkinson([0, 1], aversion: 1) == 1)
    #expect(agree(Concentration.theil([0, 0, 0, 8]), 1.3862943611198906))
  }

  @Test(arguments: [[], [0, 0], [-1, 2], [.nan, 1], [.infinity, 1]])
  func hostile(values: [Double]) {
    #expect(Concentration.gini(values) == nil)
    #expect(Concentration.theil(values) == nil)
    #expect(Concentration.atkinson(values) == nil)
    #expect(Concentration.herfindahl(values) == nil)
  }
}
