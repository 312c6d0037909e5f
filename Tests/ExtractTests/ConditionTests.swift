import Corpus
import Testing

/// The conditions of a term, each way.
@Suite struct ConditionTests {
  struct Case: Sendable {
    var term: String
    var article: Document
    var found: Int
    init(
      _ term: String, _ body: String, title: String = "", date: String? = nil,
      outlet: String? = nil, language: String? = nil, _ found: Int
    ) {
      self.term = term
      article = document(body, title: title, date: date, outlet: outlet, language: language)
      self.found = found
    }
  }

  static let context = [
    Case("{term: Son, near: [fund]}", "Son and his fund", 1),
    Case("{term: Son, near: [fund]}", "Son left. The fund stayed.", 0),
    Case("{term: Son, near: [fund], within: paragraph}", "Son left. The fund stayed.", 1),
    Case("{term: Son, near: [fund], within: paragraph}", "Son left.\nThe fund stayed.", 0),
    Case("{term: Son, near: [fund], within: article}", "Son left.\nThe fund stayed.", 1),
    Case("{term: Son, near: [fund], within: article}", "Son left.", 0),
    Case("{term: Son, near: [fund], within: 3}", "Son left. The fund stayed.", 1),
    Case("{term: Son, near: [fund], within: 2}", "Son left. The fund stayed.", 0),
    Case("{term: Son, near: [fund], within: 3}", "The fund that Son left", 1),
    Case("{term: Son, near: fund}", "Son and his fund", 1),
    Case("{term: Son, near: [\"{fund|bank} manager\"]}", "a bank manager, Son", 1),
    Case("{term: Son, near: [copy NEAR/2 bank]}", "Son may copy a bank", 1),
    Case("{term: Son, near: ['/\\$\\d+/']}", "Son gave $100", 1),
    Case("{term: Sequoia, near: [Sequoia]}", "Sequoia", 0),
    Case("{term: Sequoia, near: [Sequoia]}", "Sequoia and Sequoia", 2),
    Case("{term: Sequoia, unless: [Sequoia National Park]}", "Sequoia National Park", 0),
    Case("{term: Sequoia, unless: [\"sequoia tree*\"]}", "Sequoia led the round", 1),
    Case(
      "{term: Sequoia, unless: [park], within: paragraph}", "Sequoia led. It is a park.\nSequoia.",
      1),
    Case("{term: Apple, near: [phone], unless: [pie]}", "An Apple phone and a pie", 0),
  ]

  static let after = [
    Case("{term: Son, after: Masayoshi Son}", "Masayoshi Son spoke. Son left.", 1),
    Case("{term: Son, after: Masayoshi Son}", "Son spoke. Masayoshi Son left.", 0),
    Case("{term: Son, after: Masayoshi Son}", "Son left.", title: "Masayoshi Son speaks", 1),
    Case("{term: Son, after: [A B, C D]}", "C D met Son", 1),
  ]

  static let dates = [
    Case("{term: Meta, from: 2021-10-28}", "Meta", date: "2021-10-27", 0),
    Case("{term: Meta, from: 2021-10-28}", "Meta", date: "2021-10-28", 1),
    Case("{term: Meta, from: 2021-10-28}", "Meta", date: "2021-10", 1),
    Case("{term: Meta, from: 2021-10-28}", "Meta", 1),
    Case("{term: Meta, until: 2021}", "Meta", date: "2021-12-31", 1),
    Case("{term: Meta, until: 2021}", "Meta", date: "2022-01-01", 0),
  ]

  static let places = [
    Case("{term: Meta, in: title}", "Meta", title: "Meta", 1),
    Case("{term: Meta, in: body}", "Meta and Meta", title: "Meta", 2),
    Case("{term: Meta, in: {outlet: [Wired]}}", "Meta", outlet: "Wired", 1),
    Case("{term: Meta, in: {outlet: Wired}}", "Meta", outlet: "WIRED", 1),
    Case("{term: Meta, in: {outlet: Wired}}", "Meta", outlet: "Time", 0),
    Case("{term: Meta, in: {outlet: Wired}}", "Meta", 0),
    Case("{term: Meta, in: {language: [en, fr]}}", "Meta", language: "fr", 1),
    Case("{term: Meta, in: {language: en}}", "Meta", language: "de", 0),
    Case("{term: Meta, in: {language: en}}", "Meta", 1),
    Case(
      "{term: Meta, in: {field: title, language: en}}", "Meta", title: "Meta", language: "en", 1),
  ]

  @Test(arguments: [context, after, dates, places].flatMap { $0 })
  func holds(_ item: Case) throws {
    let lexicons = try lexicon(terms: [item.term])
    #expect(find(lexicons, in: item.article).count == item.found, "\(item.term)")
  }

  @Test func anyOneLicenceIsEnough() throws {
    let lexicons = try lexicon(terms: [
      "{term: Sequoia, after: Sequoia Capital}", "{term: Sequoia, near: [round]}",
    ])
    #expect(find(lexicons, in: document("Sequoia led the round.")).count == 1)
    #expect(find(lexicons, in: document("Sequoia Capital. Sequoia.")).count == 1)
    #expect(find(lexicons, in: document("Sequoia Capital. A Sequoia round.")).count == 1)
    #expect(find(lexicons, in: document("Sequoia.")).isEmpty)
  }

  /// A licence may itself be a phrase that a longer one swallows.
  @Test func contextNeedsNoMentionOfItsOwn() throws {
    let lexicons = try compiled(
      """
      lexicon: t
      entries:
        - {id: bank, terms: [Bank of Japan]}
        - {id: son, terms: [{term: Son, near: [Japan]}]}
      """)
    #expect(
      find(lexicons, in: document("Son met the Bank of Japan")).map(\.entry) == ["son", "bank"])
  }
}
