import Aggregate
import Corpus

/// The documents on the two sides of a change: those that hit the measure in the periods from the
/// change to the next one, against those of the periods from the one before.
struct Comparison: Sendable {
  /// What the later documents are compared with.
  enum Reference: Sendable {
    /// The earlier documents that hit the measure: how the talk of it has turned.
    case hits
    /// All earlier documents, where too few hit it: what is new with it.
    case all
  }

  /// Strongest changes first; more than these would say little more.
  static let maximum = 20
  /// Earlier documents with a hit that a comparison among hits needs.
  static let minimumHits = 20

  var name: String
  /// Index into the plan's measures.
  var measure: Int
  var before: Range<Int>
  var after: Range<Int>
  var reference: Reference

  /// The comparisons at the strongest changes in the series of all documents.
  static func all(
    of shifts: [ShiftRow], counts: SeriesCounts, plan: CountingPlan, bins: Range<Int>
  ) -> [Comparison] {
    let places = Dictionary(
      bins.map { (plan.period.label(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
    func bin(of row: ShiftRow) -> Int? { row.period.flatMap { places[$0] } }
    let changes = shifts.filter {
      $0.kind == .change && $0.group == GroupValue.all.group && $0.period != nil
    }
    let strongest = changes.sorted {
      ($0.pValue ?? 1, $0.measure, $0.period ?? "") < ($1.pValue ?? 1, $1.measure, $1.period ?? "")
    }
    return strongest.prefix(maximum).compactMap { row in
      let own = changes.filter { $0.measure == row.measure }.compactMap(bin)
      guard let change = bin(of: row),
        let measure = plan.measures.firstIndex(where: { $0.id == row.measure })
      else { return nil }
      let from = own.filter { $0 < change }.max() ?? .min
      let to = own.filter { $0 > change }.min() ?? .max
      let earlier = counts.hits[measure].reduce(0) { sum, cell in
        cell.key.group == .all && (from..<change).contains(cell.key.bin)
          ? sum + cell.value.documents : sum
      }
      let reference = earlier < minimumHits ? Reference.all : .hits
      return Comparison(
        name: name(of: row, against: reference), measure: measure, before: from..<change,
        after: change..<to, reference: reference)
    }
  }

  private static func name(of row: ShiftRow, against reference: Reference) -> String {
    let change = "\(row.measure) from \(row.period ?? "")"
    return switch reference {
    case .hits: "\(change) against documents with it before"
    case .all: "\(change) against all documents before"
    }
  }

  /// The side on which the documents of a period stand, if any.
  func side(of bin: Int) -> KeynessCounts.Side? {
    if after.contains(bin) { return .target }
    return before.contains(bin) ? .reference : nil
  }
}
