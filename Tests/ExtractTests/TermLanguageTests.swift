import Testing

/// What each form of a term finds, and what it must leave alone.
@Suite struct TermLanguageTests {
  struct Case: Sendable, CustomStringConvertible {
    var term: String
    var text: String
    var found: [String]
    init(_ term: String, _ text: String, _ found: [String]) {
      (self.term, self.text, self.found) = (term, text, found)
    }
    var description: String { "\(term) in \(text)" }
  }

  static let sequences = [
    Case("term sheet", "A term sheet came.", ["term sheet"]),
    Case("term sheet", "Term, sheet", ["Term, sheet"]),
    Case("term sheet", "the term was a sheet", []),
    Case("assad", "the ambassador", []),
    Case("China", "The US-China Council", ["China"]),
    Case("China", "a China-based firm", ["China"]),
    Case("India", "Indiana, Indian", []),
    Case("AT&T", "When AT&T fell", ["AT&T"]),
    Case("O'Reilly", "Tim O’Reilly spoke", ["O’Reilly"]),
    Case("\"996\"", "the 996 week, 1996, 996.5", ["996"]),
    Case("\"9-9-6\"", "a 9-9-6 week; 9 9 6", ["9-9-6", "9 9 6"]),
    Case("JD.com", "JD.com and jd.com", ["JD.com"]),
    Case("one two three", "one two\none two three", ["one two three"]),
    Case("alpha beta", "an alpha. Beta followed", []),
  ]

  static let hyphens = [
    Case(
      "mega-round", "mega-round, mega round, megaround", ["mega-round", "mega round", "megaround"]),
    Case("mega round", "mega-round, mega–round", ["mega-round", "mega–round"]),
    Case("co-invest*", "coinvestment and co-investors", ["coinvestment", "co-investors"]),
    Case("start-up", "start‑up or startups", ["start‑up", "startups"]),
    Case("start-up", "start-ups and start ups", ["start-ups", "start ups"]),
    Case("start up", "start ups", []),
    Case("T-Mobile", "T-Mobile, TMobile", ["T-Mobile"]),
  ]

  static let plurals = [
    Case("term sheet", "term sheets", ["term sheets"]),
    Case("company", "company companies company's", ["company", "companies", "company's"]),
    Case("box", "box boxes", ["box", "boxes"]),
    Case("ai", "ais", []),
    Case("Son", "Sons of Son", ["Son"]),
    Case("chaebol", "the chaebols’ and chaebol's", ["chaebols", "chaebol's"]),
    Case("Sequoia", "Sequoia's and Sequoia’s", ["Sequoia's", "Sequoia’s"]),
    Case("US", "US's, U.S.'s", ["US's", "U.S."]),
    Case("invest*", "investor's", ["investor's"]),
  ]

  static let globs = [
    Case("sequoia tree*", "Sequoia trees", ["Sequoia trees"]),
    Case("emulat*", "emulate, emulating, mulate", ["emulate", "emulating"]),
    Case("wom?n", "woman women womn womeen", ["woman", "women"]),
    Case("\"*tech\"", "fintech biotech technology", ["fintech", "biotech"]),
    Case("Silicon *land", "Silicon Island and silicon island", ["Silicon Island"]),
    Case("invest* in", "investing in, invests at", ["investing in"]),
  ]

  static let alternatives = [
    Case("\"{copy|copied}\"", "copy, copied, copying", ["copy", "copied"]),
    Case(
      "\"{wage|salary|} inflation\"", "wage inflation; inflation", ["wage inflation", "inflation"]),
    Case("\"{a b|c} d\"", "a b d c d b d", ["a b d", "c d"]),
    Case("\"{a{1|2}|b}x\"", "a1x a2x bx", ["a1x", "a2x", "bx"]),
    Case("\"{American|Americans}\"", "Americans american", ["Americans"]),
  ]

  static let proximities = [
    Case("copy NEAR/3 product", "copy the product", ["copy the product"]),
    Case("copy NEAR/3 product", "a product they copy", ["product they copy"]),
    Case("copy NEAR/3 product", "copy one two three product", []),
    Case("copy NEAR/1 product", "copy product", ["copy product"]),
    Case("copy BEFORE/3 product", "product they copy", []),
    Case("copy BEFORE/3 product", "copy a product", ["copy a product"]),
    Case(
      "\"{copy|steal} NEAR/4 business model*\"", "steal their business models",
      ["steal their business models"]),
    Case("copy NEAR/9 product", "copy.\nproduct", []),
    Case("copy NEAR/9 product", "They copy. A product.", ["copy. A product"]),
  ]

  static let regexes = [
    Case(#"'/9[-– ]?9[-– ]?6\b/'"#, "9-9-6 and 996", ["9-9-6", "996"]),
    Case(#"'/\bF\d{2}\b/'"#, "F22, f23", ["F22"]),
    Case(#"{term: '/\bF\d{2}\b/', case: fold}"#, "F22, f23", ["F22", "f23"]),
    Case(#"'/é+/'"#, "caféé", ["éé"]),
  ]

  static let scripts = [
    Case("软银", "孙正义的软银集团", ["软银"]),
    Case("印度", "印度尼西亚", ["印度"]),
    Case("ソフトバンク", "ソフトバンクグループ", ["ソフトバンク"]),
    Case("ガ", "カ", []),
    Case("챗GPT", "챗GPT가", ["챗GPT"]),
    Case("삼성", "삼성전자", ["삼성"]),
    Case("DeepSeek", "ＤｅｅｐＳｅｅｋ", ["ＤｅｅｐＳｅｅｋ"]),
    Case("Sao Paulo", "São Paulo", ["São Paulo"]),
    Case("São Paulo", "Sao Paulo", ["Sao Paulo"]),
    Case("Macau", "Macao", []),
    Case("Путин", "Путин и путин", ["Путин"]),
  ]

  static let abbreviations = [
    Case("US", "U.S. and US and us", ["U.S.", "US"]),
    Case("UK", "the U.K", ["U.K"]),
    Case("U.S.", "US", ["US"]),
    Case("Inc.", "Apple Inc. said", ["Inc"]),
  ]

  @Test(
    arguments: [
      sequences, hyphens, plurals, globs, alternatives, proximities, regexes, scripts,
      abbreviations,
    ].flatMap { $0 })
  func finds(_ item: Case) throws {
    #expect(try texts(item.term, in: item.text) == item.found)
  }
}
