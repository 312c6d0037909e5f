import Corpus
import Testing

@testable import Ingest

@Suite struct NewsFormatTests {
  static let nitf = """
    <nitf xml:lang="en"><head><title>Old title</title>
      <docdata><doc-id id-string="n-1"/><date.issue norm="20190327T081500Z"/></docdata>
      <pubdata name="The Example" date.publication="20190328"/></head>
    <body><body.head><hedline><hl1>The headline</hl1><hl2>Below it</hl2></hedline>
      <byline>By <person>Ann Lee</person><byttl>Staff writer</byttl></byline></body.head>
    <body.content><block><p>One.</p><media><caption>A picture</caption></media>
      <hl2>Part</hl2><p>Two <em>and</em> three.</p></block></body.content></body></nitf>
    """

  @Test func readsNITF() throws {
    let (articles, rejects) = try ingest(Self.nitf, as: "x.xml")
    #expect(rejects.isEmpty)
    let article = try #require(articles.first)
    #expect(article.id == "n-1")
    #expect(article.source.description == "x.xml")
    #expect(article.title == "The headline")
    #expect(article.authors == ["Ann Lee"])
    #expect(article.date?.description == "2019-03-27")
    #expect(article.outlet == "The Example")
    #expect(article.language == "en")
    #expect(article.paragraphs == ["One.", "Part", "Two and three."])
  }

  private static func item(_ content: String) -> String {
    """
    <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1">
    <itemMeta><provider literal="EX"><name>Example News</name></provider>
      <versionCreated>2019-03-30T00:00:00Z</versionCreated></itemMeta>
    <contentMeta><contentCreated>2019-03-27T00:00:00Z</contentCreated><language tag="ko"/>
      <creator><name>Ann Lee</name></creator><headline>The headline</headline></contentMeta>
    <contentSet>\(content)</contentSet></newsItem>
    """
  }

  @Test(arguments: [
    "<inlineXML>\(nitf)</inlineXML>",
    """
    <inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
    <body><h1>The headline</h1><p>One.</p><h2>Part</h2><p>Two <em>and</em> three.</p></body></html></inlineXML>
    """,
    "<inlineData>One.\n\nPart\n\nTwo and three.</inlineData>",
  ])
  func readsNewsItems(content: String) throws {
    let (articles, rejects) = try ingest(Self.item(content), as: "x.xml")
    #expect(rejects.isEmpty)
    let article = try #require(articles.first)
    #expect(article.id == "urn:1")
    #expect(article.title == "The headline")
    #expect(article.authors == ["Ann Lee"])
    #expect(article.date?.description == "2019-03-27")
    #expect(article.outlet == "Example News")
    #expect(article.language == "ko")
    #expect(article.paragraphs == ["One.", "Part", "Two and three."])
  }

  @Test func readsTheItemsOfAMessage() throws {
    let text = Self.item("<inlineData>One.</inlineData>")
    let picture = Self.item("<remoteContent href='x.jpg'/>")
    let (articles, rejects) = try ingest(
      "<newsMessage><header/><itemSet>\(text)\(picture)\(text)</itemSet></newsMessage>", as: "x")
    #expect(articles.map(\.source.offset) == [1, 3])
    #expect(rejects.map(\.source.offset) == [2])
    #expect(rejects.map(\.reason) == [.noText])
  }

  @Test func readsPlainText() throws {
    let (articles, _) = try ingest("\u{FEFF}The title\r\n\r\nOne.\r\n\r\nTwo.\r\n", as: "x.txt")
    #expect(articles.map(\.title) == ["The title"])
    #expect(articles.map(\.paragraphs) == [["One.", "Two."]])
    #expect(articles.map(\.date) == [nil])
  }

  @Test func readsPages() throws {
    let text = String(
      repeating: "A sentence of the story that is told here, at some length. ", count: 8)
    let page = """
      <html lang="en"><head><title>The headline</title></head><body><nav><a href="/">Home</a></nav>
      <article><h1>The headline</h1><p>\(text)</p><p>\(text)</p></article></body></html>
      """
    let (articles, rejects) = try ingest(page, as: "x")
    #expect(rejects.isEmpty)
    #expect(articles.map(\.title) == ["The headline"])
    #expect(articles.first?.paragraphs.last?.hasPrefix("A sentence of the story") == true)
  }
}
