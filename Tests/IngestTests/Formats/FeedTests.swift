import Corpus
import Testing

@testable import Ingest

@Suite struct FeedTests {
  static let rss = """
    <?xml version="1.0"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
    <channel><title>The Example</title><language>en-us</language>
    <image><title>Logo</title></image>
    <item>
      <media:title>A picture</media:title>
      <title>AT&amp;amp;T &amp;amp; others</title>
      <link>https://e.example/1</link>
      <guid isPermaLink="false">id-1</guid>
      <dc:creator>Ann Lee</dc:creator>
      <pubDate>Wed, 27 Mar 2019 23:30:00 -0500</pubDate>
      <description>Short.</description>
      <content:encoded><![CDATA[<p>One &amp; two.</p><p>Three.</p>
        <p>The post <a href="x">T</a> appeared first on <a href="y">E</a>.</p>]]></content:encoded>
    </item>
    <item><title>Second</title><guid>https://e.example/2</guid>
      <author>bo@e.example (Bo Chen)</author><source url="x">Elsewhere</source></item>
    </channel></rss>
    """

  @Test func readsRSS() throws {
    let (articles, rejects) = try ingest(Self.rss, as: "feed.xml")
    #expect(rejects.isEmpty)
    try #require(articles.count == 2)
    let first = articles[0]
    #expect(first.source.description == "feed.xml#1")
    #expect(first.id == "id-1")
    #expect(first.url == "https://e.example/1")
    #expect(first.title == "AT&T & others")
    #expect(first.authors == ["Ann Lee"])
    #expect(first.date?.description == "2019-03-27")
    #expect(first.outlet == "The Example")
    #expect(first.language == "en")
    #expect(first.paragraphs == ["One & two.", "Three."])
    #expect(articles[1].url == "https://e.example/2")
    #expect(articles[1].authors == ["Bo Chen"])
    #expect(articles[1].outlet == "Elsewhere")
    #expect(articles[1].date == nil)
  }

  @Test func readsAtom() throws {
    let (articles, rejects) = try ingest(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja"><title type="text">The Example</title>
      <author><name>Staff</name></author>
      <entry><id>urn:1</id><title type="html">A &lt;b&gt;bold&lt;/b&gt; move</title>
        <link rel="self" href="https://e.example/self"/><link href="https://e.example/1"/>
        <published>2019-03-27T00:00:00Z</published><updated>2019-04-01T00:00:00Z</updated>
        <summary>Short.</summary>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div>
        </content></entry>
      <entry><id>urn:2</id><title>B</title><updated>2019-04-02T00:00:00Z</updated>
        <author><name>Ann Lee</name></author><summary>Short.</summary></entry>
      </feed>
      """, as: "x")
    #expect(rejects.isEmpty)
    try #require(articles.count == 2)
    #expect(articles.map(\.id) == ["urn:1", "urn:2"])
    #expect(articles[0].title == "A bold move")
    #expect(articles[0].url == "https://e.example/1")
    #expect(articles[0].date?.description == "2019-03-27")
    #expect(articles[0].modified?.description == "2019-04-01")
    #expect(articles[0].paragraphs == ["One.", "Two."])
    #expect(articles[0].language == "ja")
    #expect(articles[1].date?.description == "2019-04-02")
    #expect(articles[1].modified == nil)
    #expect(articles.map(\.authors) == [["Staff"], ["Ann Lee"]])
  }

  @Test func readsRDF() throws {
    let (articles, rejects) = try ingest(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="x"><title>The Example</title></channel>
      <item rdf:about="https://e.example/1"><title>A</title><link>https://e.example/1</link>
        <dc:date>2003-05-06T01:00:00+09:00</dc:date><description>One.</description></item>
      </rdf:RDF>
      """, as: "x.rdf")
    #expect(rejects.isEmpty)
    #expect(articles.map(\.id) == ["https://e.example/1"])
    #expect(articles.map(\.date?.description) == ["2003-05-06"])
    #expect(articles.map(\.outlet) == ["The Example"])
  }

  /// Namespaces decide, not prefixes; a module's title stands behind the entry's own, and what
  /// describes its pictures counts only where the entry itself says nothing.
  @Test func prefersTheEntrysOwnWords() throws {
    let (articles, _) = try ingest(
      """
      <r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="http://purl.org/rss/1.0/"
        xmlns:m="http://search.yahoo.com/mrss/" xmlns:d="http://purl.org/dc/elements/1.1/">
      <x:channel r:about="x"><x:title>The Example</x:title></x:channel>
      <x:item r:about="a"><d:title>Other</d:title><m:title>Picture</m:title><x:title>A</x:title>
        <m:description>A caption.</m:description><x:description>One.</x:description></x:item>
      <x:item r:about="b"><m:group><m:title>B</m:title><m:description>Two.</m:description></m:group>
      </x:item></r:RDF>
      """, as: "x.rdf")
    #expect(articles.map(\.title) == ["A", "B"])
    #expect(articles.map(\.paragraphs) == [["One."], ["Two."]])
  }

