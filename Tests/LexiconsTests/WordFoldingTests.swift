import Testing

@testable import Lexicons

@Suite struct WordFoldingTests {
  @Test(arguments: [
    ("Pokémon", "Pokemon"), ("ＰＯＫＥ", "POKE"), ("U.S.", "US"), ("e.g", "eg"), ("U.S's", "US's"),
    ("O’Reilly", "O'Reilly"), ("so\u{AD}lo", "solo"), ("ガ", "ガ"), ("軟銀", "軟銀"),
    ("JD.com", "JD.com"), ("Øre", "Øre"), ("straße", "straße"), ("14.3", "14.3"), ("", ""),
  ])
  func folds(_ word: String, _ folded: String) {
    #expect(WordFolding.cased(word) == folded)
  }

  @Test(arguments: [
    ("Deepseek", "DeepSeek", true), ("Ipod", "IPod", false), ("NASA", "NASA", false),
    ("Softbank", "SoftBank", true), ("Ebay", "eBay", false),
  ])
  func camelCase(_ folded: String, _ word: String, _ isFolded: Bool) {
    #expect((WordFolding.withoutInnerCapitals(word) == folded) == isFolded)
  }
}
