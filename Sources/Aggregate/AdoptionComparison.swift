internal import Corpus
internal import Statistics

/// When each group comes to speak of a measure, and who follows whom.
struct AdoptionComparison {
  private let table: ComparisonTable
  private let comparison: ComparisonPlan

  init(_ table: ComparisonTable, _ comparison: ComparisonPlan) {
    self.table = table
    self.comparison = comparison
  }

  private static let parts: [(part: Double, name: String)] = [(0.1, "10"), (0.5, "50")]

  /// The series of one measure in one group.
  private struct Member {
    var name: String
    /// Indices into the periods, with hits and documents.
    var periods: [Int] = []
    var hits: [Double] = []
    var totals: [Double] = []
  }

  func rows() -> [ComparisonRow] { comparison.measures.flatMap(rows(of:)) }

  private func rows(of measure: Int) -> [ComparisonRow] {
    let members = members(of: measure)
    let adoptions = members.enumerated().map { number, member in
      Adoption(
        hits: member.hits, totals: member.totals, parts: Self.parts.map(\.part),
        times: member.periods.map(Double.init), seed: UInt64(number + 1))
    }
    var rows: [ComparisonRow] = []
    for (member, adoption) in zip(members, adoptions) {
      guard let adoption else { continue }
      let item = name(member, measure)
      rows.append(row(item, "later_level", adoption.laterLevel, n: member.periods.count))
      for (part, time) in zip(Self.parts, adoption.times) {
        guard let time else { continue }
        func place(_ index: Double) -> Double {
          Double(member.periods[min(member.periods.count - 1, Int(index.rounded()))])
        }
        var reached = row(
          item, "reach_\(part.name)", place(Double(time.period)), n: member.periods.count)
        reached.low = place(time.interval.low)
        reached.high = place(time.interval.high)
        reached.period = table.plan.period.label(
          of: table.bins.lowerBound + member.periods[time.period])
        rows.append(reached)
      }
    }
    for first in members.indices {
      for second in members.indices.dropFirst(first + 1) {
        rows += lags(
          (members[first], adoptions[first]), (members[second], adoptions[second]), measure)
      }
    }
    return rows
  }

  /// By how many periods the first comes later than the second, and at which lag the second's
  /// series follows the first's.
  private func lags(
    _ first: (member: Member, adoption: Adoption?), _ second: (member: Member, adoption: Adoption?),
    _ measure: Int
  ) -> [ComparisonRow] {
    var rows: [ComparisonRow] = []
    let (item, reference) = (name(first.member, measure), name(second.member, measure))
    if let a = first.adoption, let b = second.adoption {
      for (index, part) in Self.parts.enumerated() {
        guard let at = a.times[index]?.period, let other = b.times[index]?.period else { continue }
        let differences = zip(a.replicates, b.replicates).compactMap { one, two -> Double? in
          guard let one = one[index], let two = two[index] else { return nil }
          return Double(first.member.periods[one] - second.member.periods[two])
        }
        var lag = row(
          item, "lag_\(part.name)",
          Double(first.member.periods[at] - second.member.periods[other]), n: differences.count)
        let interval = PoissonBootstrap.interval(differences)
        (lag.low, lag.high, lag.reference) = (interval?.low, interval?.high, reference)
        rows.append(lag)
      }
    }
    let shared = Set(first.member.periods).intersection(second.member.periods).sorted()
    func shares(_ member: Member) -> [Double] {
      let places = Dictionary(uniqueKeysWithValues: zip(member.periods, member.periods.indices))
      return shared.compactMap { places[$0] }.map { member.hits[$0] / member.totals[$0] }
    }
    // Beyond a year's worth of periods nobody follows anybody.
    if let found = CrossCorrelation(
      shares(first.member), shares(second.member), largestLag: min(12, shared.count / 4))
    {
      let single = NormalDistribution.twoSided(
        found.atLag * Double(found.count).squareRoot())
      var lag = row(item, "cross_correlation_lag", Double(found.lag), n: found.count)
      var value = row(item, "cross_correlation", found.atLag, n: found.count)
      (lag.reference, value.reference) = (reference, reference)
      // The largest of as many lags (Bonferroni).
      value.pValue = min(1, single * Double(found.values.count))
      (value.low, value.high) = (found.atLag - found.bound, found.atLag + found.bound)
      rows += [lag, value]
    }
    return rows
  }

  /// The groups with hits enough.
  private func members(of measure: Int) -> [Member] {
    var members: [GroupValue: Member] = [:]
    for (cell, denominator) in table.series.denominators.sorted(by: { $0.key.bin < $1.key.bin })
    where cell.group.group == comparison.group.rawValue && table.bins.contains(cell.bin) {
      let hits = table.series.hits[measure][cell]?.documents ?? 0
      members[cell.group, default: Member(name: cell.group.value)].periods.append(
        cell.bin - table.bins.lowerBound)
      members[cell.group]?.hits.append(Double(hits))
      members[cell.group]?.totals.append(Double(denominator.documents))
    }
    return members.values.filter { $0.hits.reduce(0, +) >= Double(table.minimum) }
      .sorted { $0.name < $1.name }
  }

  private func name(_ member: Member, _ measure: Int) -> String {
    comparison.measures.count == 1
      ? member.name : "\(table.plan.measures[measure].id) (\(member.name))"
  }

  private func row(_ item: String, _ statistic: String, _ value: Double, n: Int) -> ComparisonRow {
    ComparisonRow(
      comparison: comparison.id, kind: comparison.kind, item: item, statistic: statistic,
      value: value, n: n)
  }
}
