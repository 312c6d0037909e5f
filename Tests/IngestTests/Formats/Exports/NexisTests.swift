import Corpus
import Testing

@testable import Ingest

@Suite struct NexisTests {
  static let text = """
    Download Request: Selected Items: 1-2
    Terms: (anything)

                                   1 of 2 DOCUMENTS

                                  The Example (London)

                            January 11, 2010 Monday
                                   Edition 1;
                                    Scotland

    A title that goes on
    over two lines

    BYLINE: BY ANN LEE (now), Bo Chen (earlier); Cy Day contributed reporting from Nowhere.

    SECTION: NEWS; Pg. 6

    LENGTH: 40 words

    HIGHLIGHT: What the article is about.

    The first paragraph is broken at a width as a program does it, and so its
    lines are joined again into one that is long.

    UPDATE: this is said in the text. SOURCE: the text, too, and it goes on for a
    line.

    SUBJECT: TRADE (90%); FORESTS (88%)

    LOAD-DATE: January 12, 2010

    LANGUAGE: ENGLISH; ENGLISHS

    CORRECTION-DATE: January 14, 2010

    CORRECTION: The first paragraph was wrong.

                            Copyright 2010 Example Ltd.
                              All Rights Reserved

                                   2 of 2 DOCUMENTS

                           Copyright 2001 Example Ltd.
                               Das Beispiel

                              11. März 2010 Donnerstag

    Ein Titel

    LÄNGE: 12 Wörter

    Ein Satz.

    SPRACHE: GERMAN; DEUTSCH
    """

