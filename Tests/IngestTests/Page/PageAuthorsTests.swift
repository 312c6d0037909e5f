import Corpus
import Testing

@testable import Ingest

@Suite struct PageAuthorsTests {
  private func authors(head: String = "", top: String = "", bottom: String = "") throws -> [String]
  {
    try read(
      "<html><head>\(head)</head><body><article><h1>A headline of the day</h1>\(top)"
        + (1...4).map { "<p>\(prose($0))</p>" }.joined() + "\(bottom)</article></body></html>"
    ).authors
  }

  @Test func readsAllLinksOfAByline() throws {
    let byline = "<div class=byline><a href=/a>Ann Lee</a> and <a href=/b>Bo Chen</a></div>"
    #expect(try authors(top: byline) == ["Ann Lee", "Bo Chen"])
  }

  @Test func takesNoButtonForAPerson() throws {
    let byline =
      "<div class=byline>By Ann Lee<br>, <button>Show more sharing options</button></div>"
    #expect(try authors(top: byline) == ["Ann Lee"])
  }

  @Test func believesThePrintedBylineOverWhoeverPutThePageOnLine() throws {
    let declared = "<meta name=author content=\"Cy Dow\">"
    #expect(
      try authors(head: declared, top: "<p>By Ann Lee and Bo Chen</p>") == ["Ann Lee", "Bo Chen"])
    #expect(try authors(head: declared, top: "<p>By Dow, for the Post</p>") == ["Cy Dow"])
    #expect(try authors(head: declared, top: "<figcaption>By Ann Lee</figcaption>") == ["Cy Dow"])
  }

  @Test func readsLinksToThePagesOfPeople() throws {
    #expect(try authors(top: "<p><a href=/authors/ann-lee>Ann Lee</a></p>") == ["Ann Lee"])
    #expect(try authors(top: "<p><a href=/topics/harbour>Harbour Town</a></p>") == [])
  }

  @Test func readsANameBelowItsHeading() throws {
    #expect(try authors(top: "<div><h3>Author</h3><p>Ann Lee</p></div>") == ["Ann Lee"])
  }

  @Test func readsABoxBelowTheBody() throws {
    let box =
      "<div class=author-box><div><div>Ann Lee</div><p>She sails, and writes of it.</p></div></div>"
    #expect(try authors(bottom: box) == ["Ann Lee"])
  }

  @Test func namesThePersonThatASiteIsNamedFor() throws {
    func head(_ name: String) -> String {
      "<meta property=og:site_name content=\"\(name)\"><meta name=author content=\"\(name)\">"
    }
    #expect(try authors(head: head("Ann Lee")) == ["Ann Lee"])
    #expect(try authors(head: head("Harbour News")) == [])
  }

  @Test func readsMetaThatSaysValue() throws {
    #expect(try authors(head: "<meta name=author value=\"Ann Lee\">") == ["Ann Lee"])
  }

  @Test(arguments: [
    "<![CDATA[ {\"@type\":\"NewsArticle\",\"author\":[{\"name\":\"Ann Lee\"}]} ]]>",
    "{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;author&quot;:&quot;Ann Lee&quot;}",
    "[{\"@type\":\"VideoObject\",\"author\":\"Cy Dow\"},{\"@type\":\"Article\",\"author\":\"Ann Lee\"}]",
  ])
  func readsLinkedData(_ data: String) throws {
    #expect(
      try authors(head: "<script type=application/ld+json>\(data)</script>") == ["Ann Lee"])
  }
}
