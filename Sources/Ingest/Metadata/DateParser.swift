public import Corpus

/// Reads dates as people and machines write them: ISO 8601, RFC 822, `March 27, 2019`,
/// `27 mars 2019`, `27/03/2019`, `2019年3月27日`, `2019. 3. 27.`; months in the languages that
/// `MonthNames` has.
///
/// The day is the one written, in the zone it is written in: `2019-03-27T23:30:00-05:00` is
/// 27 March. What is not said is not invented: `March 2019` is a month.
///
/// `04/03/2019` is ambiguous. A part above 12 is the day; points (`04.03.2019`) mean day first;
/// else `order` decides.
public struct DateParser: Sendable {
  /// How an ambiguous `04/03/2019` is read.
  public enum Order: Sendable { case monthFirst, dayFirst }

  public var order: Order

  public init(order: Order = .monthFirst) {
    self.order = order
  }

  /// The order customary in a language: month first in American and unmarked English only.
  public static func order(forLanguageTag tag: String?) -> Order {
    guard let tag = tag?.lowercased(), !tag.isEmpty else { return .monthFirst }
    let parts = tag.split(whereSeparator: { $0 == "-" || $0 == "_" })
    guard parts.first == "en" else { return .dayFirst }
    return parts.count == 1 || parts.contains("us") || parts.contains("ph")
      ? .monthFirst : .dayFirst
  }

  /// The first date in `text`.
  public func date(in text: String) -> CalendarDate? {
    firstDate(in: Array(text.utf8))?.date
  }

  /// The first day, by its number, on which the moment that `text` names was anywhere on Earth: the
  /// day before the one written, but for a moment in UTC after noon, when every zone has its day.
  func earliestDay(in text: String) -> Int? {
    guard let date = date(in: text) else { return nil }
    let isUTC = ["Z", "+00:00", "+0000"].contains { text.hasSuffix($0) }
    let hour = text.firstIndex(of: "T").flatMap { Int(text[$0...].dropFirst().prefix(2)) }
    return isUTC && (hour ?? 0) >= 12 ? date.firstDay : date.firstDay - 1
  }

  /// The first date in `text`, and the bytes that say it.
  public func firstDate(in text: [UInt8]) -> (date: CalendarDate, range: Range<Int>)? {
    let tokens = DateTokens(text.prefix(Self.longestText)).tokens
    for start in tokens.indices {
      var reader = DateReader(tokens: tokens, position: start, order: order)
      if let date = reader.date() {
        return (date, tokens[start].start..<tokens[reader.position - 1].end)
      }
    }
    return soleNumber(tokens)
  }

  /// The day on which a count of seconds or milliseconds since 1970 falls in UTC, or a lone year.
  private func soleNumber(_ tokens: [DateTokens.Token])
    -> (date: CalendarDate, range: Range<Int>)?
  {
    guard tokens.count == 1, case .number(let value, let digits) = tokens[0].kind else {
      return nil
    }
    let range = tokens[0].start..<tokens[0].end
    switch digits {
    case 4:
      return CalendarDate(year: value).flatMap { DateReader.years ~= value ? ($0, range) : nil }
    case 10: return (CalendarDate(dayNumber: value / 86_400), range)
    case 13: return (CalendarDate(dayNumber: value / 86_400_000), range)
    default: return nil
    }
  }

  /// Text beyond this many bytes is not searched.
  private static let longestText = 4_096
}
