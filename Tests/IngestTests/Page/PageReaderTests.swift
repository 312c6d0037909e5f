import Corpus
import Testing

@testable import Ingest

let readingDay = CalendarDate(year: 2025, month: 6, day: 1)!

func read(_ html: String, url: String? = nil) throws -> Article {
  try PageReader(now: readingDay).article(
    from: Array(html.utf8), source: Source(path: "page.html"), url: url)
}

/// A paragraph of running text, different for each number.
func prose(_ number: Int) -> String {
  "Paragraph \(number) tells, at some length, what the harbour board decided in its meeting "
    + "number \(number), and why the ferries will run later than they did before."
}

@Suite struct PageReaderTests {
  @Test func readsAModernPage() throws {
    let article = try read(
      """
      <!DOCTYPE html><html lang="en-GB"><head><title>Ferries run later | Harbour Post</title>
      <meta property="og:site_name" content="Harbour Post">
      <meta property="og:title" content="Ferries run later">
      <meta property="article:published_time" content="2019-03-27T23:30:00-05:00">
      <link rel="canonical" href="https://post.example/ferries">
      <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
      {"@type":"NewsArticle","headline":"Ferries run later",
      "datePublished":"2019-03-28T08:00:00+09:00","dateModified":"2019-04-02",
      "author":[{"@type":"Person","name":"By Ann Lee"},{"@id":"#bo"}],
      "publisher":{"name":"Harbour Post"}},{"@type":"Person","@id":"#bo","name":"Bo Chen"}]}
      </script></head><body class="has-sidebar comments-open">
      <header><nav><ul><li><a href="/">Home</a></li><li><a href="/n">News of the day</a></li></ul></nav></header>
      <main><article><h1>Ferries run later</h1><div class="byline">By Ann Lee, Staff Writer</div>
      <p>\(prose(1))</p><div class="ad-slot"><p>Buy this boat now, it is cheap, and it floats.</p></div>
      <h2>The board</h2><p>\(prose(2))</p><ul><li>First, the pier.</li><li>Second, the boats.</li></ul>
      <blockquote><p>We shall sail, whatever the weather may bring to this coast.</p></blockquote>
      <figure><img src="a.jpg"><figcaption>The pier at dawn. Photo: A. Bell</figcaption></figure>
      <p>\(prose(3))</p></article>
      <aside><h3><a href="/x">Another story</a></h3><p>\(prose(9))</p></aside>
      <section class="comments"><p>I think, as a sailor, that \(prose(8))</p></section></main>
      <footer><p>© 2024 Harbour Post. All rights reserved, of course, by the owners.</p></footer></body></html>
      """, url: "https://post.example/2018/01/02/ferries")
    #expect(article.title == "Ferries run later")
    #expect(article.authors == ["Ann Lee", "Bo Chen"])
    #expect(article.date?.description == "2019-03-28")
    #expect(article.dateSource == .jsonLD)
    #expect(article.modified?.description == "2019-04-02")
    #expect(article.outlet == "Harbour Post")
    #expect(article.language == "en")
    #expect(article.url == "https://post.example/ferries")
    #expect(
      article.paragraphs == [
        prose(1), "The board", prose(2), "First, the pier.", "Second, the boats.",
        "We shall sail, whatever the weather may bring to this coast.", prose(3),
      ])
  }

  @Test func readsATablePage() throws {
    let article = try read(
      """
      <html><head><title>Harbour Weekly | Boats for all of the coast</title></head><body bgcolor=white>
      <table width=100%><tr><td><a href=a>News</a> | <a href=b>Sports</a> | <a href=c>Weather</a></td></tr>
      <tr><td><font size=1><a href=1>Sea</a><br><a href=2>Land</a><br><a href=3>Air</a></font></td>
      <td><font size=4><b>Boats for all of the coast</b></font><br><font size=1>March 27, 2003</font><br><br>
      \(prose(1))<br><br>\(prose(2))<br><br>\(prose(3))</td></tr>
      <tr><td colspan=2>Copyright 2009 Harbour Weekly</td></tr></table></body></html>
      """)
    #expect(article.paragraphs == [prose(1), prose(2), prose(3)])
    #expect(article.title == "Boats for all of the coast")
    #expect(article.date?.description == "2003-03-27")
    #expect(article.dateSource == .text)
  }

  @Test func joinsABodySplitByAdvertisements() throws {
    let long = (1...6).map { "<p>\(prose($0))</p>" }.joined()
    let article = try read(
      """
      <body><div class="page"><div class="story-text"><p>\(prose(10))</p></div>
      <div class="promo-box"><p>Subscribe readingDay, and never miss a boat again.</p></div>
      <div class="inner"><div class="story-text">\(long)</div></div></div></body>
      """)
    #expect(article.paragraphs == [prose(10)] + (1...6).map(prose))
  }

  @Test func keepsATeaserBelowTheHeadline() throws {
    let article = try read(
      "<body><header><h1>Ferries</h1><p class=standfirst>\(prose(7))</p></header><div class=x>"
        + (1...4).map { "<p>\(prose($0))</p>" }.joined() + "</div></body>")
    #expect(article.paragraphs == [prose(7)] + (1...4).map(prose))
  }

  @Test func followsADeclaredBody() throws {
    let body = (1...4).map(prose).joined(separator: " ")
    let article = try read(
      "<script type=application/ld+json>{\"@type\":\"Article\",\"articleBody\":\"\(body)\"}</script><div>"
        + (1...4).map { "<p>\(prose($0))</p>" }.joined()
        + "<p>Our company has sold boats, and parts of boats, since the year of the great flood.</p></div>"
    )
    #expect(article.paragraphs == (1...4).map(prose))
  }

  @Test func keepsOneOfRepeatedCopies() throws {
    let copy = "<div class=\"copy\">" + (1...4).map { "<p>\(prose($0))</p>" }.joined() + "</div>"
    let article = try read("<body><div>\(copy)</div><div>\(copy)</div><div>\(copy)</div></body>")
    #expect(article.paragraphs == (1...4).map(prose))
  }

  @Test func dropsCardsOfOtherArticles() throws {
    let cards = (1...4).map {
      "<div><h3><a href=\"/\($0)\">Story number \($0)</a></h3><p>A teaser, short, of story \($0).</p></div>"
    }.joined()
    let article = try read(
      "<body><div>" + (1...4).map { "<p>\(prose($0))</p>" }.joined()
        + "<h2>You may like</h2>\(cards)</div></body>")
    #expect(article.paragraphs == (1...4).map(prose))
  }

  @Test func readsSubsequentScripts() throws {
    let body = "谷歌在周三发布了新的模型，它可以在手机上运行，并且不需要网络连接。研究人员说，这是第一次。"
    let article = try read(
      "<html lang=zh-CN><body><h1>新模型发布</h1><p>作者：王小明　2019年3月27日</p><p>\(body)</p><p>\(body)二</p></body>"
    )
    #expect(article.paragraphs.contains(body))
    #expect(article.language == "zh")
    #expect(article.date?.description == "2019-03-27")
  }

  @Test func keepsAPageOfFewWords() throws {
    #expect(try read("<p>One.</p><p>Two.</p>").paragraphs == ["One.", "Two."])
  }

  @Test func paragraphsHoldNoNewline() throws {
    let article = try read("<p>a\nb\r\n c<br>d\te</p><pre>one\ntwo</pre>")
    #expect(article.paragraphs == ["a b c d e", "one two"])
  }

  @Test(arguments: [
    "", " \n", "<html><head><title>x</title></head><body></body></html>", "<nav>a</nav>",
  ])
  func refusesPagesWithoutText(_ page: String) {
    #expect(throws: PageError.self) { try read(page) }
  }

  @Test func refusesPagesOverTheLimit() {
    var limits = PageReader.Limits()
    limits.bytes = 100
    let reader = PageReader(now: readingDay, limits: limits)
    #expect(throws: PageError(reason: .tooLarge, detail: "400 bytes, more than 100")) {
      try reader.article(from: [UInt8](repeating: 0x61, count: 400), source: Source(path: "x"))
    }
  }

  @Test func isPure() throws {
    let page = "<p>\(prose(1))</p><p class=author>By Ann Lee</p>"
    #expect(try read(page) == read(page))
  }
}

@Test("Pages of the 2000s: the title and the date are large and small type, with no heading")
func pageWithoutHeadings() throws {
  let article = try read(
    """
    <html><head><title>The Evening Post | Ferries will run later this winter</title></head><body>
    <table><tr><td><a href="/">HOME</a> | <a href="/news">NEWS</a></td></tr><tr><td>
    <font size="5"><b>Ferries will run later this winter</b></font><br>
    <font size="1">By News Desk<br>Posted: June 30, 2010</font><br>
    <a href="/mail">E-mail this story</a><hr><font><p>\(prose(1))</p><p>\(prose(2))</p></font>
    </td></tr></table></body></html>
    """)
  #expect(article.title == "Ferries will run later this winter")
  #expect(article.date?.description == "2010-06-30")
}
