/// A date of the Gregorian calendar, known to the year, the month or the day.
///
/// A page that only says "March 2019" is not dated 1 March: the precision is kept, and a period
/// finer than the date leaves the article undated (see `Aggregate`).
public struct CalendarDate: Sendable, Hashable {
  public let year: Int
  /// 1…12, or 0 when only the year is known.
  public let month: Int
  /// 1…31, or 0 when only the year or the month is known.
  public let day: Int

  public enum Precision: Int, Sendable, Comparable {
    case year, month, day
    public static func < (a: Precision, b: Precision) -> Bool { a.rawValue < b.rawValue }
  }

  /// `nil` for a date that no calendar has, such as 30 February.
  public init?(year: Int, month: Int = 0, day: Int = 0) {
    guard (1...9999).contains(year), (0...12).contains(month), day == 0 || month > 0,
      (0...Self.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, and nothing else.
  public init?(iso text: some StringProtocol) {
    var numbers = (0, 0, 0)
    var part = 0
    var digits = 0
    for byte in Array(text.utf8) {
      if byte == UInt8(ascii: "-") {
        guard part < 2, digits == (part == 0 ? 4 : 2) else { return nil }
        part += 1
        digits = 0
        continue
      }
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      let digit = Int(byte - 0x30)
      digits += 1
      guard digits <= 4 else { return nil }
      switch part {
      case 0: numbers.0 = numbers.0 * 10 + digit
      case 1: numbers.1 = numbers.1 * 10 + digit
      default: numbers.2 = numbers.2 * 10 + digit
      }
    }
    guard digits == (part == 0 ? 4 : 2), part < 1 || numbers.1 > 0, part < 2 || numbers.2 > 0
    else { return nil }
    self.init(year: numbers.0, month: numbers.1, day: numbers.2)
  }

  public var precision: Precision { day > 0 ? .day : month > 0 ? .month : .year }

  /// Days since 1970-01-01 of the first day that the date may mean.
  public var firstDay: Int { Self.dayNumber(year: year, month: max(month, 1), day: max(day, 1)) }

  /// Days since 1970-01-01 of the last day that the date may mean.
  public var lastDay: Int {
    let month = month > 0 ? month : 12
    return Self.dayNumber(
      year: year, month: month, day: day > 0 ? day : Self.days(inMonth: month, of: year))
  }

  /// The date of a day number, known to the day.
  public init(dayNumber: Int) {
    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
    let z = dayNumber + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shifted + 2) / 5 + 1
    month = shifted < 10 ? shifted + 3 : shifted - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    // Howard Hinnant, days_from_civil.
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 0, 2: month == 0 ? 0 : isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }
}

extension CalendarDate: CustomStringConvertible {
  /// ISO 8601, cut at the precision: `2019`, `2019-03`, `2019-03-27`.
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    var text = padded(year, 4)
    if month > 0 { text += "-" + padded(month, 2) }
    if day > 0 { text += "-" + padded(day, 2) }
    return text
  }
}

extension CalendarDate: Comparable {
  /// By the first possible day; of two that begin together, the vaguer one is later.
  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.firstDay, a.lastDay) < (b.firstDay, b.lastDay)
  }
}

extension CalendarDate: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = CalendarDate(iso: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is not a date like 2019, 2019-03 or 2019-03-27")
    }
    self = date
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
