import Corpus
import Testing

@testable import Ingest

/// What of a page is its article: one rule in each test, on pages of four paragraphs.
@Suite struct MainTextTests {
  private static let body = (1...4).map { "<p>\(prose($0))</p>" }.joined()
  private static let paragraphs = (1...4).map(prose)

  private func paragraphs(_ html: String) throws -> [String] { try read(html).paragraphs }

  @Test func keepsAHeadingWithAHiddenAnchor() throws {
    let heading = "<h2>The board<a class=anchor aria-hidden=true href=#board>#</a></h2>"
    let found = try paragraphs("<article><p>\(prose(9))</p>\(heading)\(Self.body)</article>")
    #expect(found == [prose(9), "The board"] + Self.paragraphs)
  }

  @Test func keepsASectionBelowAHeadingThatLinksToItself() throws {
    let end =
      "<h2><a href=#end>What comes next</a></h2><p>The board will meet in May, it said on Monday evening.</p>"
    let found = try paragraphs("<article>\(Self.body)\(end)</article>")
    #expect(
      found == Self.paragraphs + [
        "What comes next", "The board will meet in May, it said on Monday evening.",
      ])
  }

  @Test func keepsASectionWhoseIdRepeatsItsHeading() throws {
    let section = "<section id=about-the-board><h2>About the board</h2><p>\(prose(5))</p></section>"
    let box = "<section id=about-us><h2>Who we are</h2><p>\(prose(6))</p></section>"
    let found = try paragraphs("<article>\(Self.body)\(section)<p>\(prose(7))</p>\(box)</article>")
    #expect(found == Self.paragraphs + ["About the board", prose(5), prose(7)])
  }

  @Test func keepsASectionThatATableOfContentsLeadsTo() throws {
    let toc = "<div class=toc><a href=#a>The board</a> <a href=#b>The ferries</a></div>"
    let found = try paragraphs(
      "<article>\(toc)<div id=toc_x><div>\(Self.body)</div></div></article>")
    #expect(found == Self.paragraphs)
  }

  @Test func keepsQuotesEmbeddedFromElsewhere() throws {
    let quote = "<blockquote class=\"twitter-quote\"><p>\(prose(8))</p></blockquote>"
    #expect(
      try paragraphs("<article>\(Self.body)\(quote)<p>\(prose(9))</p></article>")
        == Self.paragraphs + [prose(8), prose(9)])
  }

  @Test func keepsTheParagraphsAroundAListOrTable() throws {
    let items = (10...20).map { "<li>\(prose($0))</li>" }.joined()
    let rows = (10...20).map { "<tr><th>\($0)</th><td>\(prose($0))</td></tr>" }.joined()
    let list = try paragraphs("<div><p>\(prose(1))</p><ul>\(items)</ul><p>\(prose(2))</p></div>")
    #expect(list == [prose(1)] + (10...20).map(prose) + [prose(2)])
    let table = try paragraphs(
      "<div><p>\(prose(1))</p><table><thead><tr><th>No</th></tr></thead><tbody>\(rows)</tbody></table></div>"
    )
    #expect(table.first == prose(1))
  }

  @Test func keepsAListAtTheEnd() throws {
    let list = "<ul><li>Pier one</li><li>Pier two</li></ul>"
    #expect(
      try paragraphs("<article>\(Self.body)\(list)</article>")
        == Self.paragraphs + ["Pier one", "Pier two"])
  }

  @Test func keepsAParagraphBelowTheHeadline() throws {
    let page = "<article><header><h1>Ferries</h1><p>\(prose(9))</p><p>By Ann Lee</p></header>"
    #expect(
      try paragraphs("\(page)<div>\(Self.body)</div></article>") == [prose(9)] + Self.paragraphs)
  }

  @Test func dropsAHeadlineThatReadsLikeProse() throws {
    let headline = "Harbour board, mayor and ferries meet. \"We want the pier,\" they say"
    #expect(
      try paragraphs("<article><h1>\(headline)</h1>\(Self.body)</article>") == Self.paragraphs)
  }

  @Test(arguments: ["standfirst", "chapo", "article__perex"])
  func keepsALeadOutsideTheBody(_ name: String) throws {
    let lead = "<div class=\(name)>\(prose(5))</div><div class=tools>Listen</div>"
    let found = try paragraphs(
      "<div><h1>A headline of the day</h1><div>\(lead)</div></div><div>\(Self.body)</div>")
    #expect(found == [prose(5)] + Self.paragraphs)
  }

  @Test func dropsCardsInArticlesOfTheirOwn() throws {
    let cards = (10...12).map {
      "<article><h3><a href=/\($0)>Story \($0)</a></h3><p>\(prose($0)) \(prose($0 + 10))</p></article>"
    }.joined()
    #expect(
      try paragraphs("<div><div>\(Self.body)</div><div>\(cards)</div></div>") == Self.paragraphs)
  }

  @Test func keepsASentenceThatAnAuthorRepeats() throws {
    let found = try paragraphs(
      "<article><div>\(Self.body)</div><div><p>\(prose(5))</p><p>\(prose(2))</p></div></article>")
    #expect(found == Self.paragraphs + [prose(5), prose(2)])
  }

  @Test func dropsAPullQuoteAndATeaserThatRepeatTheBody() throws {
    let found = try paragraphs(
      "<article><div>\(Self.body)</div><div><p>\(prose(2))</p></div><p>\(prose(5))</p></article>")
    #expect(found == Self.paragraphs + [prose(5)])
    let teaser = "<div class=teaser><p>\(prose(1))</p></div>"
    #expect(
      try paragraphs("<article>\(teaser)<div>\(Self.body)</div></article>") == Self.paragraphs)
  }

  @Test func keepsACaptionThatTellsAStory() throws {
    func figure(_ caption: String) -> String {
      "<figure><img src=a.jpg><figcaption>\(caption)</figcaption></figure>"
    }
    let long =
      "The pier, seen on Monday from the old tower. Its planks were laid in the year 1931, "
      + "when the town had two boats."
    let page = figure("The pier at dawn. Photo: A. Bell") + "<p>\(prose(5))</p>" + figure(long)
    #expect(
      try paragraphs("<article>\(Self.body)\(page)<p>\(prose(6))</p></article>")
        == Self.paragraphs + [prose(5), long, prose(6)])
  }

  @Test func keepsLinkedEntriesOfAListOfText() throws {
    let list =
      "<ul><li><a href=a>The Pier: A Novel</a></li>"
      + "<li><a href=b>Tides</a>, 1931, with maps of the harbour before the storm</li></ul>"
    let found = try paragraphs("<article>\(Self.body)\(list)<p>\(prose(5))</p></article>")
    #expect(found.contains("The Pier: A Novel"))
    #expect(try paragraphs("<article>\(Self.body)\(list)</article>").contains("The Pier: A Novel"))
  }

  @Test func keepsLinkedHeadsOfTheRowsOfATable() throws {
    let rows = (1...4).map {
      "<tr><th><a href=\($0)>Ferry number \($0)</a></th><td>Built in the year 193\($0)</td></tr>"
    }
    let table = "<table><tbody>\(rows.joined())</tbody></table>"
    let found = try paragraphs("<article>\(Self.body)\(table)<p>\(prose(5))</p></article>")
    #expect(found.contains("Ferry number 3") && found.contains("Built in the year 1933"))
  }

  @Test func dropsListsOfLinks() throws {
    let links = (1...4).map { "<li><a href=\($0)>Ferry number \($0) is late</a></li>" }.joined()
    let found = try paragraphs("<article>\(Self.body)<ul>\(links)</ul><p>\(prose(5))</p></article>")
    #expect(found == Self.paragraphs + [prose(5)])
  }

  @Test func keepsALinkedParagraphAmidProse() throws {
    func page(_ paragraph: String) -> String {
      "<article>\(Self.body)<p><a href=a>\(paragraph)</a></p><p>\(prose(5))</p></article>"
    }
    let sentence = "The town has put its charter on line."
    #expect(try paragraphs(page(sentence)) == Self.paragraphs + [sentence, prose(5)])
    #expect(try paragraphs(page("Read: \(sentence)")) == Self.paragraphs + [prose(5)])
    let last = "<article>\(Self.body)<p><a href=a>\(sentence)</a></p></article>"
    #expect(try paragraphs(last) == Self.paragraphs)
  }

  @Test func dropsTheLabelsOfAChart() throws {
    let labels = (0..<12).map { "<p>\($0 * 10)</p>" }.joined()
    #expect(
      try paragraphs("<article>\(Self.body)<div>\(labels)</div><p>\(prose(5))</p></article>")
        == Self.paragraphs + [prose(5)])
  }

  @Test func dropsInvitationsByTheirWords() throws {
    let box =
      "<div><h3>Get the harbour news in your inbox</h3><p>Sign up for our weekly newsletter, "
      + "and read it first.</p><p>By signing up, you agree to our terms, and to our letters.</p></div>"
    let news = "<p>The board will sign up new captains, it said in a newsletter of the union.</p>"
    #expect(
      try paragraphs("<article>\(Self.body)\(box)\(news)<p>\(prose(5))</p></article>")
        == Self.paragraphs + [
          "The board will sign up new captains, it said in a newsletter of the union.", prose(5),
        ])
  }

  @Test func keepsFormulasOnce() throws {
    let formula =
      "<math><mi>E</mi> <mo>=</mo> <mi>m</mi><annotation encoding=x>E = m</annotation></math>"
    let found = try paragraphs(
      "<article>\(Self.body)<p>The law is \(formula), she said.</p></article>")
    #expect(found.last == "The law is E = m, she said.")
  }

  @Test func dropsAFootOfThirdTheText() throws {
    let foot = "<div class=footer-copyright><p>\(prose(20))</p><p>\(prose(21))</p></div>"
    #expect(try paragraphs("<div>\(Self.body)\(foot)</div>") == Self.paragraphs)
  }

  @Test func keepsAListOfSentencesAndWhatFollowsIt() throws {
    let list = "<ul><li>\(prose(8))</li></ul><p>The list ends here</p>"
    #expect(
      try paragraphs("<article>\(Self.body)\(list)</article>")
        == Self.paragraphs + [prose(8), "The list ends here"])
  }

  @Test func readsAPageThatAButtonNeverLetsGo() throws {
    let button = "<div><button><div>Menu</button></div>"
    let long = (1...20).map { "<p>\(prose($0))</p>" }.joined()
    #expect(try paragraphs("\(button)<article>\(long)</article>") == (1...20).map(prose))
  }

  @Test func dropsHiddenWordsAtTheBeginningOfABlock() throws {
    let hidden = "<span style=\"display: none\"><i>Hidden</i> words</span>"
    #expect(
      try paragraphs("<article>\(Self.body)<p>\(hidden) \(prose(5))</p></article>")
        == Self.paragraphs + [prose(5)])
  }
}
