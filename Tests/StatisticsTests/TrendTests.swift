import Statistics
import Testing

struct TrendTests {
  /// R `trend` and pymannkendall on the Nile (methods.md).
  @Test func nileFalls() throws {
    let test = try #require(MannKendall(nile))
    #expect(test.s == -1387)
    #expect(agree(test.variance, 112728.333333, digits: 6))
    #expect(agree(test.z, -4.128067))
    #expect(agree(test.pValue, 3.6583e-05, digits: 5))
    let sen = try #require(SenSlope(nile))
    #expect(agree(sen.slope, -2.6))
    #expect(sen.interval.low < -2.6 && sen.interval.high > -2.6 && sen.interval.high < 0)
  }

  /// pymannkendall's own test data (statistics-from-python.json, mann_kendall).
  @Test func autocorrelated() throws {
    guard let values = reference("statistics-from-python.json") else { return }
    let section = try #require(values["mann_kendall"] as? [String: Any])
    let all = try #require(section["data"] as? [Any]).map { $0 as? Double }
    let data = all.compactMap { $0 }
    let times = all.indices.filter { all[$0] != nil }.map(Double.init)
    let test = try #require(MannKendall(data))
    #expect(test.s == -1959)
    #expect(agree(test.variance, 4889800.333333333))
    #expect(agree(test.z, -0.8854562842589916))
    #expect(agree(test.pValue, 0.37591058740506833))
    #expect(agree(test.tau, -0.03153167653875869))
    let sen = try #require(SenSlope(data, times: times))
    #expect(agree(sen.slope, -0.006369426751592357))
    let corrected = try #require(MannKendall.hamedRao(data, slope: sen.slope))
    #expect(agree(corrected.pValue, 0.00012203829241275166))
    #expect(agree(corrected.z, -3.8419950613710894))
    #expect(agree(corrected.variance, 259723.81316716125))
  }

  /// statistics-from-python.json, mann_kendall_small.
  @Test func small() throws {
    let test = try #require(MannKendall([1, 3, 2, 5, 4, 6, 8, 7, 9, 12]))
    #expect(test.s == 39)
    #expect(test.variance == 125)
    #expect(agree(test.z, 3.3988233257996803))
    #expect(agree(test.pValue, 0.0006767641801210811))
    #expect(agree(test.tau, 0.8666666666666667))
    #expect(SenSlope([1, 3, 2, 5, 4, 6, 8, 7, 9, 12])?.slope == 1)
  }

  @Test func hostile() {
    #expect(MannKendall([]) == nil)
    #expect(MannKendall([1, 2]) == nil)
    #expect(MannKendall([1, .nan, 2, 3]) == nil)
    #expect(MannKendall([4, 4, 4, 4])?.pValue == 1)
    #expect(SenSlope([4, 4, 4, 4])?.slope == 0)
    #expect(SenSlope([1, 2, 3], times: [1, 1, 1]) == nil)
    #expect(MannKendall.hamedRao([4, 4, 4, 4], slope: 0)?.pValue == 1)
  }

  @Test func long() throws {
    let values = (0..<50_000).map { Double($0) * 0.5 + Double(($0 * 7919) % 1000) }
    let sen = try #require(SenSlope(values))
    #expect(abs(sen.slope - 0.5) < 0.01)
    #expect(try #require(MannKendall(values)).pValue < 1e-12)
  }
}
