public import Corpus
internal import Statistics

/// The rows of `cooccurrence.csv`: which entries stand together more than chance has it.
public struct CooccurrenceTable: Sendable {
  public var catalogue: Catalogue
  /// Pairs in fewer units are left out: their association is mostly chance.
  public var minimumTogether: Int

  public init(catalogue: Catalogue, minimumTogether: Int = 3) {
    self.catalogue = catalogue
    self.minimumTogether = minimumTogether
  }

  /// The whole study first, then by period; within these by unit and by the names of the pair.
  public func rows(_ counts: CooccurrenceCounts) -> [CooccurrenceRow] {
    counts.slices.keys
      .sorted { order(of: $0, among: counts.units) < order(of: $1, among: counts.units) }
      .flatMap { key in
        rows(
          counts.slices[key] ?? CooccurrenceCounts.Slice(),
          period: key.bin.map(counts.period.label) ?? "all", unit: key.unit)
      }
  }

  private func order(
    of key: CooccurrenceCounts.Key, among units: [Measure.Unit]
  ) -> (Int, Int) {
    (key.bin ?? .min, units.firstIndex(of: key.unit) ?? units.count)
  }

  private func rows(
    _ slice: CooccurrenceCounts.Slice, period: String, unit: Measure.Unit
  ) -> [CooccurrenceRow] {
    slice.pairs
      .filter { $0.value >= minimumTogether }
      .compactMap { pair, together in
        row(pair, together, slice, period: period, unit: unit)
      }
      .sorted { ($0.a, $0.b) < ($1.a, $1.b) }
  }

  private func row(
    _ pair: CooccurrenceCounts.Pair, _ together: Int, _ slice: CooccurrenceCounts.Slice,
    period: String, unit: Measure.Unit
  ) -> CooccurrenceRow? {
    guard catalogue.entries.indices.contains(Int(pair.a)),
      catalogue.entries.indices.contains(Int(pair.b)),
      let rowUnit = CooccurrenceRow.Unit(rawValue: unit.rawValue)
    else { return nil }
    var (a, b) = (catalogue.entries[Int(pair.a)].name, catalogue.entries[Int(pair.b)].name)
    var (nA, nB) = (slice.single[pair.a] ?? 0, slice.single[pair.b] ?? 0)
    if b < a { (a, b, nA, nB) = (b, a, nB, nA) }
    let (both, first, second, total) =
      (Double(together), Double(nA), Double(nB), Double(slice.units))
    return CooccurrenceRow(
      period: period, unit: rowUnit, a: a, b: b, nAB: together, nA: nA, nB: nB, n: slice.units,
      npmi: normalizedMutualInformation(both: both, first: first, second: second, total: total),
      logLikelihood: LogLikelihood.fourCell(
        both, first - both, second - both, total - first - second + both))
  }
}
