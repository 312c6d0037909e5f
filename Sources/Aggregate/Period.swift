public import Corpus

/// The calendar bins of a series. A bin is an integer; consecutive bins are consecutive integers.
public enum Period: String, Sendable, Hashable, Codable, CaseIterable {
  case day
  /// ISO 8601: Monday to Sunday, numbered in the year that holds its Thursday.
  case week
  case month, quarter, year

  /// The bin of `date`, or `nil` when the date is too vague to have one: "2019" has no month.
  public func bin(of date: CalendarDate) -> Int? {
    let first = bin(ofDay: date.firstDay)
    return date.precision == .day || first == bin(ofDay: date.lastDay) ? first : nil
  }

  /// The first and last day of a bin, as days since 1970-01-01.
  public func days(of bin: Int) -> ClosedRange<Int> {
    firstDay(of: bin)...firstDay(of: bin + 1) - 1
  }

  /// The date of a bin's first day.
  public func start(of bin: Int) -> CalendarDate { CalendarDate(dayNumber: firstDay(of: bin)) }

  /// `2019-03-27`, `2019-W13`, `2019-03`, `2019-Q1`, `2019`.
  public func label(of bin: Int) -> String {
    let start = start(of: bin)
    switch self {
    case .day: return start.description
    case .week:
      let thursday = CalendarDate(dayNumber: firstDay(of: bin) + 3)
      let week = (thursday.firstDay - Period.year.firstDay(of: thursday.year)) / 7 + 1
      return "\(thursday.year)-W\(week < 10 ? "0" : "")\(week)"
    case .month: return String(start.description.dropLast(3))
    case .quarter: return "\(start.year)-Q\((start.month + 2) / 3)"
    case .year: return String(start.description.dropLast(6))
    }
  }

  private func bin(ofDay day: Int) -> Int {
    switch self {
    case .day: return day
    case .week:
      // 1970-01-01 was a Thursday.
      let sinceMonday = day + 3
      return sinceMonday >= 0 ? sinceMonday / 7 : (sinceMonday - 6) / 7
    case .month, .quarter, .year:
      let date = CalendarDate(dayNumber: day)
      switch self {
      case .month: return date.year * 12 + date.month - 1
      case .quarter: return date.year * 4 + (date.month - 1) / 3
      default: return date.year
      }
    }
  }

  private func firstDay(of bin: Int) -> Int {
    switch self {
    case .day: bin
    case .week: bin * 7 - 3
    case .month: Self.firstDay(year: bin / 12, month: bin % 12 + 1)
    case .quarter: Self.firstDay(year: bin / 4, month: bin % 4 * 3 + 1)
    case .year: Self.firstDay(year: bin, month: 1)
    }
  }

  private static func firstDay(year: Int, month: Int) -> Int {
    // A series may ask for the day after 9999, the last year that a date can have.
    CalendarDate(year: year, month: month, day: 1)?.firstDay ?? 2_932_897
  }
}
