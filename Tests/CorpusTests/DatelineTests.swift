import Corpus
import Testing

@Suite struct DatelineTests {
  @Test(arguments: [
    ("TOKYO, April 1 - The yen rose.", "The yen rose."),
    ("SAN FRANCISCO (Reuters) — Shares fell.", "Shares fell."),
    ("Beijing (AFP) – China said.", "China said."),
    ("OBERHAUSEN, West Germany, March 12 -- A group", "A group"),
    ("SÃO PAULO, 3 May 2019 - Brazil", "Brazil"),
  ])
  func findsTheTextBehind(_ text: String, _ rest: String) throws {
    let end = try #require(Dateline.end(in: text.utf8))
    #expect(String(decoding: text.utf8.dropFirst(end), as: UTF8.self) == rest)
  }

  @Test(arguments: [
    "", "-", " - ", "The yen - Japan's currency - rose.", "Apple - the firm - said",
    "TOKYO rose on Monday - for a day", "TOKYO, April 1", "IT - no", "TOKYO,\nApril 1 - The yen",
    "TOKYO-based SoftBank - a group",
  ])
  func findsNoneElsewhere(_ text: String) {
    #expect(Dateline.end(in: text.utf8) == nil)
  }

  @Test func joinsTheDatelineOfARecordToItsText() {
    #expect(
      Dateline.joined("TOKYO, April 1 -", to: ["A.", "B."]) == ["TOKYO, April 1 - A.", "B."])
    #expect(Dateline.joined("TOKYO", to: ["A."]) == ["TOKYO - A."])
    #expect(Dateline.joined("TOKYO", to: ["TOKYO - A."]) == ["TOKYO - A."])
    #expect(Dateline.joined("TOKYO", to: []) == [])
    #expect(Dateline.joined("", to: ["A."]) == ["A."])
  }
}
