public import Corpus
internal import Statistics

/// Looks for changes, bursts, trends and the effects of events in one series after another.
///
/// An event's effect is published whatever its p-value, as nothing is an answer too. A change or trend is published when its own p-value is at most `significance`; `q_value` then
/// says what share of the run's shifts at least as strong are false. Series shorter than
/// `minimumPeriods` or, if they count something, with fewer than `minimumHits` are not tested.
public struct ShiftFinder: Sendable {
  public var kinds: Set<ShiftRow.Kind>
  /// The probability of a change, and of a trend, in a series that has none.
  public var significance = 0.01
  /// Periods with an observation.
  public var minimumPeriods = 8
  public var minimumHits = 10.0
  /// Hits that a burst must hold.
  public var minimumBurstHits = 5.0

  /// What may have had an effect; looked for if `kinds` has interventions.
  public var events: [PlacedEvent] = []

  public init(kinds: Set<ShiftRow.Kind> = [.change, .burst, .trend]) { self.kinds = kinds }

  public func findings(in series: ShiftSeries) -> ShiftFindings {
    var findings = ShiftFindings()
    guard let observed = examined(series) else { return findings }
    let changes = ChangePoints(in: observed.series, alpha: significance)
    if kinds.contains(.change) { add(changes, in: observed, of: series, to: &findings) }
    if kinds.contains(.burst) {
      addBursts(in: observed, noise: changes, of: series, to: &findings)
    }
    if kinds.contains(.trend) { addTrend(in: observed, of: series, to: &findings) }
    if kinds.contains(.intervention), !events.isEmpty {
      for row in Interventions(events: events).rows(observed, of: series) { findings.add(row) }
    }
    return findings
  }

  /// Whether a series holds enough to be tested.
  public func examines(_ series: ShiftSeries) -> Bool { examined(series) != nil }

  private func examined(_ series: ShiftSeries) -> ShiftSeries.Observed? {
    guard let observed = series.observed(), observed.series.count >= minimumPeriods,
      observed.series.family == .gaussian || observed.series.y.reduce(0, +) >= minimumHits
    else { return nil }
    return observed
  }

  private func add(
    _ points: ChangePoints, in observed: ShiftSeries.Observed, of series: ShiftSeries,
    to findings: inout ShiftFindings
  ) {
    let family = observed.series.family.rawValue
    let method = points.shape == .lines ? "pelt-\(family)-trend" : "pelt-\(family)"
    for change in points.changes {
      var row = series.row(.change, method: method)
      func label(_ index: Int) -> String { series.labels[observed.periods[index]] }
      row.period = label(change.period)
      row.periodLow = label(change.periods.lowerBound)
      row.periodHigh = label(change.periods.upperBound)
      row.levelBefore = change.before
      row.levelAfter = change.after
      row.effect = change.effect
      row.effectLow = change.effectInterval.low
      row.effectHigh = change.effectInterval.high
      row.pValue = change.pValue
      row.posterior = change.posterior
      findings.add(row)
    }
    if points.changes.isEmpty, let p = points.strongest {
      findings.add(unpublished: p, of: .change)
    }
  }

  /// Kleinberg's two states on counts divided by the inflation of their variance, so that the
  /// scatter and the memory of a series are not a row of bursts.
  private func addBursts(
    in observed: ShiftSeries.Observed, noise: ChangePoints, of series: ShiftSeries,
    to findings: inout ShiftFindings
  ) {
    let (y, w) = (observed.series.y, observed.series.w)
    guard observed.series.family == .binomial,
      let bursts = KleinbergBursts(
        hits: y.map { $0 / noise.scale }, totals: w.map { $0 / noise.scale })
    else { return }
    let raised = bursts.bursts.map(\.periods).filter {
      y[$0].reduce(0, +) >= minimumBurstHits && $0.count < y.count
    }
    let p = BurstTest.pValues(
      of: raised.map { Range($0) }, in: observed.series, dispersion: noise.dispersion,
      alpha: significance)
    // A series without a raised stretch was looked at, too.
    if raised.isEmpty { findings.add(unpublished: 1, of: .burst) }
    for (periods, p) in zip(raised, p) {
      guard p <= significance else {
        findings.add(unpublished: p, of: .burst)
        continue
      }
      let hits = y[periods].reduce(0, +)
      var row = series.row(.burst, method: "kleinberg")
      row.period = series.labels[observed.periods[periods.lowerBound]]
      row.periodLow = row.period
      row.periodHigh = series.labels[observed.periods[periods.upperBound]]
      row.levelBefore = bursts.rates[0]
      row.levelAfter = hits / w[periods].reduce(0, +)
      row.effect = hits / w[periods].reduce(0, +) - bursts.rates[0]
      row.pValue = p
      findings.add(row)
    }
  }

  /// The levels of a trend are those of the first and the last third of the periods: those of its
  /// line may lie where no share can.
  private func addTrend(
    in observed: ShiftSeries.Observed, of series: ShiftSeries, to findings: inout ShiftFindings
  ) {
    let levels = zip(observed.series.y, observed.series.w).map(/)
    guard let trend = MonotonicTrend(levels, periods: observed.periods, alpha: significance) else {
      return
    }
    guard let line = trend.line else {
      findings.add(unpublished: trend.pValue, of: .trend)
      return
    }
    var row = series.row(.trend, method: "mann-kendall")
    row.periodLow = series.labels[observed.periods[0]]
    row.periodHigh = series.labels[observed.periods[observed.periods.count - 1]]
    let third = observed.series.count / 3
    row.levelBefore = observed.level(of: 0..<third)
    row.levelAfter = observed.level(of: (observed.series.count - third)..<observed.series.count)
    row.effect = line.slope
    row.effectLow = line.interval.low
    row.effectHigh = line.interval.high
    row.pValue = trend.pValue
    findings.add(row)
  }
}

extension ShiftSeries {
  fileprivate func row(_ kind: ShiftRow.Kind, method: String) -> ShiftRow {
    ShiftRow(
      measure: measure, group: group.group, groupValue: group.value, kind: kind, method: method)
  }
}