  @Test func readsText() throws {
    let (articles, rejects) = try ingest(Self.text, as: "x.TXT")
    #expect(rejects.isEmpty)
    try #require(articles.count == 2)
    let first = articles[0]
    #expect(first.source.description == "x.TXT#1")
    #expect(first.title == "A title that goes on over two lines")
    #expect(first.outlet == "The Example (London)")
    #expect(first.authors == ["ANN LEE", "Bo Chen"])
    #expect(first.date?.description == "2010-01-11")
    #expect(first.modified?.description == "2010-01-14")
    #expect(first.language == "en")
    #expect(
      first.paragraphs == [
        "What the article is about.",
        "The first paragraph is broken at a width as a program does it, and so its lines are joined "
          + "again into one that is long.",
        "UPDATE: this is said in the text. SOURCE: the text, too, and it goes on for a line.",
      ])
    let second = articles[1]
    #expect(second.id == "x.TXT#2")
    #expect(second.outlet == "Das Beispiel")
    #expect(second.date?.description == "2010-03-11")
    #expect(second.language == "de")
    #expect(second.title == "Ein Titel")
    #expect(second.paragraphs == ["Ein Satz."])
  }

  @Test(arguments: [
    ("3 avril 2013 mercredi", "2013-04-03"), ("Donnerstag 2. Mai 2013", "2013-05-02"),
    ("2 de mayo de 2013 jueves", "2013-05-02"), ("2 maggio 2013 giovedì", "2013-05-02"),
    ("2 de maio de 2013 quinta-feira", "2013-05-02"), ("2 mei 2013 donderdag", "2013-05-02"),
    ("May 2013", "2013-05"), ("July 1, 2019 Monday 9:20 AM GMT", "2019-07-01"),
  ])
  func readsDates(line: String, day: String) throws {
    let text =
      "1 of 1 DOCUMENTS\n\nThe Example\n\n\(line)\n\nTitle\n\nLENGTH: 2 words\n\nSome text.\n"
    let (articles, _) = try ingest(text, as: "x.txt")
    #expect(articles.map(\.date?.description) == [day])
    #expect(articles.map(\.title) == ["Title"])
    #expect(articles.map(\.paragraphs) == [["Some text."]])
  }

  private static func page(_ number: Int, _ fields: String) -> String {
    """
    <A NAME="DOC_ID_0_\(number)"></A><!-- Hide XML section from browser
    <DOC NUMBER=\(number)><DOCFULL> -->
    <BR><DIV CLASS="c0"><P CLASS="c1"><SPAN CLASS="c2">\(number) of 2 DOCUMENTS</SPAN></P></DIV>
    \(fields)<!-- Hide XML section from browser </DOCFULL></DOC> -->
    """
  }

  private static func field(_ label: String, _ value: String) -> String {
    "<BR><DIV CLASS=\"c5\"><P CLASS=\"c6\"><SPAN CLASS=\"c8\">\(label)</SPAN>"
      + "<SPAN CLASS=\"c2\">\(value)</SPAN></P></DIV>\n"
  }

  static let whole = page(
    1,
    field("", "The Example") + field("March", " 28, 2013, Thursday<BR>Correction Appended")
      + field("", "First part;<BR>Second part") + field("AUTEUR: ", "Ann Lee")
      + field("LONGUEUR: ", "143 mots")
        + """
        <DIV CLASS="c5"><P CLASS="c9"><SPAN CLASS="c2">One <SPAN CLASS="c4">marked</SPAN>
        word.</SPAN></P><P CLASS="c9">A list:<BR>&nbsp;<BR>Item.</P></DIV>
        """ + field("DATE-CHARGEMENT: ", "13 March 2013") + field("LANGUE: ", "FRENCH; FRANÇAIS")
      + field("", "Copyright 2013 Example<BR>Tous Droits Réservés"))

  @Test func readsPages() throws {
    let (articles, rejects) = try ingest(
      "<HTML><HEAD><TITLE>&nbsp;</TITLE></HEAD><BODY><P>Terms: x</P>\(Self.whole)</BODY></HTML>",
      as: "x.html")
    #expect(rejects.isEmpty)
    let article = try #require(articles.first)
    #expect(article.source.description == "x.html#1")
    #expect(article.title == "First part; Second part")
    #expect(article.outlet == "The Example")
    #expect(article.authors == ["Ann Lee"])
    #expect(article.date?.description == "2013-03-28")
    #expect(article.language == "fr")
    #expect(article.paragraphs == ["One marked word.", "A list:", "Item."])
  }

  /// An article that breaks off is none; a notice in the place of one is none.
  @Test func rejectsWhatIsNoArticle() throws {
    let cut = Self.page(2, Self.field("", "The Example") + Self.field("", "March 29, 2013"))
    let torn = try ingest("<HTML><BODY>\(Self.whole)\(cut)<P>Title</P><P>A sen", as: "x.html")
    #expect(torn.articles.map(\.source.offset) == [1])
    #expect(torn.rejects.map(\.reason) == [.truncated])
    #expect(torn.rejects.map(\.source.offset) == [2])
    let notice =
      "<A NAME=\"DOC_ID_2_0\"></A><P>We are sorry but there is an error.</P></BODY></HTML>"
    let sorry = try ingest("<HTML><BODY>\(Self.whole)\(notice)", as: "x.html")
    #expect(sorry.articles.count == 1)
    #expect(sorry.rejects.map(\.reason) == [.noText])
  }

  @Test func readsArticlesWithoutDateOrText() throws {
    let end = "\n\nLOAD-DATE: May 3, 2013\n\nCopyright 2013 Example\nAll Rights Reserved\n"
    let undated =
      "1 of 2 DOCUMENTS\n\nThe Example\n\nA title\n\nLENGTH: 2 words\n\nSome text." + end
    let bare =
      "2 of 2 DOCUMENTS\n\nThe Example\n\nMay 2, 2013\n\nBare title\n\nLENGTH: 0 words" + end
    let (articles, rejects) = try ingest(undated + "\n" + bare, as: "x.txt")
    #expect(rejects.isEmpty)
    #expect(articles.map(\.date?.description) == [nil, "2013-05-02"])
    #expect(articles.map(\.title) == ["A title", "Bare title"])
    #expect(articles.map(\.outlet) == ["The Example", "The Example"])
    #expect(articles.map(\.paragraphs) == [["Some text."], []])
  }

  static let paragraphs = [
    "Date and Time: Friday, 5. July 2019", "Job Number: 1", "Documents (2)", "1. First title",
    "Client/Matter: -None-", "Search Terms: x", "First title", "The Example (London)",
    "July 1, 2019 Monday 9:20 AM GMT", "|Copyright 2019 Example Inc. All Rights Reserved", "|",
    "Section:\u{A0}NEWS; Version:28", "Updated: July 3, 2019", "Length:\u{A0}355 words",
    "Byline:\u{A0}Ann Lee", "Body", "",
    "One.", "Source: the text.", "Classification", "Language:\u{A0}ENGLISH",
    "|Publication-Type:\u{A0}Newspaper", "|Load-Date:\u{A0}July 4, 2019", "|End of Document",
    "Second title", "The Example", "2. Juli 2019 Dienstag", "Length:\u{A0}3 words", "Body", "Two.",
    "|End of Document", "",
  ]

  @Test(arguments: ["x.txt", "x.text", "x.xml", "x.DOCX", "x"])
  func readsNexisUni(name: String) throws {
    let content =
      switch name {
      case "x.txt": Array(Self.plain(Self.paragraphs).utf8)
      case "x.text": Array(Self.dense(Self.paragraphs).utf8)
      case "x.xml": Array(Self.word(Self.paragraphs).utf8)
      default: Self.document(Self.word(Self.paragraphs))
      }
    let (articles, rejects) = try ingest(content, as: name)
    #expect(rejects.isEmpty)
    try #require(articles.count == 2)
    #expect(articles.map(\.title) == ["First title", "Second title"])
    #expect(articles.map(\.outlet) == ["The Example (London)", "The Example"])
    #expect(articles.map(\.authors) == [["Ann Lee"], []])
    #expect(articles.map(\.date?.description) == ["2019-07-01", "2019-07-02"])
    #expect(articles.map(\.language) == ["en", nil])
    #expect(articles.map(\.paragraphs) == [["One.", "Source: the text."], ["Two."]])
  }

  @Test func rejectsOtherWordDocumentsAndTornOnes() throws {
    let letter = try ingest(Self.word(["Dear reader,", "Body", "is a word."]), as: "x.xml")
    #expect(letter.articles.isEmpty)
    #expect(letter.rejects.map(\.reason) == [.unknownFormat])
    let torn = try ingest(Self.word(Array(Self.paragraphs.dropLast(2))), as: "x.xml")
    #expect(torn.articles.map(\.title) == ["First title"])
    #expect(torn.rejects.map(\.reason) == [.truncated])
  }

  @Test func rejectsOtherOfficeDocuments() throws {
    let letter = try ingest(Self.document(Self.word(["Dear reader,"])), as: "letter.docx")
    #expect(letter.rejects.map(\.reason) == [.unknownFormat])
    let empty = try ingest(ZipFixture.zip([.init("[Content_Types].xml", "<a/>")]), as: "x.docx")
    #expect(empty.rejects.map(\.reason) == [.unknownFormat])
    let table = try ingest(
      ZipFixture.zip([.init("[Content_Types].xml", "<a/>"), .init("xl/a.xml", "")]), as: "x.xlsx")
    #expect(table.rejects.map(\.reason) == [.unknownFormat])
    let torn = try ingest(
      Array(Self.document(Self.word(Self.paragraphs)).dropLast(900)), as: "x.docx")
    #expect(torn.articles.isEmpty)
    #expect(torn.rejects.count == 1)
    var damaged = ZipFixture.Member("word/document.xml", Self.word(Self.paragraphs))
    damaged.isDamaged = true
    let flipped = try ingest(ZipFixture.zip([.init("_rels/.rels", "<a/>"), damaged]), as: "x")
    #expect(flipped.articles.isEmpty)
    #expect(flipped.rejects.map(\.reason) == [.corrupt])
    #expect(letter.articles.isEmpty && empty.articles.isEmpty && table.articles.isEmpty)
  }

  /// A Word document with that text.
  private static func document(_ xml: String) -> [UInt8] {
    ZipFixture.zip([
      .init("[Content_Types].xml", "<Types/>"), .init("word/styles.xml", "<w:styles/>"),
      .init("word/document.xml", xml),
    ])
  }

  /// As text in which blank lines part the sections only.
  private static func dense(_ paragraphs: [String]) -> String {
    let sections: Set = ["First title", "Date and Time", "Body", "Copyright", "Section"]
    return paragraphs.map { text in
      let isStart = sections.contains { text.hasPrefix($0) || text.hasPrefix("|" + $0) }
      return (isStart ? "\n\n" : "\n") + text.replacing("|", with: "\n")
    }.joined()
  }

  private static func plain(_ paragraphs: [String]) -> String {
    paragraphs.map { $0.replacing("|", with: "\n") }.joined(separator: "\n\n")
  }

  /// The paragraphs as Word writes them; `|` is a line break.
  static func word(_ paragraphs: [String]) -> String {
    let body = paragraphs.map { text in
      "<w:p><w:pPr><w:b/></w:pPr><w:r><w:t xml:space=\"preserve\">"
        + text.replacing("|", with: "</w:t><w:br/><w:t>") + "</w:t></w:r></w:p>"
    }
    let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"\(namespace)\"><w:body>"
      + body.joined() + "</w:body></w:document>"
  }
}
