import Statistics
import Testing

/// Against R's pnorm, qnorm, pchisq and pt.
struct DistributionTests {
  @Test func normal() {
    #expect(agree(NormalDistribution.upperTail(1), 0.15865525393145707))
    #expect(agree(NormalDistribution.upperTail(8), 6.22096057427178e-16))
    #expect(agree(NormalDistribution.twoSided(-1.959963984540054), 0.05))
    #expect(agree(NormalDistribution.quantile(0.975), 1.959963984540054))
    #expect(agree(NormalDistribution.quantile(1e-10), -6.361340902404056))
    #expect(abs(NormalDistribution.quantile(0.5)) < 1e-15)
    #expect(NormalDistribution.quantile(0) == -.infinity)
    #expect(NormalDistribution.quantile(2).isNaN)
  }

  @Test func chiSquare() {
    #expect(agree(ChiSquareDistribution.upperTail(3.841458820694124, degrees: 1), 0.05))
    #expect(agree(ChiSquareDistribution.upperTail(5.991464547107979, degrees: 2), 0.05))
    #expect(agree(ChiSquareDistribution.upperTail(18.307038053275146, degrees: 10), 0.05))
    #expect(agree(ChiSquareDistribution.upperTail(1, degrees: 3), 0.8012519569012008))
    #expect(agree(ChiSquareDistribution.upperTail(300, degrees: 4), 1.083e-63, digits: 3))
    #expect(ChiSquareDistribution.upperTail(-1, degrees: 1) == 1)
    #expect(ChiSquareDistribution.upperTail(.infinity, degrees: 3) == 0)
    #expect(ChiSquareDistribution.upperTail(.nan, degrees: 3).isNaN)
  }

  @Test func student() {
    #expect(agree(StudentDistribution.twoSided(2.2281388519649385, degrees: 10), 0.05))
    #expect(agree(StudentDistribution.twoSided(12.706204736432095, degrees: 1), 0.05))
    #expect(agree(StudentDistribution.twoSidedQuantile(0.05, degrees: 98), 1.984467455))
    #expect(StudentDistribution.twoSided(.infinity, degrees: 4) == 0)
  }

  /// Andrews (1993, 2003), table 1: the 5 % point of one parameter with 15 % trimming is 8.85; of
  /// two 11.79 (2003: 11.72). The formula is asymptotic in the tail; it should be within 2 %.
  @Test func supremum() {
    let one = SupremumTest(parameters: 1, trimming: 0.15).criticalValue(0.05)
    let two = SupremumTest(parameters: 2, trimming: 0.15).criticalValue(0.05)
    #expect(abs(one - 8.68) < 0.2)
    #expect(abs(two - 11.72) < 0.25)
    #expect(SupremumTest(parameters: 1, trimming: 0.1).pValue(0) == 1)
    #expect(SupremumTest(parameters: 1, trimming: 0.1).pValue(.infinity) == 0)
  }
}
