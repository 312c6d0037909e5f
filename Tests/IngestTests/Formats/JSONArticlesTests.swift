import Corpus
import Testing

@testable import Ingest

@Suite struct JSONArticlesTests {
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
