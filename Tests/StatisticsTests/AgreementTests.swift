import Statistics
import Testing

struct AgreementTests {
  /// Krippendorff's own example of four coders and the one of Wikipedia, as computed by PyPI
  /// `krippendorff` (statistics-from-python.json).
  @Test func krippendorff() throws {
    guard let values = reference("statistics-from-python.json") else { return }
    let examples = try #require(values["krippendorff"] as? [[String: Any]])
    #expect(examples.count == 2)
    for example in examples {
      let coders = try #require(example["data"] as? [[Any]]).map { $0.map { $0 as? Double } }
      for scale in Agreement.Scale.allCases {
        let expected = try #require(example[scale.rawValue] as? Double)
        #expect(agree(Agreement.krippendorff(coders, scale: scale), expected))
      }
    }
  }

  @Test func hostile() {
    #expect(Agreement.krippendorff([], scale: .nominal) == nil)
    #expect(Agreement.krippendorff([[1, 2], [nil, nil]], scale: .nominal) == nil)
    #expect(Agreement.krippendorff([[1, 1], [1, 1]], scale: .nominal) == nil)
    #expect(Agreement.krippendorff([[1, 2], [1, 2, 3]], scale: .ratio) == 1)
    #expect(Agreement.cohen([String](), []) == nil)
    #expect(Agreement.cohen([1, 1], [1, 1]) == nil)
  }

  /// 20 and 15 agreements, 5 and 10 disagreements: κ = 0.4 (Wikipedia, Cohen's kappa).
  @Test func cohen() {
    let first = Array(repeating: "yes", count: 25) + Array(repeating: "no", count: 25)
    let second =
      Array(repeating: "yes", count: 20) + Array(repeating: "no", count: 5)
      + Array(repeating: "yes", count: 10) + Array(repeating: "no", count: 15)
    #expect(agree(Agreement.cohen(first, second), 0.4))
  }
}
