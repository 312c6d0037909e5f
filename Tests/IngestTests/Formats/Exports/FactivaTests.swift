import Corpus
import Testing

@testable import Ingest

@Suite struct FactivaTests {
  private static func page(_ articles: String...) -> String {
    "<!DOCTYPE html><html><head><title>Factiva</title></head><body><form><h1>Factiva</h1>"
      + articles.joined() + "<span>© 2011 Factiva</span></form></body></html>"
  }

  private static func coded(_ rows: [(String, String)]) -> String {
    let cells = rows.map { code, value in
      "<tr><td class=\"index\"><b>\(code)</b>&nbsp;</td><td>\(value)</td></tr>"
    }
    return "<div class=\"article frArticle\"><table>\(cells.joined())</table></div>"
  }

  static let whole = coded([
    ("SE", "Politique"), ("HD", "<b class='frHeadline'>Un titre </b>"), ("BY", "Par Ann Lee"),
    ("WC", "295 mots"), ("PD", "29 décembre 2011"), ("ET", "15:32"), ("SN", "L'Exemple"),
    ("SC", "EXMPL"), ("LA", "Français"), ("CY", "(c) Exemple."),
    ("LP", "<p class=\"articleParagraph\">Premier.</p><p class=\"articleParagraph\">Deuxième.</p>"),
    ("TD", "<p class=\"articleParagraph\">Troisième.</p>"), ("PUB", "Exemple SA"),
    ("AN", "<br/>Document EXMPL00020111229e7ct0001r"),
  ])

  @Test func readsCodedPages() throws {
    let (articles, rejects) = try ingest(Self.page(Self.whole), as: "x.html")
    #expect(rejects.isEmpty)
    let article = try #require(articles.first)
    #expect(article.id == "EXMPL00020111229e7ct0001r")
    #expect(article.source.offset == 1)
    #expect(article.title == "Un titre")
    #expect(article.authors == ["Ann Lee"])
    #expect(article.date?.description == "2011-12-29")
    #expect(article.outlet == "L'Exemple")
    #expect(article.language == "fr")
    #expect(article.paragraphs == ["Premier.", "Deuxième.", "Troisième."])
  }

  @Test func readsListsOfCodes() throws {
    let (articles, _) = try ingest(
      Self.page(
        """
        <dl class="article enArticle"><dt>HD</dt><dd>A title</dd><dt>PD</dt><dd>5 May 2019</dd>
        <dt>SN</dt><dd>The Example</dd><dt>LP</dt><dd><p>One.</p></dd>
        <dt>AN</dt><dd>Document E1</dd></dl>
        """), as: "x.html")
    #expect(articles.map(\.id) == ["E1"])
    #expect(articles.map(\.date?.description) == ["2019-05-05"])
    #expect(articles.map(\.language) == ["en"])
    #expect(articles.map(\.paragraphs) == [["One."]])
  }

  @Test func readsPagesWithoutCodes() throws {
    let page = Self.page(
      """
      <div id="article-E2" class="article enArticle"><p/><div>Column</div>
      <div id="hd"><span class='enHeadline'>A title</span></div><div>By Ann Lee and Bo Chen</div>
      <div>1,234 words</div><div>5 May 2019</div><div>03:32 PM</div><div>The Example</div>
      <div>EXMPL</div><div>12</div><div>English</div><div>Copyright 2019. Example Inc.</div><br/>
      <p class="articleParagraph enarticleParagraph">One.</p>
      <p class="articleParagraph enarticleParagraph">Two <b>and</b>
      three.</p><p>Document EXMPL00020190505ef550001</p></div>
      """)
    let (articles, rejects) = try ingest(page, as: "x.html")
    #expect(rejects.isEmpty)
    let article = try #require(articles.first)
    #expect(article.id == "EXMPL00020190505ef550001")
    #expect(article.title == "A title")
    #expect(article.authors == ["Ann Lee", "Bo Chen"])
    #expect(article.date?.description == "2019-05-05")
    #expect(article.outlet == "The Example")
    #expect(article.language == "en")
    #expect(article.paragraphs == ["One.", "Two and three."])
  }

  @Test func rejectsWhatIsNoArticle() throws {
    let bare = Self.coded([("HD", "Titre seul"), ("SN", "L'Exemple"), ("AN", "Document E3")])
    let empty = Self.coded([("SN", "L'Exemple"), ("AN", "Document E4")])
    let torn = "<div class=\"article frArticle\"><table><tr><td>HD</td><td>Cou"
    let (articles, rejects) = try ingest(
      "<html><head><title>Factiva</title></head><body>\(Self.whole)\(bare)\(empty)\(torn)",
      as: "x.html")
    #expect(articles.map(\.title) == ["Un titre", "Titre seul"])
    #expect(articles.map { $0.date == nil } == [false, true])
    #expect(rejects.map(\.source.offset) == [3, 4])
    #expect(rejects.map(\.reason) == [.noText, .truncated])
  }

  static let xml = """
    <?xml version="1.0"?><PPSResponse><ppsArticleResponse xmlns="http://global.factiva.com/pps/2.0">
    <ppsarticleResultSet count="2"><ppsarticle><article><accessionNo>E5</accessionNo>
    <baseLanguage>EN</baseLanguage><copyright>(c) 2012</copyright>
    <byline>By Ann Lee</byline>
    <headline><paragraph><hlt>A</hlt> title</paragraph></headline>
    <leadParagraph><paragraph display="Proportional">One
    goes on.</paragraph></leadParagraph><publicationDate><dateTime>2012-01-09T01:35:58Z</dateTime>
    </publicationDate><sourceName>The Example</sourceName><region code="x"><name>Y</name></region>
    <tailParagraphs><paragraph display="Fixed">Two.
    Three.</paragraph></tailParagraphs><wordCount>942</wordCount></article></ppsarticle>
    """

  @Test func readsXML() throws {
    let (articles, rejects) = try ingest(
      Self.xml + "</ppsarticleResultSet></ppsArticleResponse></PPSResponse>", as: "x.xml")
    #expect(rejects.isEmpty)
    let article = try #require(articles.first)
    #expect(article.id == "E5")
    #expect(article.title == "A title")
    #expect(article.authors == ["Ann Lee"])
    #expect(article.date?.description == "2012-01-09")
    #expect(article.outlet == "The Example")
    #expect(article.language == "en")
    #expect(article.paragraphs == ["One goes on.", "Two.", "Three."])
  }

  @Test func rejectsTornXML() throws {
    let torn = Self.xml + "<ppsarticle><article><accessionNo>E6</accessionNo><headline>Cut"
    let (articles, rejects) = try ingest(torn, as: "x.xml")
    #expect(articles.map(\.id) == ["E5"])
    #expect(rejects.map(\.reason) == [.truncated])
  }
}
