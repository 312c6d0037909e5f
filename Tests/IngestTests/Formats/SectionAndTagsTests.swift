import Corpus
import Testing

@testable import Ingest

/// Where an article stands in its outlet, and the outlet's keywords for it, in each format.
@Suite struct SectionAndTagsTests {
  private static let text = """
    <p>A first paragraph that is long enough to be one, with commas, and with a full stop at its end.
    <p>A second one, which says something else at about the same length, so that it is not taken out.
    """

  @Test(arguments: [
    (
      "a.html",
      """
      <title>Title</title><meta property="article:section" content="Markets">
      <meta property="article:tag" content="chips"><meta property="article:tag" content="Chips">
      <meta name="keywords" content="not, these"><article><h1>Title</h1>\(text)
      </article>
      """, "Markets", ["chips"]
    ),
    (
      "b.html",
      """
      <title>Title</title><script type="application/ld+json">{"@type": "NewsArticle",
      "headline": "Title", "articleSection": ["Markets"], "keywords": "chips, trade"}</script>
      <article><h1>Title</h1>\(text)</article>
      """, "Markets", ["chips", "trade"]
    ),
    (
      "c.html",
      """
      <title>Title</title><meta name="news_keywords" content="chips; trade, with; chips">
      <article><h1>Title</h1>\(text)</article>
      """, nil, ["chips", "trade, with"]
    ),
    (
      "d.json", #"{"title": "Title", "Section": "Markets", "keywords": ["chips", {"name": "EU"}]}"#,
      "Markets", ["chips", "EU"]
    ),
    (
      "e.csv", "title,text,category,tags\nTitle,Text,Markets,\"chips, trade\"\n", "Markets",
      ["chips", "trade"]
    ),
    (
      "f.xml",
      """
      <rss><channel><item><title>Title</title><category>chips</category><category>trade</category>
      </item></channel></rss>
      """, nil, ["chips", "trade"]
    ),
    (
      "g.xml",
      """
      <feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Title</title>
      <category term="c" label="chips"/><category term="trade"/></entry></feed>
      """, nil, ["chips", "trade"]
    ),
    (
      "h.xml",
      """
      <nitf><head><docdata><key-list><keyword key="chips"/></key-list></docdata>
      <pubdata position.section="Markets"/></head><body><body.head><hedline><hl1>Title</hl1>
      </hedline></body.head></body></nitf>
      """, "Markets", ["chips"]
    ),
  ])
  func reads(name: String, content: String, section: String?, tags: [String]) throws {
    let article = try #require(try ingest(content, as: name).articles.first)
    #expect(article.title == "Title")
    #expect(article.section == section)
    #expect(article.tags == tags)
  }
}
