public import Corpus

/// Something that happened on a date, after which a series may differ.
public struct Event: Sendable, Hashable {
  public var date: CalendarDate
  public var label: String
  /// The outlet country in which it is looked for, besides the series of all documents; every
  /// group if `nil`.
  public var jurisdiction: String?

  public init(date: CalendarDate, label: String, jurisdiction: String? = nil) {
    self.date = date
    self.label = label
    self.jurisdiction = jurisdiction
  }

  func concerns(_ group: GroupValue) -> Bool {
    guard let jurisdiction, group != .all else { return true }
    return group == GroupValue(group: Group.outletCountry.rawValue, value: jurisdiction)
  }
}

/// An event and the period that its date falls into.
public struct PlacedEvent: Sendable, Hashable {
  public var event: Event
  /// Index into the periods of the series.
  public var period: Int

  public init(_ event: Event, period: Int) {
    self.event = event
    self.period = period
  }

  /// Those of `events` that fall into `bins`; a vague date counts from its first day.
  public static func placing(
    _ events: [Event], in bins: Range<Int>, of period: Period
  ) -> [PlacedEvent] {
    events.compactMap { event in
      guard let bin = period.bin(of: CalendarDate(dayNumber: event.date.firstDay)),
        bins.contains(bin)
      else { return nil }
      return PlacedEvent(event, period: bin - bins.lowerBound)
    }
  }
}
