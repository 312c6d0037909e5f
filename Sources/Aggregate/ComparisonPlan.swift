public import Corpus

/// One comparison that a study asks for, resolved against its measures and lexicons.
public struct ComparisonPlan: Sendable, Hashable {
  public var id: String
  public var kind: ComparisonRow.Kind
  /// Indices of measures: the two frames of an asymmetry, the actors of a frame share, what is
  /// adopted.
  public var measures: [Int]
  /// Index of the measure that is the frame of a frame share.
  public var frame: Int?
  /// The entries over which attention is concentrated, ascending.
  public var entries: [Int32]
  /// Between which groups.
  public var group: Group
  public var from: CalendarDate?
  public var to: CalendarDate?

  public init(
    id: String, kind: ComparisonRow.Kind, measures: [Int] = [], frame: Int? = nil,
    entries: [Int32] = [], group: Group = .outletCountry, from: CalendarDate? = nil,
    to: CalendarDate? = nil
  ) {
    self.id = id
    self.kind = kind
    self.measures = measures
    self.frame = frame
    self.entries = entries
    self.group = group
    self.from = from
    self.to = to
  }

  /// Whether the comparison's dates hold the date.
  public func covers(_ date: CalendarDate) -> Bool {
    (from.map { date.firstDay >= $0.firstDay } ?? true)
      && (to.map { date.lastDay <= $0.lastDay } ?? true)
  }
}
