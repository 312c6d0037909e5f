import Corpus
import Testing

@testable import Ingest

@Suite struct EuropresseTests {
  private static func new(_ header: String, _ text: String, number: String) -> String {
    """
    <article><header><img src="x.gif"/>
    <div><span class="DocPublicationName">L'Exemple, no. 43018   </span></div>
    <div><span class="DocHeader">Économie, mardi 14 mars 2006, p. 16</span></div>\(header)</header>
    <section><div class="DocText clearfix"><div class='docOcurrContainer'>\(text)</div></div></section>
    <aside><div><b>Note(s) : </b><p>Une note.</p></div></aside>
    <footer><small>© 2006 Exemple. Tous droits réservés.</small>
    <p>Numéro de document : \(number)</p><div><span class="txtCertificat">Le présent document est
    protégé.</span></div></footer></article>
    """
  }

  static let first = new(
    """
    <div><p>MÉDIAS</p></div><div class="titreArticle"><p class="sm-margin-bottom">Surtitre</p>
    <p class="sm-margin-TopNews titreArticleVisu rdp__articletitle">Un titre</p>
    <p class="rdp__subtitle">Un sous-titre.</p></div><div>Ann Lee ; Bo Chen</div>
    """, "<p>Un <mark>mot</mark>.</p><p> Deux.</p>", number: "news·20060314·EX·1")

  static let second = new(
    "<div class=\"titreArticle\"><p class=\"titreArticleVisu\">Autre titre</p></div>",
    "<p>Trois.</p>", number: "news·20060314·EX·2")

  @Test func readsArticles() throws {
    let (articles, rejects) = try ingest(
      "<!DOCTYPE html><html><body>\(Self.first)\(Self.second)</body></html>", as: "x.HTML")
    #expect(rejects.isEmpty)
    try #require(articles.count == 2)
    #expect(articles.map(\.id) == ["news·20060314·EX·1", "news·20060314·EX·2"])
    #expect(articles.map(\.source.offset) == [1, 2])
    #expect(articles.map(\.title) == ["Un titre", "Autre titre"])
    #expect(articles.map(\.authors) == [["Ann Lee", "Bo Chen"], []])
    #expect(articles.map(\.date?.description) == ["2006-03-14", "2006-03-14"])
    #expect(articles.map(\.outlet) == ["L'Exemple", "L'Exemple"])
    #expect(articles[0].paragraphs == ["Un sous-titre.", "Un mot.", "Deux."])
    #expect(articles[1].paragraphs == ["Trois."])
  }

  private static func old(_ head: String, _ text: String) -> String {
    """
    <p><br><br><table><tr><td><span class="DocPublicationName">L'Exemple</span><br>\(head)<br><br>
    \(text)<p></p><b><i>© 2012 Exemple. Tous droits réservés.</i></b><p></p>Numéro de document :
    news·20121004·EX·3<br><table><tr><td>news·20121004·EX·3</td></tr><tr><td>Ce certificat est émis
    à X.</td></tr></table></td></tr></table>
    """
  }

  @Test func readsOlderPages() throws {
    let dated = """
      <span class="DocHeader">Politique, </span><span class="DocHeader">jeudi </span><span
      class="DocHeader">4 octobre 2012</span><span class="DocHeader">, p. 03</span>
      """
    let title = "<span class=\"TitreArticleVisu\">Un <span>titre</span></span><br><br>"
    let named = Self.old(dated, title + "Ann Lee<br><p></p><font>Un texte.</font><p></p>Deux.")
    let unnamed = Self.old("", title + "Un texte, sans auteur.<p></p>Deux.")
    // Declared in an encoding that it is not in, as these files are.
    let page = "<html><meta charset=ISO-8859-1><body>\(named)\(unnamed)</body></html>"
    let (articles, rejects) = try ingest(page, as: "x.html")
    #expect(rejects.isEmpty)
    try #require(articles.count == 2)
    #expect(articles.map(\.title) == ["Un titre", "Un titre"])
    #expect(articles.map(\.authors) == [["Ann Lee"], []])
    // Without a date of its own, the article has that of its number.
    #expect(articles.map(\.date?.description) == ["2012-10-04", "2012-10-04"])
    #expect(articles[0].paragraphs == ["Un texte.", "Deux."])
    #expect(articles[1].paragraphs == ["Un texte, sans auteur.", "Deux."])
  }

  @Test func rejectsTornPages() throws {
    let torn = "<html><body>\(Self.first)\(Self.second.prefix(520))"
    let (articles, rejects) = try ingest(torn, as: "x.html")
    #expect(articles.map(\.title) == ["Un titre"])
    #expect(rejects.map(\.reason) == [.truncated])
    #expect(rejects.map(\.source.offset) == [2])
  }

  /// Found by mutation: an element that is not closed holds the next article.
  @Test func readsWhatAnOpenElementHolds() throws {
    let open = Self.first.replacing("43018   </span>", with: "43018")
    let (articles, _) = try ingest("<html><body>\(open)\(Self.second)</body></html>", as: "x.html")
    #expect(!articles.isEmpty)
  }

  /// A page that names a database is a page.
  @Test func leavesOtherPagesAlone() throws {
    let text = String(repeating: "A sentence of the story that is told here, at length. ", count: 9)
    let page = """
      <html><head><title>Factiva and DOC_ID_ and DocPublicationName</title></head><body>
      <article><h1>The headline</h1><p>\(text)</p><p>\(text)</p></article></body></html>
      """
    let (articles, _) = try ingest(page, as: "x.html")
    #expect(articles.map(\.source.offset) == [nil])
    #expect(articles.first?.paragraphs.last?.hasPrefix("A sentence") == true)
  }
}
