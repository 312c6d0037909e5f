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
  private let panel: OutletPanel

  /// - Parameter includingUnhit: whether measures that nothing hit in the whole archive have rows;
  ///   they should when the study names its measures, and not when they are all of a lexicon.
  public init(counts: SeriesCounts, plan: CountingPlan, includingUnhit: Bool) {
    self.counts = counts
    self.plan = plan
    let counted = counts.denominators.keys.map(\.bin)
    let first = plan.from.flatMap { plan.period.bin(of: $0.first) } ?? counted.min()
    let last = plan.to.flatMap { plan.period.bin(of: $0.last) } ?? counted.max()
    bins = if let first, let last, first <= last { first..<last + 1 } else { 0..<0 }
    panel = OutletPanel(counts, bins: bins)
    let published = Set(plan.groups.map(\.rawValue))
    var groups = Set(
      counts.denominators.keys.map(\.group).filter { published.contains($0.group) }
    ).union([.all])
    if plan.panels.contains(.fixed) { groups.insert(OutletPanel.group) }
    let sorted = groups.sorted()
    keys = plan.measures.indices
      .filter { includingUnhit || !counts.hits[$0].isEmpty }
      .flatMap { measure in sorted.map { Key(measure: measure, group: $0) } }
  }

  /// The outlets of the fixed panel, by name.
  public var fixedOutlets: [String] { panel.fixed.map(\.value) }

  /// One row per period.
  public func rows(of key: Key) -> [SeriesRow] {
    var rows = bins.map { row(of: key, bin: $0) }
    addSmooth(to: &rows)
    if plan.panels.contains(.demeaned), key.group == .all {
      for (index, share) in panel.demeaned(counts, measure: key.measure).enumerated()
      where rows[index].documents > 0 {
        rows[index].shareWithin = share
      }
    }
    return rows
  }

  private func row(of key: Key, bin: Int) -> SeriesRow {
    let measure = plan.measures[key.measure]
    var row = SeriesRow(
      measure: measure.id, period: plan.period.label(of: bin),
      periodStart: plan.period.start(of: bin), group: key.group.group, groupValue: key.group.value,
      documents: 0, tokens: 0, status: .noDocuments)
    row.window = measure.with.map { _ in measure.unit.rawValue }
    let (denominator, hits) = cell(of: key, bin: bin)
    guard denominator.documents > 0 else { return row }
    let share = wilsonInterval(
      successes: Double(hits.documents), trials: Double(denominator.documents))
    let rate = RateInterval(
      RateInterval.Sums(
        units: Double(denominator.documents), events: Double(hits.hits),
        exposure: Double(denominator.tokens), eventSquares: Double(hits.squares),
        eventsByExposure: Double(hits.byTokens),
        exposureSquares: Double(denominator.tokenSquares)))
    row.documents = denominator.documents
    row.tokens = denominator.tokens
    row.hits = hits.hits
    row.documentsHit = hits.documents
    row.ratePer10K =
      denominator.tokens > 0 ? 10_000 * Double(hits.hits) / Double(denominator.tokens) : nil
    row.documentShare = Double(hits.documents) / Double(denominator.documents)
    row.shareLow = share?.low
    row.shareHigh = share?.high
    row.rateLow = rate.map { 10_000 * $0.interval.low }
    row.rateHigh = rate.map { 10_000 * $0.interval.high }
    let replicates = bootstrap(denominator, hits)
    row.rateBootLow = replicates?.low
    row.rateBootHigh = replicates?.high
    row.status = isPartial(bin) ? .partial : .ok
    return row
  }

  private func cell(
    of key: Key, bin: Int
  ) -> (denominator: SeriesCounts.Denominator, hits: SeriesCounts.Hits) {
    if key.group == OutletPanel.group {
      return panel.fixedCounts(counts, measure: key.measure, bin: bin)
    }
    let cell = SeriesCounts.Cell(bin: bin, group: key.group)
    return (
      counts.denominators[cell] ?? SeriesCounts.Denominator(),
      counts.hits[key.measure][cell] ?? SeriesCounts.Hits()
    )
  }

  /// Of the rate per 10,000 words, from the replicates that have any.
  private func bootstrap(
    _ denominator: SeriesCounts.Denominator, _ hits: SeriesCounts.Hits
  ) -> Interval? {
    let tokens = denominator.replicates.sums
    let events = hits.replicates.sums
    guard !tokens.isEmpty else { return nil }
    return PoissonBootstrap.interval(
      tokens.indices.map {
        10_000 * Double(events.isEmpty ? 0 : events[$0]) / Double(tokens[$0])
      })
  }

  private func addSmooth(to rows: inout [SeriesRow]) {
    let seen = rows.indices.filter { rows[$0].documentShare != nil }
    let model = LocalLevel(
      seen.map { rows[$0].documentShare ?? 0 }, weights: seen.map { Double(rows[$0].documents) },
      times: seen.map(Double.init))
    guard let model else { return }
    for (index, level) in zip(seen, model.levels) { rows[index].shareSmooth = level }
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
