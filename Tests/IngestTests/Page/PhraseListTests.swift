import Testing

@testable import Ingest

@Suite struct PhraseListTests {
  private let phrases = PhraseList(["sign up", "sign", "©"])

  @Test(arguments: [
    ("Please Sign Up now", 7..<14), ("a sign", 2..<6), ("so © 2019", 3..<5), ("sig", nil),
    ("", nil),
  ])
  func findsTheFirstAndLongest(_ text: String, _ expected: Range<Int>?) {
    #expect(phrases.firstRange(in: Array(text.utf8)) == expected)
  }

  @Test func findsNothingBehindTheEnd() {
    #expect(phrases.length(at: 0, in: []) == nil)
    #expect(phrases.length(at: 4, in: Array("sign".utf8)) == nil)
  }

  @Test func knowsWholeTexts() {
    #expect(phrases.contains(Array("SIGN".utf8)))
    #expect(!phrases.contains(Array("signs".utf8)))
    #expect(!phrases.contains([]))
    #expect(phrases.length(at: 0, in: []) == nil)
  }
}
