import Statistics
import Testing

/// The worked example of Gries (2008: 416) and Lijffijt and Gries (2012): five parts of 9, 10, 10,
/// 10 and 11 words in which the word stands 1, 2, 3, 4 and 5 times has DP .18, normalized .22.
@Test func deviationOfProportionsOfTheSource() throws {
  let dp = try #require(
    deviationOfProportions([1, 2, 3, 4, 5], sizes: [9, 10, 10, 10, 11]))
  #expect(abs(dp * (1 - 0.18) - 0.18) < 0.005)
  #expect(abs(dp - 0.22) < 0.005)
}

@Test func deviationOfProportionsOfExtremes() {
  #expect(deviationOfProportions([2, 4], sizes: [10, 20]) == 0)
  #expect(deviationOfProportions([3, 0, 0], sizes: [10, 20, 30]) == 1)
  #expect(deviationOfProportions([0, 0], sizes: [10, 20]) == nil)
  #expect(deviationOfProportions([3], sizes: [10]) == nil)
  #expect(deviationOfProportions([3, 1], sizes: [10, 0]) == nil)
  #expect(deviationOfProportions([3, 1], sizes: [10]) == nil)
}
