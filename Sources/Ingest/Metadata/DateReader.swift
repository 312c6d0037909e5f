internal import Corpus

/// Tries each way of writing a date at one position of the tokens.
struct DateReader {
  /// Years that a four-digit number in a text may mean.
  static let years = 1400...2199

  let tokens: [DateTokens.Token]
  /// Where to read; after a date was read, one past its last token.
  var position: Int
  let order: DateParser.Order

  mutating func date() -> CalendarDate? {
    attempt { $0.compact() } ?? attempt { $0.yearFirst() } ?? attempt { $0.dayMonthName() }
      ?? attempt { $0.monthName() } ?? attempt { $0.allNumbers() }
  }

  /// Runs `form`; goes back to where it began if that is not how the date is written.
  private mutating func attempt(_ form: (inout DateReader) -> CalendarDate?) -> CalendarDate? {
    let start = position
    if let date = form(&self) { return date }
    position = start
    return nil
  }

  // MARK: forms

  /// `20190327`, perhaps with `T1030`.
  private mutating func compact() -> CalendarDate? {
    guard case .number(let value, let digits)? = take(), digits == 8 || digits == 14 else {
      return nil
    }
    let day = digits == 14 ? value / 1_000_000 : value
    return valid(day / 10_000, day / 100 % 100, day % 100)
  }

  /// `2019-03-27`, `2019/3/27`, `2019. 3. 27.`, `2019年3月27日`, `2019-03`, `2019-Mar-27`, `2019 Mar 27`.
  private mutating func yearFirst() -> CalendarDate? {
    guard let year = year() else { return nil }
    let separator = separator()
    if case .month(let month)? = peek() {
      position += 1
      _ = self.separator()
      guard let day = number(upTo: 31) else { return nil }
      return valid(year, month, day)
    }
    guard let separator, let month = number(upTo: 12) else { return nil }
    let afterMonth = position
    guard let second = self.separator(), second == separator || second == .monthSign,
      let day = number(upTo: 31), let date = valid(year, month, day)
    else {
      position = afterMonth
      if peek() == .monthSign { position += 1 }
      guard
        separator == .yearSign || separator == .mark(UInt8(ascii: "-")) && isPadded(afterMonth - 1),
        !isNumberOrMark(peek())
      else { return nil }
      return CalendarDate(year: year, month: month)
    }
    if peek() == .daySign { position += 1 }
    return date
  }

  /// `27 March 2019`, `27. März 2019`, `27 de marzo de 2019`, `27-Mar-19`, `1st of May, 2019`.
  private mutating func dayMonthName() -> CalendarDate? {
    guard let day = number(upTo: 31) else { return nil }
    skip(words: 2, marks: ".,-/")
    guard case .month(let month)? = take() else { return nil }
    skip(words: 1, marks: ".,-/'")
    guard let year = year() ?? shortYear() else { return nil }
    return valid(year, month, day)
  }

  /// `March 27, 2019`, `Mar. 27th 2019`, `Mar 27 10:00:00 2019`, `March 2019`.
  private mutating func monthName() -> CalendarDate? {
    // After a number it is the rest of a date that does not exist, such as 30 February 2019.
    if position > 0, case .number = tokens[position - 1].kind { return nil }
    guard case .month(let month)? = take() else { return nil }
    skip(words: 0, marks: ".,-/")
    let afterMonth = position
    if let day = number(upTo: 31) {
      skip(words: 1, marks: ".,-/'")
      skipTime()
      if let year = year(), let date = valid(year, month, day) { return date }
    }
    position = afterMonth
    skip(words: 1, marks: "")
    guard let year = year() else { return nil }
    return CalendarDate(year: year, month: month)
  }

  /// `27/03/2019`, `27.3.2019`, `3-27-19`.
  private mutating func allNumbers() -> CalendarDate? {
    guard let first = number(upTo: 31), case .mark(let mark)? = take(),
      [UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-")].contains(mark),
      let second = number(upTo: 31), take() == .mark(mark)
    else { return nil }
    let isPoint = mark == UInt8(ascii: ".")
    guard let year = year() ?? (isPoint ? nil : shortYear()) else { return nil }
    if peek() == .mark(mark) { return nil }
    let dayFirst = first > 12 || (second <= 12 && (isPoint || order == .dayFirst))
    return dayFirst ? valid(year, second, first) : valid(year, first, second)
  }

  // MARK: parts

  private func valid(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
    guard Self.years ~= year, month > 0, day > 0 else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private func peek() -> DateTokens.Kind? {
    position < tokens.count ? tokens[position].kind : nil
  }

  private mutating func take() -> DateTokens.Kind? {
    guard position < tokens.count else { return nil }
    position += 1
    return tokens[position - 1].kind
  }

  private mutating func year() -> Int? {
    guard case .number(let value, digits: 4)? = peek(), Self.years ~= value else { return nil }
    position += 1
    return value
  }

  /// Two digits: up to 68 in this century, else in the last (as POSIX reads them).
  private mutating func shortYear() -> Int? {
    guard case .number(let value, digits: 2)? = peek() else { return nil }
    if position + 1 < tokens.count, tokens[position + 1].kind == .mark(UInt8(ascii: ":")) {
      return nil
    }
    position += 1
    return value <= 68 ? 2_000 + value : 1_900 + value
  }

  private mutating func number(upTo limit: Int) -> Int? {
    guard case .number(let value, let digits)? = peek(), digits <= 2, (1...limit).contains(value)
    else { return nil }
    position += 1
    return value
  }

  private func isPadded(_ index: Int) -> Bool {
    if case .number(_, digits: 2) = tokens[index].kind { return true }
    return false
  }

  private func isNumberOrMark(_ kind: DateTokens.Kind?) -> Bool {
    switch kind {
    case .number: true
    case .mark(let mark): mark == UInt8(ascii: "-") || mark == UInt8(ascii: "/")
    default: false
    }
  }

  private mutating func separator() -> DateTokens.Kind? {
    switch peek() {
    case .mark(let mark)
    where [UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ".")].contains(mark):
      return take()
    case .yearSign, .monthSign: return take()
    default: return nil
    }
  }

  private mutating func skip(words: Int, marks: String) {
    var words = words
    while let kind = peek() {
      switch kind {
      case .word where words > 0: words -= 1
      case .mark(let mark) where marks.utf8.contains(mark): break
      default: return
      }
      position += 1
    }
  }

  /// Skips `10:00:00` and a zone's letters.
  private mutating func skipTime() {
    guard position + 1 < tokens.count, tokens[position + 1].kind == .mark(UInt8(ascii: ":")) else {
      return
    }
    while case .number(_, let digits)? = peek(), digits <= 2 {
      position += 1
      if peek() == .mark(UInt8(ascii: ":")) { position += 1 }
    }
    skip(words: 1, marks: "")
  }
}
