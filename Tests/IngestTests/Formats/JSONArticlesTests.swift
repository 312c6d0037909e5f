import Corpus
import Testing

@testable import Ingest

@Suite struct JSONArticlesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var json: String
    var article: Article
  }

  /// What the tools of the field write, in their own keys.
  static let cases = [
    Case(
      testDescription: "the canonical keys",
      json: """
        {"id": 7, "url": "https://e.example/1", "title": "T", "authors": ["Ann Lee", "Bo Chen"],
         "date": "2019-03-27", "modified": "2019-03-28", "outlet": "The Example",
         "outlet_country": "gb", "language": "en-GB", "text": "One.\\nTwo.", "tokens": 4}
        """,
      article: Article(
        id: "7", source: Source(path: "x.json"), url: "https://e.example/1", title: "T",
        authors: ["Ann Lee", "Bo Chen"], date: CalendarDate(iso: "2019-03-27"), dateSource: .record,
        modified: CalendarDate(iso: "2019-03-28"), outlet: "The Example", outletCountry: "GB",
        language: "en", paragraphs: ["One.", "Two."])),
    Case(
      testDescription: "news-please",
      json: """
        {"authors": ["Ann Lee"], "date_publish": "2019-03-27 08:00:00", "date_modify": null,
         "language": "en", "maintext": "One.", "source_domain": "e.example", "title": "T",
         "url": "https://e.example/1", "description": "Lead"}
        """,
      article: Article(
        id: "x.json", source: Source(path: "x.json"), url: "https://e.example/1", title: "T",
        authors: ["Ann Lee"], date: CalendarDate(iso: "2019-03-27"), dateSource: .record,
        outlet: "e.example", language: "en", paragraphs: ["One."])),
    Case(
      testDescription: "trafilatura",
      json: """
        {"title": "T", "author": "Ann Lee; Bo Chen", "hostname": "e.example", "date": "2019-03-27",
         "id": null, "raw_text": "x", "text": "One.", "source": "https://e.example/1"}
        """,
      article: Article(
        id: "x.json", source: Source(path: "x.json"), title: "T", authors: ["Ann Lee", "Bo Chen"],
        date: CalendarDate(iso: "2019-03-27"), dateSource: .record, outlet: "e.example",
        paragraphs: ["One."])),
    Case(
      testDescription: "NewsAPI",
      json: """
        {"source": {"id": null, "name": "The Example"}, "author": "Ann Lee", "title": "T",
         "publishedAt": "2019-03-27T23:00:00Z", "content": "<p>One.</p><p>Two.</p>"}
        """,
      article: Article(
        id: "x.json", source: Source(path: "x.json"), title: "T", authors: ["Ann Lee"],
        date: CalendarDate(iso: "2019-03-27"), dateSource: .record, outlet: "The Example",
        paragraphs: ["One.", "Two."])),
    Case(
      testDescription: "Fundus",
      json: """
        {"title": "T", "authors": ["Ann Lee"], "publishing_date": "2019-03-27 08:00:00+01:00",
         "publisher": "The Example",
         "body": {"summary": ["Lead."], "sections": [{"headline": ["Part"], "paragraphs": ["One."]}]}}
        """,
      article: Article(
        id: "x.json", source: Source(path: "x.json"), title: "T", authors: ["Ann Lee"],
        date: CalendarDate(iso: "2019-03-27"), dateSource: .record, outlet: "The Example",
        paragraphs: ["Lead.", "Part", "One."])),
    Case(
      testDescription: "schema.org",
      json: """
        {"headline": "T", "author": [{"@type": "Person", "name": "Ann Lee"}],
         "datePublished": "2019-03", "publisher": {"name": "The Example"}, "inLanguage": "ja",
         "articleBody": "One."}
        """,
      article: Article(
        id: "x.json", source: Source(path: "x.json"), title: "T", authors: ["Ann Lee"],
        date: CalendarDate(iso: "2019-03"), dateSource: .record, outlet: "The Example",
        language: "ja", paragraphs: ["One."])),
  ]

  @Test(arguments: cases)
  func readsAliases(_ test: Case) throws {
    let (articles, rejects) = try ingest(test.json, as: "x.json")
    #expect(articles == [test.article])
    #expect(rejects.isEmpty)
  }

  @Test(arguments: [
    ("2019-03-27", "2019-03-27"), ("2019", "2019"), ("", nil), ("soon", nil), ("2019-02-30", nil),
    ("1246-01-01", nil), ("2026-06-16", "2026-06-16"), ("2026-06-17", nil), ("2199-01-01", nil),
  ])
  func refusesDatesThatNoArticleHas(text: String, date: String?) throws {
    let json = "{\"title\": \"T\", \"date\": \"\(text)\"}"
    let article = try #require(try ingest(json, as: "x.json").articles.first)
    #expect(article.date?.description == date)
    #expect((article.dateSource == nil) == (date == nil))
  }

  /// The best name that holds a date counts, not the first name.
  @Test func looksForADateThatCanBeOne() throws {
    let json = #"{"title": "T", "date": "unknown", "created": "2018-05-04", "time": "12:30"}"#
    #expect(try ingest(json, as: "x.json").articles.first?.date?.description == "2018-05-04")
  }

  @Test func cutsAListIntoItsElements() throws {
    let (articles, rejects) = try ingest(
      #"[{"title":"a, [b] \"}"}, 3, {"title":"c", "x": [{"y": "]"}]}]"#, as: "x.json")
    #expect(articles.map(\.source.description) == ["x.json#1", "x.json#28"])
    #expect(articles.map(\.title) == [#"a, [b] "}"#, "c"])
    #expect(rejects.map(\.source.description) == ["x.json#25"])
  }

  @Test(arguments: [
    (#"[{"title":"a"}, {"title":"b"#, 1, [Reject.Reason.truncated]),
    (#"[{"title":"a"}"#, 0, [.truncated]),
    (#"[{"title":"a"} {"title":"b"}, {"title":"c"}]"#, 1, [.malformed]),
    (#"[{"title":"a"}] more"#, 1, [.corrupt]),
    ("[]", 0, [.empty]),
  ])
  func saysWhatIsWrongWithAList(json: String, count: Int, reasons: [Reject.Reason]) throws {
    let (articles, rejects) = try ingest(json, as: "x.json")
    #expect(articles.count == count)
    #expect(rejects.map(\.reason) == reasons)
  }

  @Test func numbersTheArticlesOfAnAnswer() throws {
    let json = #"{"status": "ok", "articles": [{"title":"a"}, 3, {"title":"b"}]}"#
    let (articles, rejects) = try ingest(json, as: "x.json")
    #expect(articles.map(\.source.description) == ["x.json#1", "x.json#3"])
    #expect(rejects.map(\.source.description) == ["x.json#2"])
  }

  @Test func readsJSONFeed() throws {
    let json = """
      {"version": "https://jsonfeed.org/version/1.1", "title": "The Example", "language": "en",
       "authors": [{"name": "Staff"}],
       "items": [
        {"id": "a", "url": "https://e.example/a", "title": "A", "date_published": "2019-03-27T00:00:00Z",
         "content_html": "<p>One.</p><p>Two.</p>"},
        {"id": 2, "external_url": "https://e.example/b", "content_text": "Three.",
         "authors": [{"name": "Ann Lee"}]}]}
      """
    let (articles, rejects) = try ingest(json, as: "feed.json")
    #expect(rejects.isEmpty)
    #expect(articles.map(\.id) == ["a", "2"])
    #expect(articles.map(\.paragraphs) == [["One.", "Two."], ["Three."]])
    #expect(articles.map(\.authors) == [["Staff"], ["Ann Lee"]])
    #expect(articles.map(\.outlet) == ["The Example", "The Example"])
  }
}
