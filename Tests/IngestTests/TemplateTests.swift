import Corpus
import Ingest
import Testing

@Suite struct TemplateTests {
  private static let menu =
    "Home News Business Sport Opinion Podcasts Video The new chatbots and how they work Newsletters "
    + "About us Contact Jobs Advertise with us Terms of use"
  private static let box = "Get the week in a letter."

  /// Articles of one outlet, ten days apart, each with texts of its own.
  private static func articles(
    _ count: Int, host: String = "news.example", days: Int = 10,
    paragraphs: (Int) -> [String]
  ) -> [Article] {
    (0..<count).map { number in
      Article(
        id: "\(host)-\(number)", source: Source(path: "\(host)/\(number)"),
        url: "https://www.\(host)/\(number)", title: "Story \(number)",
        date: CalendarDate(dayNumber: 14_000 + days * number), paragraphs: paragraphs(number))
    }
  }

  private static func own(_ number: Int) -> String {
    "\(number) councils of town \(number &* 31) voted \(number) times on bridge \(number &* 7)."
  }

  private static func learn(_ articles: [Article]) -> Templates {
    var learner = TemplateLearner()
    for article in articles { if let s = TemplateSpecimen(article) { learner.add(s) } }
    return learner.learn()
  }

  private static func stripped(_ articles: [Article]) -> [[String]] {
    let templates = learn(articles)
    return articles.map { article in
      var article = article
      templates.strip(&article)
      return article.paragraphs
    }
  }

  @Test func blocksThatManyArticlesHaveGo() {
    let articles = Self.articles(20) { [Self.menu, Self.own($0), Self.box] }
    #expect(Self.stripped(articles) == (0..<20).map { [Self.own($0)] })
  }

  @Test func aMenuGoesFromTheParagraphThatBeginsOrEndsWithIt() {
    let before = Self.articles(20) { [Self.menu + " " + Self.own($0), "It rained."] }
    #expect(Self.stripped(before)[4].first == Self.own(4))
    let after = Self.articles(20) { [Self.own($0) + " " + Self.menu] }
    #expect(Self.stripped(after)[4] == [Self.own(4)])
    let amid = Self.articles(20) { ["\(Self.own($0)) \(Self.menu) \(Self.own($0 + 100))"] }
    #expect(Self.stripped(amid)[4] == [Self.own(4), Self.own(104)])
  }

  @Test func whatStandsInAFewOfMostArticlesStays() {
    let quotation = "We shall build it again, and higher, said the mayor of the town by the lake."
    let articles = Self.articles(200) { $0 < 5 ? [Self.own($0), quotation] : [Self.own($0)] }
    #expect(Self.stripped(articles)[1] == [Self.own(1), quotation])
  }

  @Test func backgroundToARunningStoryStays() {
    // A tenth of the articles, all within one week.
    let background = "The strike began when talks on pay broke down, the union said on Monday."
    let articles = Self.articles(60, days: 1) {
      $0 < 6 ? [Self.own($0), background] : [Self.own($0)]
    }
    #expect(Self.stripped(articles)[1] == [Self.own(1), background])
  }

  @Test func copiesOfAnArticleAreOneArticle() {
    var copies = Self.articles(6) { _ in [Self.own(1), "A second paragraph of the same story."] }
    // One title, other texts; then one text under other titles.
    for index in copies.indices {
      copies[index].title = "One story"
      copies[index].paragraphs.append("Seen \(index) times.")
    }
    #expect(Self.stripped(copies) == copies.map(\.paragraphs))
    let reprints = Self.articles(6) { _ in [Self.own(1), Self.box] }
    #expect(Self.stripped(reprints) == reprints.map(\.paragraphs))
  }

  @Test func outletsAreLearnedFromOneByOne() {
    let ours = Self.articles(2, host: "a.example") { [Self.own($0), Self.box] }
    let theirs = Self.articles(2, host: "b.example") { [Self.own($0), Self.box] }
    #expect(Self.stripped(ours + theirs) == (ours + theirs).map(\.paragraphs))
  }

  @Test func anArticleThatIsNothingElseStays() {
    let articles = Self.articles(20) { $0 == 3 ? [Self.menu] : [Self.menu, Self.own($0)] }
    #expect(Self.stripped(articles)[3] == [Self.menu])
  }

  @Test func theWordAfterAMenuStays() {
    // Every eighth story begins with "The": more often than any rule for templates asks.
    let articles = Self.articles(60) { number in
      [Self.menu + (number % 8 == 0 ? " The " : " \(number) ") + Self.own(number + 100)]
    }
    #expect(Self.stripped(articles)[8].first?.hasPrefix("The 108") == true)
  }

  @Test func theOrderOfArticlesDoesNotMatter() {
    let articles = Self.articles(600) { [Self.menu + " " + Self.own($0), Self.box] }
    let prints = Set(
      [articles, articles.reversed(), articles.shuffled()].map { Self.learn($0).fingerprint })
    #expect(prints.count == 1)
  }

  @Test func nothingIsLearnedWithoutAnOutlet() {
    var article = Self.articles(1) { [Self.own($0)] }[0]
    article.url = nil
    #expect(TemplateSpecimen(article) == nil)
  }
}
