import Statistics
import Testing

struct ImperfectTestTests {
  @Test func imperfectTest() {
    #expect(agree(correctedShare(found: 0.3, sensitivity: 0.8, specificity: 0.9), 2.0 / 7))
    #expect(correctedShare(found: 0.05, sensitivity: 0.8, specificity: 0.9) == 0)
    #expect(correctedShare(found: 0.3, sensitivity: 0.4, specificity: 0.6) == nil)
    #expect(correctedShare(found: .nan, sensitivity: 0.8, specificity: 0.9) == nil)
  }

  /// What the formulas of Reiczigel's R script give for two regions of Reiczigel, Földi and Ózsvári
  /// (2010), table 2, with sensitivity 50 of 100 and specificity 199 of 200.
  @Test(arguments: [
    (27.0, 650.0, 0.0274600106, 0.1145830257), (12, 260, 0.0257077533, 0.1518117872),
  ])
  func interval(_ found: Double, _ trials: Double, _ low: Double, _ high: Double) throws {
    let test = ImperfectTest(
      positives: 100, foundPositives: 50, negatives: 200, passedNegatives: 199)
    let interval = try #require(test.interval(found: found, trials: trials))
    #expect(agree(interval.low, low) && agree(interval.high, high))
  }

  @Test func hostileInterval() {
    let blind = ImperfectTest(
      positives: 10, foundPositives: 5, negatives: 10, passedNegatives: 5)
    #expect(blind.interval(found: 1, trials: 10) == nil)
    let sound = ImperfectTest(
      positives: 10, foundPositives: 10, negatives: 10, passedNegatives: 10)
    #expect(sound.interval(found: 11, trials: 10) == nil)
    #expect(sound.interval(found: 0, trials: 0) == nil)
    #expect(sound.interval(found: .nan, trials: 10) == nil)
    let none = ImperfectTest(
      positives: 0, foundPositives: 0, negatives: 10, passedNegatives: 10)
    #expect(none.sensitivity == nil && none.interval(found: 1, trials: 10) == nil)
  }
}
