public import Corpus
internal import Statistics

/// The rows of `series.csv`, made one series at a time: measures in the order of the study, for
/// each all documents and then the groups by name, for each every period of the study.
public struct SeriesTable: Sendable {
  /// A measure in a group.
  public struct Key: Sendable, Hashable {
    /// Index into the study's measures.
    public var measure: Int
    public var group: GroupValue
  }

  public let counts: SeriesCounts
  public let plan: CountingPlan
  /// The series, in the order of the table.
  public let keys: [Key]
  /// The periods, from the study's first day, or the first document's, to the last.
  public let bins: Range<Int>

  /// - Parameter includingUnhit: whether measures that nothing hit in the whole archive have rows;
  ///   they should when the study names its measures, and not when they are all of a lexicon.
  public init(counts: SeriesCounts, plan: CountingPlan, includingUnhit: Bool) {
    self.counts = counts
    self.plan = plan
    let groups = Set(counts.denominators.keys.map(\.group)).union([.all]).sorted()
    keys = plan.measures.indices
      .filter { includingUnhit || !counts.hits[$0].isEmpty }
      .flatMap { measure in groups.map { Key(measure: measure, group: $0) } }
    let counted = counts.denominators.keys.map(\.bin)
    let first = plan.from.flatMap { plan.period.bin(of: $0.first) } ?? counted.min()
    let last = plan.to.flatMap { plan.period.bin(of: $0.last) } ?? counted.max()
    bins = if let first, let last, first <= last { first..<last + 1 } else { 0..<0 }
  }

  /// One row per period.
  public func rows(of key: Key) -> [SeriesRow] { bins.map { row(of: key, bin: $0) } }

  private func row(of key: Key, bin: Int) -> SeriesRow {
    let cell = SeriesCounts.Cell(bin: bin, group: key.group)
    var row = SeriesRow(
      measure: plan.measures[key.measure].id, period: plan.period.label(of: bin),
      periodStart: plan.period.start(of: bin), group: key.group.group, groupValue: key.group.value,
      documents: 0, tokens: 0, status: .noDocuments)
    guard let denominator = counts.denominators[cell], denominator.documents > 0 else { return row }
    let hits = counts.hits[key.measure][cell] ?? SeriesCounts.Hits()
    let share = wilsonInterval(
      successes: Double(hits.documents), trials: Double(denominator.documents))
    row.documents = denominator.documents
    row.tokens = denominator.tokens
    row.hits = hits.hits
    row.documentsHit = hits.documents
    row.ratePer10K =
      denominator.tokens > 0 ? 10_000 * Double(hits.hits) / Double(denominator.tokens) : nil
    row.documentShare = Double(hits.documents) / Double(denominator.documents)
    row.shareLow = share?.low
    row.shareHigh = share?.high
    row.status = isPartial(bin) ? .partial : .ok
    return row
  }

  private func isPartial(_ bin: Int) -> Bool {
    let days = plan.period.days(of: bin)
    return plan.from.map { $0.firstDay > days.lowerBound } ?? false
      || plan.to.map { $0.lastDay < days.upperBound } ?? false
  }
}

extension CalendarDate {
  /// The first and last day that the date may mean, each known to the day.
  fileprivate var first: CalendarDate { CalendarDate(dayNumber: firstDay) }
  fileprivate var last: CalendarDate { CalendarDate(dayNumber: lastDay) }
}
