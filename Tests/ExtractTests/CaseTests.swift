import Testing

/// Smart, folded and exact capitals, in running text and in headlines of one case.
@Suite struct CaseTests {
  struct Case: Sendable {
    var term: String
    var text: String
    var isFound: Bool
    init(_ term: String, _ text: String, _ isFound: Bool) {
      (self.term, self.text, self.isFound) = (term, text, isFound)
    }
  }

  @Test(arguments: [
    Case("term sheet", "The Term SHEET", true),
    Case("Apple", "The apple fell", false),
    Case("Apple", "An Apple fell", true),
    Case("Apple", "APPLE'S NEW PHONE", true),
    Case("Apple", "apple unveils a phone", true),
    Case("Apple", "APPLE pie", false),
    Case("{term: Apple, case: exact}", "apple unveils a phone", false),
    Case("{term: Apple, case: exact}", "APPLE UNVEILS A PHONE", false),
    Case("{term: Apple, case: exact}", "Apple fell", true),
    Case("{term: Apple, case: fold}", "An apple fell", true),
    Case("{term: us, case: exact}", "The US", false),
    Case("{term: us, case: exact}", "It told us", true),
    Case("DeepSeek", "A Deepseek model", true),
    Case("DeepSeek", "The deepseek model", false),
    Case("DeepSeek", "A DEEPSEEK model", false),
    Case("DeepSeek", "A DEEPSEEK MODEL", true),
    Case("{term: DeepSeek, case: exact}", "A Deepseek model", false),
    Case("DeepSeek", "A Deepseek's model", true),
    Case("eBay", "An Ebay page", false),
    Case("Vision fund", "The Vision Fund", true),
    Case("Silicon Valley", "Silicon valley", false),
    Case("\"*Tech Week\"", "A FinTech Week", true),
    Case("Fin* week", "the fintech week of Fin", false),
  ])
  func capitals(_ item: Case) throws {
    #expect(
      try texts(item.term, in: item.text).isEmpty != item.isFound, "\(item.term): \(item.text)")
  }

  @Test func titleAndBodyAreJudgedApart() throws {
    let lexicons = try lexicon(terms: ["Apple"])
    let found = find(lexicons, in: document("An apple. An Apple.", title: "APPLE PAYS"))
    #expect(found.map(\.text) == ["APPLE", "Apple"])
  }

  @Test func fileRuleCanBeOverridden() throws {
    let yaml = """
      lexicon: t
      case: fold
      entries:
        - id: e
          terms: [Line, {term: Visa, case: smart}]
      """
    #expect(
      find(try compiled(yaml), in: document("A line, a visa, a Visa")).map(\.text) == [
        "line", "Visa",
      ])
  }
}