  @Test func completesRelativeLinks() throws {
    let (articles, _) = try ingest(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://e.example/news/">
      <title>T</title>
      <entry xml:base="2019/"><title>A</title><link href="a.html"/></entry>
      <entry><title>B</title><link href="/b"/></entry>
      <entry><title>C</title><link href="https://f.example/c"/></entry></feed>
      """, as: "x")
    let links = [
      "https://e.example/news/2019/a.html", "https://e.example/b", "https://f.example/c",
    ]
    #expect(articles.map(\.url) == links)
    let rss = """
      <rss><channel><link>https://e.example/</link><item><title>A</title><link>/a?b=1&c=2</link>
      </item></channel></rss>
      """
    #expect(try ingest(rss, as: "x").articles.map(\.url) == ["https://e.example/a?b=1&c=2"])
  }

  @Test func readsCDF() throws {
    let (articles, rejects) = try ingest(
      """
      <CHANNEL HREF="https://e.example/"><TITLE>The Example</TITLE>
      <ITEM HREF="a.html" LASTMOD="1998-11-05T22:12"><TITLE>A</TITLE><ABSTRACT>One.</ABSTRACT></ITEM>
      </CHANNEL>
      """, as: "x.cdf")
    #expect(rejects.isEmpty)
    #expect(articles.map(\.title) == ["A"])
    #expect(articles.map(\.url) == ["https://e.example/a.html"])
    #expect(articles.map(\.date?.description) == ["1998-11-05"])
    #expect(articles.map(\.paragraphs) == [["One."]])
    #expect(articles.map(\.outlet) == ["The Example"])
  }

  /// Of an element that an entry has twice the last counts, and a text says its own language.
  @Test func readsOddEntries() throws {
    let (articles, _) = try ingest(
      """
      <rss><channel><item xml:lang="fr"><title>&#X41; &#146;b&#146;</title>
      <pubDate>Wed, 27 Mar 2019 10:00:00 +0100</pubDate>
      <pubDate>Thu, 28 Mar 2019 10:00:00 CEST</pubDate>
      <description xml:lang="en">One &amp;nbsp; &lt;object&gt;&lt;b&gt;two&lt;/b&gt;</description>
      <author>Ann Lee (ann@e.example)</author></item></channel></rss>
      """, as: "x")
    let article = try #require(articles.first)
    #expect(article.title == "A ’b’")
    #expect(article.date?.description == "2019-03-28")
    #expect(article.paragraphs.map(\.singleLine) == ["One two"])
    #expect(article.language == "en")
    #expect(article.authors == ["Ann Lee"])
  }

  /// A feed that is cut short gives its whole entries and says so.
  @Test func rejectsTheEntryThatIsCutShort() throws {
    let cut = Self.rss.replacing("</source></item>", with: "</sou").prefix { $0 != "\u{0}" }
    let end = try #require(cut.firstRange(of: "</sou")?.lowerBound)
    let (articles, rejects) = try ingest(String(cut[..<end]), as: "feed.xml")
    #expect(articles.map(\.id) == ["id-1"])
    #expect(rejects.map(\.reason) == [.truncated])
  }

  @Test func saysThatAFeedIsEmpty() throws {
    let (articles, rejects) = try ingest("<rss><channel/></rss>", as: "feed.xml")
    #expect(articles.isEmpty)
    #expect(rejects.map(\.reason) == [.empty])
  }

  @Test(arguments: ["windows-1251", "koi8-r", "utf-8"])
  func readsTheDeclaredEncoding(label: String) throws {
    let bytes: [String: [UInt8]] = [
      "windows-1251": hexadecimal("cdeee2eef1f2e8"), "koi8-r": hexadecimal("eecfd7cfd3d4c9"),
      "utf-8": Array("Новости".utf8),
    ]
    let feed =
      Array("<?xml version='1.0' encoding='\(label)'?><rss><channel><item><title>".utf8)
      + (bytes[label] ?? []) + Array("</title></item></channel></rss>".utf8)
    #expect(try ingest(feed, as: "x").articles.map(\.title) == ["Новости"])
  }
}
