import Corpus
import Testing

@testable import Ingest

@Suite struct PageTitleTests {
  @Test(arguments: [
    ("Boats for all | Harbour Post", nil, "Boats for all"),
    ("Boats for all - Harbour Post", "Harbour Post", "Boats for all"),
    ("Harbour Post - Boats for all", "Harbour Post", "Boats for all"),
    ("Boats - cheap ones - for all | Harbour Post", "Harbour Post", "Boats - cheap ones - for all"),
    ("Boats for all", "Harbour Post", "Boats for all"),
    ("", nil, ""),
  ])
  func cutsTheSite(_ title: String, _ outlet: String?, _ expected: String) {
    #expect(PageTitle.withoutSite(title, outlet: outlet) == expected)
  }

  @Test func readsATitleTooShortToHaveASite() throws {
    #expect(try read("<title>T | S</title><p>\(prose(1))</p>").title == "T | S")
  }

  @Test func prefersTheHeadingThatThePageDeclares() throws {
    let article = try read(
      """
      <head><title>Boats for all at last | Harbour Post</title></head><body><h1>Harbour Post</h1>
      <h1>Boats for all at last</h1><p>\(prose(1))</p></body>
      """)
    #expect(article.title == "Boats for all at last")
  }
}
