public import Corpus
internal import Statistics

/// The shifts found in some series, and the p-values of those in which none was: both are needed
/// to say how many of the shifts of a run are false. Add up in the order of the series.
public struct ShiftFindings: Sendable, Equatable {
  /// Without `qValue`, which only the whole run can tell.
  public private(set) var rows: [ShiftRow] = []
  /// Of the tests that found nothing worth a row.
  private var unpublished: [ShiftRow.Kind: [Double]] = [:]

  public init() {}

  mutating func add(_ row: ShiftRow) { rows.append(row) }

  mutating func add(unpublished p: Double, of kind: ShiftRow.Kind) {
    unpublished[kind, default: []].append(p)
  }

  public mutating func merge(_ other: ShiftFindings) {
    rows += other.rows
    unpublished.merge(other.unpublished, uniquingKeysWith: +)
  }

  /// The rows of `shifts.csv`, each with its q-value among all tests of its kind in the run.
  public func table() -> [ShiftRow] {
    var table = rows
    for kind in ShiftRow.Kind.allCases {
      let tested = rows.indices.filter { rows[$0].kind == kind && rows[$0].pValue != nil }
      let q = falseDiscoveryRates(
        tested.map { rows[$0].pValue ?? 1 } + (unpublished[kind] ?? []))
      for (row, q) in zip(tested, q) { table[row].qValue = q }
    }
    return table
  }
}
