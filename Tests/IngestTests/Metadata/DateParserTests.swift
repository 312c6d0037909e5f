import Corpus
import Testing

@testable import Ingest

@Suite struct DateParserTests {
  @Test(arguments: [
    ("2019-03-27", "2019-03-27"),
    ("2019-03-27T10:00:00Z", "2019-03-27"),
    ("2019-03-27T23:30:00-05:00", "2019-03-27"),
    ("2019-03-27 00:15:00+09:00", "2019-03-27"),
    ("20190327T101500", "2019-03-27"),
    ("20190327", "2019-03-27"),
    ("2019/3/27", "2019-03-27"),
    ("Wed, 27 Mar 2019 10:00:00 GMT", "2019-03-27"),
    ("Wed, 27 Mar 19 10:00:00 GMT", "2019-03-27"),
    ("Wed Mar 27 10:00:00 2019", "2019-03-27"),
    ("Wed Mar 27 10:00:00 PST 2019", "2019-03-27"),
    ("March 27, 2019", "2019-03-27"),
    ("MARCH 27TH 2019", "2019-03-27"),
    ("Published on Mar. 27, 2019 at 4:05 pm", "2019-03-27"),
    ("27 March 2019", "2019-03-27"),
    ("Published\u{2002}Mar\u{A0}27, 2019", "2019-03-27"),
    ("the 1st of May, 2019", "2019-05-01"),
    ("27-Mar-19", "2019-03-27"),
    ("27 mars 2019 à 10h00", "2019-03-27"),
    ("1er août 2019", "2019-08-01"),
    ("27. März 2019", "2019-03-27"),
    ("27. MÄRZ 2019", "2019-03-27"),
    ("27 de marzo de 2019", "2019-03-27"),
    ("27 marzo 2019", "2019-03-27"),
    ("27 de março de 2019", "2019-03-27"),
    ("27 maart 2019", "2019-03-27"),
    ("27/03/2019", "2019-03-27"),
    ("03/27/2019", "2019-03-27"),
    ("27.3.2019", "2019-03-27"),
    ("04.03.2019", "2019-03-04"),
    ("04/03/2019", "2019-04-03"),
    ("3/27/19", "2019-03-27"),
    ("2019年3月27日", "2019-03-27"),
    ("２０１９年３月２７日", "2019-03-27"),
    ("2019 年 3 月 27 号", "2019-03-27"),
    ("2019년 3월 27일", "2019-03-27"),
    ("입력 2019. 3. 27. 오전 9:00", "2019-03-27"),
    ("2019.03.27 09:12", "2019-03-27"),
    ("2019-Mar-27", "2019-03-27"),
    ("Journal. 2019 Mar 27;15(1):e33", "2019-03-27"),
    ("1553683200", "2019-03-27"),
    ("1553683200000", "2019-03-27"),
    ("March 2019", "2019-03"),
    ("2019-03", "2019-03"),
    ("2019年3月", "2019-03"),
    ("2019", "2019"),
  ])
  func reads(_ text: String, as expected: String) {
    #expect(DateParser().date(in: text)?.description == expected, "\(text)")
  }

  @Test(arguments: [
    "", "today", "may be", "2019 people", "30 February 2019", "2019-13-40", "10:30", "1.2.3",
    "$2,019", "v2019", "in 2019 and 2020", "99999999", "999999999999999999999", "/", "2019-",
  ])
  func refuses(_ text: String) {
    #expect(DateParser().date(in: text) == nil, "\(text)")
  }

  @Test func readsAmbiguousDatesByOrder() {
    #expect(DateParser(order: .dayFirst).date(in: "04/03/2019")?.description == "2019-03-04")
    #expect(DateParser.order(forLanguageTag: "en-GB") == .dayFirst)
    #expect(DateParser.order(forLanguageTag: "en_US") == .monthFirst)
    #expect(DateParser.order(forLanguageTag: "fr") == .dayFirst)
  }

  @Test func saysWhereTheDateStands() throws {
    let text = Array("By X, 27 March 2019, 10:00".utf8)
    let found = try #require(DateParser().firstDate(in: text))
    #expect(String(decoding: text[found.range], as: UTF8.self) == "27 March 2019")
  }
}
