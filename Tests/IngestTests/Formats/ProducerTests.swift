import Corpus
import Testing

@testable import Ingest

/// What the tools of the field write, in their own keys, and what is read of it.
@Suite struct ProducerTests {
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
        {"authors": ["Ann Lee"], "date_publish": "2019-03-27 08:00:00", "date_modify": "None", "date_download": "2020-01-02 03:04:05", "text": null,
         "language": "en", "maintext": "One.", "source_domain": "e.example", "title": "T",
         "title_page": "T - E", "title_rss": null, "url": "https://e.example/1", "description": "Lead"}
        """,
      article: Article(
        id: "x.json", source: Source(path: "x.json"), url: "https://e.example/1", title: "T",
        authors: ["Ann Lee"], date: CalendarDate(iso: "2019-03-27"), dateSource: .record,
        outlet: "e.example", language: "en", paragraphs: ["One."])),
    Case(
      testDescription: "trafilatura",
      json: """
        {"title": "T", "author": "Ann Lee; Bo Chen", "hostname": "e.example", "date": "2019-03-27",
         "id": null, "fingerprint": "f", "filedate": "2024-01-02", "raw_text": "x", "text": "One.",
         "excerpt": "Lead", "categories": "a;b", "tags": "", "language": null,
         "source": "https://e.example/1"}
        """,
      article: Article(
        id: "x.json", source: Source(path: "x.json"), url: "https://e.example/1", title: "T",
        authors: ["Ann Lee", "Bo Chen"], date: CalendarDate(iso: "2019-03-27"),
        dateSource: .record, outlet: "e.example", tags: ["a", "b"], paragraphs: ["One."])),
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
    Case(
      testDescription: "trafilatura with the site's name",
      json: """
        {"title": "T", "author": null, "hostname": "e.example", "date": "2019-03-27",
         "source-hostname": "The Example", "text": "One.", "source": "https://e.example/1"}
        """,
      article: Article(
        id: "x.json", source: Source(path: "x.json"), url: "https://e.example/1", title: "T",
        date: CalendarDate(iso: "2019-03-27"), dateSource: .record, outlet: "e.example",
        paragraphs: ["One."])),
    Case(
      testDescription: "Fundus with its plain text",
      json: """
        {"title": "T", "plaintext": "One.\\n\\nTwo.", "authors": ["Ann Lee"], "topics": ["a"],
         "publishing_date": "2019-03-27 08:00:00+01:00", "free_access": true, "lang": "en",
         "requested_url": "https://e.example/1"}
        """,
      article: Article(
        id: "x.json", source: Source(path: "x.json"), url: "https://e.example/1", title: "T",
        authors: ["Ann Lee"], date: CalendarDate(iso: "2019-03-27"), dateSource: .record,
        language: "en", tags: ["a"], paragraphs: ["One.", "Two."])),
    Case(
      testDescription: "newspaper",
      json: """
        {"url": "https://e.example/1?x", "read_more_link": "", "title": "T", "authors": ["Ann Lee"],
         "publish_date": "2019-03-27T08:00:00+00:00", "text": "One.\\n\\nTwo.", "summary": "",
         "meta_description": "Lead", "meta_lang": "en", "meta_site_name": "The Example",
         "canonical_link": "https://e.example/1", "meta_keywords": ["a"], "tags": [],
         "meta_data": {"og": {"type": "article"}, "description": "Lead"}}
        """,
      article: Article(
        id: "x.json", source: Source(path: "x.json"), url: "https://e.example/1?x", title: "T",
        authors: ["Ann Lee"], date: CalendarDate(iso: "2019-03-27"), dateSource: .record,
        outlet: "The Example", language: "en", tags: ["a"], paragraphs: ["One.", "Two."])),
    Case(
      testDescription: "Webz",
      json: """
        {"thread": {"uuid": "t", "url": "https://e.example/0", "site_full": "www.e.example",
          "site": "e.example", "section_title": "News", "title": "Thread", "title_full": "Thread",
          "published": "2019-03-20T08:00:00.000+02:00", "country": "GB", "site_type": "news"},
         "uuid": "p", "url": "https://e.example/1", "ord_in_thread": 0, "author": "Ann Lee",
         "published": "2019-03-27T08:00:00.000+02:00", "title": "T", "text": "One.",
         "highlightText": "", "language": "english", "entities": {"persons": []},
         "crawled": "2019-03-28T01:00:00.000+02:00"}
        """,
      article: Article(
        id: "p", source: Source(path: "x.json"), url: "https://e.example/1", title: "T",
        authors: ["Ann Lee"], date: CalendarDate(iso: "2019-03-27"), dateSource: .record,
        outlet: "e.example", outletCountry: "GB", language: "en", section: "News",
        paragraphs: ["One."])),
    Case(
      testDescription: "Common Crawl News as one JSON line per page",
      json: """
        {"requested_url": "https://e.example/1?a", "responded_url": "https://e.example/1",
         "plain_text": "One.", "published_date": "2019-03-27", "title": "T", "tags": [],
         "author": "Ann Lee", "sitename": "The Example", "language": "en", "language_score": 0.9,
         "crawl_date": "2019-03-30T00:00:00Z", "warc_path": "a.warc.gz"}
        """,
      article: Article(
        id: "x.json", source: Source(path: "x.json"), url: "https://e.example/1", title: "T",
        authors: ["Ann Lee"], date: CalendarDate(iso: "2019-03-27"), dateSource: .record,
        outlet: "The Example", language: "en", paragraphs: ["One."])),
    Case(
      testDescription: "RealNews",
      json: """
        {"title": "T", "text": "One.", "summary": "Lead", "authors": ["Ann Lee", "Bo Chen"],
         "publish_date": "03-27-2019", "status": "success", "url": "https://e.example/1",
         "domain": "e.example", "warc_date": "2019-03-30T00:00:00Z", "split": "train"}
        """,
      article: Article(
        id: "x.json", source: Source(path: "x.json"), url: "https://e.example/1", title: "T",
        authors: ["Ann Lee", "Bo Chen"], date: CalendarDate(iso: "2019-03-27"),
        dateSource: .record, outlet: "e.example", paragraphs: ["One."])),
    Case(
      testDescription: "a text with metadata beside it",
      json: """
        {"id": "d", "text": "One.", "added": "2024-01-02", "metadata": {"title": "T",
         "url": "https://e.example/1", "date": "2019-03-27", "outlet": "The Example"}}
        """,
      article: Article(
        id: "d", source: Source(path: "x.json"), url: "https://e.example/1", title: "T",
        date: CalendarDate(iso: "2019-03-27"), dateSource: .record, outlet: "The Example",
        paragraphs: ["One."])),
    Case(
      testDescription: "a document of a database",
      json: """
        {"_id": {"$oid": "5c"}, "title": "T", "maintext": "One.",
         "date_publish": {"$date": "2019-03-27T08:00:00Z"}, "authors": [], "source_domain": "e.example"}
        """,
      article: Article(
        id: "5c", source: Source(path: "x.json"), title: "T", date: CalendarDate(iso: "2019-03-27"),
        dateSource: .record, outlet: "e.example", paragraphs: ["One."])),
    Case(
      testDescription: "a hit of a search index",
      json: """
        {"_index": "news", "_id": "h", "_source": {"headline": "T", "body": "One.",
         "pub_date": "2019-03-27", "byline": "By Ann Lee"}}
        """,
      article: Article(
        id: "h", source: Source(path: "x.json"), title: "T", authors: ["Ann Lee"],
        date: CalendarDate(iso: "2019-03-27"), dateSource: .record, paragraphs: ["One."])),
    Case(
      testDescription: "an answer that wraps its list, with fields",
      json: """
        {"response": {"status": "ok", "results": [{"id": "a/1", "webTitle": "T",
         "webUrl": "https://e.example/1", "webPublicationDate": "2019-03-27T08:00:00Z",
         "fields": {"byline": "Ann Lee and Bo Chen", "bodyText": "One."}}]}}
        """,
      article: Article(
        id: "a/1", source: Source(path: "x.json", offset: 1), url: "https://e.example/1",
        title: "T", authors: ["Ann Lee", "Bo Chen"], date: CalendarDate(iso: "2019-03-27"),
        dateSource: .record, paragraphs: ["One."])),
    Case(
      testDescription: "an answer whose headline has several forms",
      json: """
        {"response": {"docs": [{"web_url": "https://e.example/1", "abstract": "Lead",
         "headline": {"main": "T", "kicker": "K"}, "pub_date": "2019-03-27T08:00:00+0000",
         "byline": {"original": "By Ann Lee"}, "_id": "n"}]}}
        """,
      article: Article(
        id: "n", source: Source(path: "x.json", offset: 1), url: "https://e.example/1", title: "T",
        authors: ["Ann Lee"], date: CalendarDate(iso: "2019-03-27"), dateSource: .record,
        paragraphs: ["Lead"])),
    Case(
      testDescription: "GDELT",
      json: """
        {"articles": [{"url": "https://e.example/1", "url_mobile": "", "title": "T",
         "seendate": "20190327T081500Z", "socialimage": "", "domain": "e.example",
         "language": "English", "sourcecountry": "United Kingdom"}]}
        """,
      article: Article(
        id: "x.json#1", source: Source(path: "x.json", offset: 1), url: "https://e.example/1",
        title: "T", date: CalendarDate(iso: "2019-03-27"), dateSource: .record,
        outlet: "e.example", language: "en")),
    Case(
      testDescription: "ninjs",
      json: """
        {"uri": "urn:1", "type": "text", "firstcreated": "2019-03-27T08:00:00Z",
         "versioncreated": "2019-03-28T08:00:00Z", "language": "sv", "headline": "T",
         "byline": "Ann Lee", "body_html": "<p>One.</p><p>Two.</p>"}
        """,
      article: Article(
        id: "urn:1", source: Source(path: "x.json"), title: "T", authors: ["Ann Lee"],
        date: CalendarDate(iso: "2019-03-27"), dateSource: .record,
        modified: CalendarDate(iso: "2019-03-28"), language: "sv", paragraphs: ["One.", "Two."])),
    Case(
      testDescription: "a list of authors written into a text",
      json: """
        {"title": "T", "author": "['Ann Lee', \\"Bo O'Chen\\"]", "text": "One."}
        """,
      article: Article(
        id: "x.json", source: Source(path: "x.json"), title: "T",
        authors: ["Ann Lee", "Bo O'Chen"],
        paragraphs: ["One."])),
  ]

  @Test(arguments: cases)
  func readsWhatItWrites(_ test: Case) throws {
    let (articles, rejects) = try ingest(test.json, as: "x.json")
    #expect(articles == [test.article])
    #expect(rejects.isEmpty)
  }
}
