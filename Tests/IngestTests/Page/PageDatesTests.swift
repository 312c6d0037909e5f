import Corpus
import Testing

@testable import Ingest

@Suite struct PageDatesTests {
  private func page(head: String = "", top: String = "", bottom: String = "") -> String {
    "<html><head>\(head)</head><body><h1>A headline of the day</h1>\(top)<div><p>\(prose(1))</p>"
      + "<p>\(prose(2))</p></div>\(bottom)</body></html>"
  }

  private static let meta = "<meta name=\"pubdate\" content=\"2011-05-06\">"
  private static let openGraph =
    "<meta property=\"article:published_time\" content=\"2012-05-06T01:00:00Z\">"
  private static let linked =
    "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":\"2013-05-06\"}</script>"

  @Test func trustsSourcesInOrder() throws {
    let time = "<time datetime=\"2010-05-06\">May 2010</time>"
    let url = "https://x.example/2009/05/06/a"
    func found(_ page: String, _ url: String? = nil) throws -> String {
      let article = try read(page, url: url)
      return "\(article.date?.description ?? "-") \(article.dateSource?.rawValue ?? "-")"
    }
    let all = Self.meta + Self.openGraph + Self.linked
    #expect(try found(page(head: all, top: time), url) == "2013-05-06 json-ld")
    #expect(
      try found(page(head: Self.meta + Self.openGraph, top: time), url) == "2012-05-06 opengraph")
    #expect(try found(page(head: Self.meta, top: time), url) == "2011-05-06 meta")
    let microdata = "<span itemprop=datePublished content=\"2010-06-07\">x</span>"
    #expect(try found(page(top: microdata + time), url) == "2010-06-07 microdata")
    #expect(try found(page(top: time), url) == "2010-05-06 time")
    #expect(try found(page(), url) == "2009-05-06 url")
    #expect(try found(page(top: "<p>Posted on 6 May 2008</p>")) == "2008-05-06 text")
    #expect(try found(page(top: "<p>Last updated on 6 May 2008</p>")) == "2008-05-06 modified")
    let changed = "<meta property=\"article:modified_time\" content=\"2007-05-06\">"
    #expect(try found(page(head: changed)) == "2007-05-06 modified")
    #expect(
      try found(page(head: changed, bottom: "<p>Posted on 6 May 2006</p>")) == "2006-05-06 text")
    #expect(try found(page()) == "- -")
  }

  @Test(arguments: ["2031-01-01", "1970-01-01", "1246-01-01", "0001-01-01", "2019-02-30", "soon"])
  func refusesImpossibleDates(_ date: String) throws {
    let article = try read(page(head: "<meta name=\"pubdate\" content=\"\(date)\">"))
    #expect(article.date == nil)
  }

  @Test func refusesDatesOfOtherThings() throws {
    let sidebar =
      "<div class=\"related\"><time datetime=\"2016-01-02\">2 January 2016</time><a href=x>Other</a></div>"
    #expect(try read(page(bottom: sidebar)).date == nil)
    #expect(try read(page(bottom: "<p>Copyright 3 March 2014 by us</p>")).date == nil)
  }

  @Test func tellsModifiedFromPublished() throws {
    let article = try read(
      page(top: "<p>Published 3 March 2014</p><p>Last updated 5 March 2014</p>"))
    #expect(article.date?.description == "2014-03-03")
  }

  @Test func believesAPrintedDateThatIsOlderThanTheDeclaredOne() throws {
    let printed = "<p>Published 3 March 2012</p>"
    #expect(try read(page(head: Self.linked, top: printed)).date?.description == "2012-03-03")
    #expect(
      try read(page(head: Self.linked, top: "<p>Late on 3 March 2012</p>")).date?.description
        == "2013-05-06")
    // A day is what zones differ by.
    let time = "<p>Published <time datetime=\"2013-05-05T23:00-05:00\">5 May</time></p>"
    #expect(try read(page(head: Self.linked, top: time)).date?.description == "2013-05-06")
  }

  @Test(arguments: [
    "<p>3 March 2012</p>", "<div class=meta><span>Ann Lee</span><div>March 3, 2012</div></div>",
    "<time datetime=\"2012-03-03\">3 March 2012</time>",
  ])
  func believesAnOlderDayThatStandsAloneBelowTheHeadline(_ line: String) throws {
    #expect(try read(page(head: Self.linked, top: line)).date?.description == "2012-03-03")
    #expect(try read(page(head: Self.linked, bottom: line)).date?.description == "2013-05-06")
  }

  @Test(arguments: [
    ("2012-05-07T12:00:01Z", "2012-05-06"), ("2012-05-07T11:00:00Z", "2012-05-07"),
    ("2012-05-07T22:00:00+00:00", "2012-05-06"), ("2012-05-07T22:00:00-07:00", "2012-05-07"),
    ("2012-05-07", "2012-05-07"),
  ])
  func believesADayShownThatNoZoneHasAtTheDeclaredMoment(_ moment: String, _ day: String) throws {
    let head = "<meta property=\"article:published_time\" content=\"\(moment)\">"
    #expect(try read(page(head: head, top: "<p>6 May 2012</p>")).date?.description == day)
  }

  @Test func readsATimeInAnArticleWhoseClassSoundsLikeThatOfATeaser() throws {
    let article =
      "<article class=\"node promoted\"><time datetime=\"2012-03-03\">3 March</time>"
      + "<p>\(prose(1))</p><p>\(prose(2))</p></article>"
    #expect(try read("<h1>A headline of the day</h1>\(article)").date?.description == "2012-03-03")
  }

  @Test func findsALabelledDateAnywhere() throws {
    let far = (10...40).map { "<p><a href=/\($0)>Link \($0)</a></p>" }.joined()
    let found = try read(page(bottom: "\(far)<p>Last updated: November 13, 2024</p>"))
    #expect(found.date?.description == "2024-11-13")
    #expect(try read(page(bottom: "\(far)<p>November 13, 2024</p>")).date == nil)
  }

  @Test func keepsThePrecisionOfTheAddress() throws {
    let article = try read(page(), url: "https://x.example/2009/05/a-story")
    #expect(article.date?.description == "2009-05")
  }

  @Test func readsAmbiguousDatesByLanguage() throws {
    let text = "<p>Posted 04/03/2014</p>"
    #expect(try read("<html lang=en-US>" + page(top: text)).date?.description == "2014-04-03")
    #expect(try read("<html lang=en-GB>" + page(top: text)).date?.description == "2014-03-04")
  }
}
