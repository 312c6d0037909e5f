import Testing

@testable import Corpus

@Suite struct CalendarDateTests {
  @Test(arguments: ["2019", "2019-03", "2019-03-27", "2020-02-29", "0001-01-01"])
  func readsISODates(text: String) {
    #expect(CalendarDate(iso: text)?.description == text)
  }

  @Test(arguments: [
    "", "-", "19", "2019-", "2019-3", "2019-03-", "2019-03-2", "2019-03-27-", "2019-03-27T",
    "20190327", "2019-00", "2019-03-00", "2019-13", "2019-02-29", "2019-02-30", "0000", "201a",
    " 2019", "2019/03", "٢٠١٩", "12019", "2019-003",
  ])
  func refusesAllElse(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test func numbersDays() {
    #expect(CalendarDate(year: 1970, month: 1, day: 1)?.firstDay == 0)
    for day in stride(from: -300_000, to: 100_000, by: 97) {
      #expect(CalendarDate(dayNumber: day).firstDay == day)
    }
    #expect(CalendarDate(iso: "2019-02")?.lastDay == CalendarDate(iso: "2019-02-28")?.firstDay)
  }
}
