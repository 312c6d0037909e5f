import Corpus
import Testing

@testable import Ingest

@Suite struct ProQuestTests {
  static let record = """
    <RECORD><Version>Global_Schema</Version><GOID>123456</GOID>
    <DFS><PubFrosting><Title>The Example (1901-current)</Title></PubFrosting></DFS>
    <Obj><TitleAtt><Title>A title</Title></TitleAtt><NumericDate>2010-05-01</NumericDate>
    <AlphaDate>May 1, 2010</AlphaDate><Language><RawLang>English</RawLang></Language>
    <Contributors><Contributor ContribRole="Author" ContribOrder="1"><Author><LastNameAtt>
    <LastName>Lee</LastName></LastNameAtt><FirstNameAtt><FirstName>Ann</FirstName></FirstNameAtt>
    </Author></Contributor><Contributor ContribRole="Author"><Author><OriginalFormAtt>
    <OriginalForm>Chen, Bo</OriginalForm></OriginalFormAtt></Author></Contributor>
    <Contributor ContribRole="Illustrator"><LastName>Other</LastName></Contributor></Contributors>
    <Abstract><AbsText>Short.</AbsText></Abstract></Obj>
    <TextInfo><Text HTMLContent="true" WordCount="3">&lt;html&gt;&lt;body&gt;&lt;p&gt;One.&lt;/p&gt;
    &lt;p&gt;Two &amp;amp; three.&lt;/p&gt;&lt;/body&gt;&lt;/html&gt;</Text></TextInfo></RECORD>
    """

  @Test func readsMinedRecords() throws {
    let (articles, rejects) = try ingest(Self.record, as: "123456.xml")
    #expect(rejects.isEmpty)
    let article = try #require(articles.first)
    #expect(article.id == "123456")
    #expect(article.source.offset == nil)
    #expect(article.title == "A title")
    #expect(article.authors == ["Ann Lee", "Bo Chen"])
    #expect(article.date?.description == "2010-05-01")
    #expect(article.outlet == "The Example")
    #expect(article.language == "en")
    #expect(article.paragraphs == ["One.", "Two & three."])
  }

  @Test func readsAbstractsAndMonthsOfSeveralRecords() throws {
    let monthly = Self.record.replacing("May 1, 2010", with: "May 2010")
      .replacing(/<TextInfo>.*<\/TextInfo>/.dotMatchesNewlines(), with: "")
    let (articles, _) = try ingest(
      "<RECORDS>\(Self.record)\(monthly)</RECORDS>", as: "x.xml")
    #expect(articles.map(\.source.offset) == [1, 2])
    #expect(articles.map(\.date?.description) == ["2010-05-01", "2010-05"])
    #expect(articles.map(\.paragraphs) == [["One.", "Two & three."], ["Short."]])
  }

  static let historical = """
    <?xml version="1.0" encoding="UTF-8"?><Record><Version>1</Version><RecordID>475043769</RecordID>
    <RecordTitle>A TITLE</RecordTitle><Publication><PublicationID>1</PublicationID>
    <Title>The Example (1901-1959)</Title><Qualifier>Example, Nowhere</Qualifier></Publication>
    <AlphaPubDate>Apr 27, 1910</AlphaPubDate><NumericPubDate>19100427</NumericPubDate>
    <ObjectType>Article</ObjectType><Contributor><ContribRole>Author</ContribRole>
    <OriginalForm>ANN LEE</OriginalForm></Contributor><LanguageCode>ENG</LanguageCode>
    <URLDocView>http://example.org/1</URLDocView><FullText>One. Two.</FullText></Record>
    """

  @Test func readsHistoricalRecords() throws {
    let (articles, rejects) = try ingest(Self.historical, as: "475043769.xml")
    #expect(rejects.isEmpty)
    let article = try #require(articles.first)
    #expect(article.id == "475043769")
    #expect(article.url == "http://example.org/1")
    #expect(article.title == "A TITLE")
    #expect(article.authors == ["ANN LEE"])
    #expect(article.date?.description == "1910-04-27")
    #expect(article.outlet == "The Example")
    #expect(article.language == "en")
    #expect(article.paragraphs == ["One. Two."])
  }

  @Test func rejectsTornRecords() throws {
    for whole in [Self.record, Self.historical] {
      let (articles, rejects) = try ingest(String(whole.dropLast(40)), as: "x.xml")
      #expect(articles.isEmpty)
      #expect(rejects.map(\.reason) == [.truncated])
    }
  }
}
