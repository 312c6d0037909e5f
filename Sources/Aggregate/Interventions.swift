internal import Corpus
internal import Statistics

/// The effects of events on one series: by how much its level jumps at each and its slope turns.
struct Interventions {
  var events: [PlacedEvent]

  /// From this p-value of either effect on, other dates are tried.
  static let significance = 0.05

  /// Two rows for each event that has three observations on either side: `interrupted-level`, the
  /// jump, whose levels are those expected and found at the event, and `interrupted-slope`, the
  /// turn per period, whose levels are those at the end of the series.
  func rows(_ observed: ShiftSeries.Observed, of series: ShiftSeries) -> [ShiftRow] {
    let shares = zip(observed.series.y, observed.series.w).map(/)
    let (times, weights) = (observed.series.times, observed.series.w)
    return events.filter { $0.event.concerns(series.group) }.flatMap { placed -> [ShiftRow] in
      let start = observed.periods.firstIndex { $0 >= placed.period } ?? shares.count
      guard
        let effect = InterruptedSeries(shares, start: start, times: times, weights: weights)
      else { return [] }
      // What is not significant needs no other date to doubt it.
      let placebo =
        min(effect.level.pValue, effect.slope.pValue) <= Self.significance
        ? InterruptedSeries.placebo(shares, start: start, times: times, weights: weights) : nil
      let last = times[times.count - 1] - times[start]
      let end = effect.level.size + effect.slope.size * last
      return [
        row(
          "interrupted-level", effect.level, from: effect.expected, by: effect.level.size,
          placebo?.level, placed, series),
        row(
          "interrupted-slope", effect.slope, from: effect.expectedLast, by: end, placebo?.slope,
          placed, series),
      ]
    }
  }

  private func row(
    _ method: String, _ effect: InterruptedSeries.Effect, from expected: Double,
    by difference: Double, _ placebo: Double?, _ placed: PlacedEvent, _ series: ShiftSeries
  ) -> ShiftRow {
    let label = series.labels[placed.period]
    let interval = effect.interval
    return ShiftRow(
      measure: series.measure, group: series.group.group, groupValue: series.group.value,
      kind: .intervention, method: method, period: label, periodLow: label, periodHigh: label,
      levelBefore: expected, levelAfter: expected + difference, effect: effect.size,
      effectLow: interval.low, effectHigh: interval.high, pValue: effect.pValue,
      event: placed.event.label, placeboP: placebo)
  }
}
