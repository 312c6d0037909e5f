import Corpus

/// The order in time of rows that name their periods: numbers, dates (`2019`, `2019-03`,
/// `2019-03-27`), quarters (`2019-Q1`) or weeks (`2019-W13`), all of one sort. Other labels say
/// nothing of time.
enum TimeOrder {
  private enum Sort: Hashable { case number, date, quarter, week }

  /// A number for each label, ascending in time; `nil` where the labels do not tell.
  static func keys(_ labels: [String]) -> [Double]? {
    var keys: [Double] = []
    var sort: Sort?
    // A year is a number, too: only if all are numbers are they taken for these.
    let areNumbers = labels.allSatisfy { Double($0)?.isFinite ?? false }
    for label in labels {
      guard let (own, key) = areNumbers ? number(label) : period(label), sort ?? own == own else {
        return nil
      }
      sort = own
      keys.append(key)
    }
    return keys
  }

  private static func number(_ label: String) -> (Sort, Double)? {
    Double(label).map { (.number, $0) }
  }

  private static func period(_ label: String) -> (Sort, Double)? {
    if let date = CalendarDate(iso: label) { return (.date, Double(date.firstDay)) }
    let parts = label.split(separator: "-")
    guard parts.count == 2, parts[0].count == 4, let year = Int(parts[0]),
      let number = Int(parts[1].dropFirst()), number > 0
    else { return nil }
    switch parts[1].first {
    case "Q" where number <= 4: return (.quarter, Double(year * 4 + number))
    case "W" where number <= 53: return (.week, Double(year * 54 + number))
    default: return nil
    }
  }
}
