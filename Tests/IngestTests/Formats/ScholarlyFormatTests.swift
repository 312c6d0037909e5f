import Corpus
import Testing

@testable import Ingest

@Suite struct ScholarlyFormatTests {
  static let journal = """
    <article xmlns:xlink="http://www.w3.org/1999/xlink" xml:lang="en" article-type="news"><front>
    <journal-meta><journal-title-group><journal-title>The Example Journal</journal-title>
    </journal-title-group></journal-meta>
    <article-meta><article-id pub-id-type="pmid">7</article-id>
    <article-id pub-id-type="doi">10.1000/1</article-id>
    <title-group><article-title>A <italic>title</italic><xref><sup>*</sup></xref></article-title>
    </title-group>
    <contrib-group><contrib contrib-type="author"><name><surname>Lee</surname>
    <given-names>Ann</given-names></name><xref ref-type="aff">1</xref></contrib>
    <contrib contrib-type="author"><name name-style="eastern"><surname>Chen</surname>
    <given-names>Bo</given-names></name></contrib>
    <contrib contrib-type="editor"><name><surname>Other</surname></name></contrib></contrib-group>
    <pub-date pub-type="collection"><year>2010</year></pub-date>
    <pub-date pub-type="ppub"><month>6</month><year>2010</year></pub-date>
    <pub-date pub-type="epub"><day>3</day><month>5</month><year>2010</year></pub-date>
    <pub-date pub-type="pmc-release"><day>1</day><month>1</month><year>2009</year></pub-date>
    <pub-date date-type="corrected"><day>9</day><month>8</month><year>2010</year></pub-date>
    <self-uri xlink:href="https://example.org/1"/>
    <abstract><title>Abstract</title><p>In short.</p></abstract></article-meta></front>
    <body><sec><label>1</label><title>Part</title><p>One<sup><xref>2</xref></sup> m<sup>2</sup>
    <fig><caption><p>A figure</p></caption></fig>.</p><table-wrap><p>3</p></table-wrap>
    <list><list-item><p>Item.</p></list-item></list></sec></body>
    <back><ref-list><ref>Reference</ref></ref-list></back></article>
    """

  @Test func readsJATS() throws {
    let (articles, rejects) = try ingest(Self.journal, as: "x.xml")
    #expect(rejects.isEmpty)
    let article = try #require(articles.first)
    #expect(article.id == "10.1000/1")
    #expect(article.url == "https://example.org/1")
    #expect(article.title == "A title")
    #expect(article.authors == ["Ann Lee", "Chen Bo"])
    #expect(article.date?.description == "2010-05-03")
    #expect(article.modified?.description == "2010-08-09")
    #expect(article.outlet == "The Example Journal")
    #expect(article.language == "en")
    #expect(article.paragraphs == ["Abstract", "In short.", "Part", "One m2 .", "Item."])
  }

  @Test func readsSetsOfJATSAndRejectsTornOnes() throws {
    let set = try ingest(
      "<pmc-articleset>\(Self.journal)\(Self.journal)</pmc-articleset>", as: "x.xml")
    #expect(set.articles.map(\.source.offset) == [1, 2])
    let torn = try ingest(
      "<pmc-articleset>\(Self.journal)\(Self.journal.dropLast(90))", as: "x.xml")
    #expect(torn.articles.count == 1)
    #expect(torn.rejects.map(\.reason) == [.truncated])
    let alone = try ingest(String(Self.journal.dropLast(90)), as: "x.xml")
    #expect(alone.articles.isEmpty)
    #expect(alone.rejects.map(\.reason) == [.truncated])
  }

  static let text = """
    <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="t1"><teiHeader><fileDesc>
    <titleStmt><title type="sub">Below</title><title type="main">A title</title>
    <author><persName><forename>Ann</forename> <surname>Lee</surname></persName></author>
    <author>Bo Chen</author></titleStmt>
    <publicationStmt><publisher>Encoders</publisher><date when="2016-01-01"/></publicationStmt>
    <sourceDesc><biblStruct><monogr><title level="j">The Example</title>
    <imprint><date when="1912-03">March 1912</date></imprint></monogr></biblStruct></sourceDesc>
    </fileDesc><profileDesc><langUsage><language ident="de"/></langUsage></profileDesc></teiHeader>
    <text><front><p>Not the body.</p></front><body><div><head>Head</head><p>An ex<lb break="no"/>ample
    of<lb/>lines<note>A note.</note>.</p><lg><l>A verse</l><l>and another</l></lg>
    <p><choice><sic>eror</sic><corr>error</corr></choice> <abbr>e.g.</abbr></p></div></body></text>
    </TEI>
    """

  @Test func readsTEI() throws {
    let (articles, rejects) = try ingest(Self.text, as: "x.xml")
    #expect(rejects.isEmpty)
    let article = try #require(articles.first)
    #expect(article.id == "t1")
    #expect(article.title == "A title")
    #expect(article.authors == ["Ann Lee", "Bo Chen"])
    #expect(article.date?.description == "1912-03")
    #expect(article.outlet == "The Example")
    #expect(article.language == "de")
    #expect(
      article.paragraphs == [
        "Head", "An example of lines.", "A verse", "and another", "error e.g.",
      ])
  }

  @Test func readsCorporaOfTEIAndRejectsTornOnes() throws {
    let head = "<teiCorpus xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader/>"
    let corpus = try ingest("\(head)\(Self.text)\(Self.text)</teiCorpus>", as: "x.xml")
    #expect(corpus.articles.map(\.source.offset) == [1, 2])
    let torn = try ingest("\(head)\(Self.text)\(Self.text.dropLast(50))", as: "x.xml")
    #expect(torn.articles.count == 1)
    #expect(torn.rejects.map(\.reason) == [.truncated])
  }

  @Test func readsIssuesOfTEI() throws {
    let divisions = """
      <div type="page"><div type="article" xml:id="a1"><head>First title</head>
      <byline>By Ann Lee</byline><p>One.</p></div><div type="advertisement"><p>Buy.</p></div>
      <div type="article"><p>Two.</p><div type="article"><p>Three.</p></div></div></div>
      """
    let issue = Self.text.replacing(/<body>.*<\/body>/.dotMatchesNewlines()) { _ in
      "<body>\(divisions)</body>"
    }
    let (articles, rejects) = try ingest(issue, as: "x.xml")
    #expect(rejects.isEmpty)
    #expect(articles.map(\.id) == ["a1", "x.xml#2"])
    #expect(articles.map(\.title) == ["First title", ""])
    #expect(articles.map(\.authors) == [["Ann Lee"], []])
    #expect(articles.map(\.date?.description) == ["1912-03", "1912-03"])
    #expect(articles.map(\.outlet) == ["The Example", "The Example"])
    #expect(articles.map(\.paragraphs) == [["One."], ["Two.", "Three."]])
  }

  /// A page may begin with `<article>`, and is none of a journal's.
  @Test func leavesPagesAlone() throws {
    let text = String(repeating: "A sentence of the story that is told here, at length. ", count: 9)
    let (articles, _) = try ingest(
      "<article><h1>The headline</h1><p>\(text)</p><p>\(text)</p></article>", as: "x.html")
    #expect(articles.map(\.title) == ["The headline"])
  }
}
