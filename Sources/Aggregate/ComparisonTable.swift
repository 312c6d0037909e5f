public import Corpus
internal import Statistics

/// The rows of `comparisons.csv`, comparison by comparison in the study's order.
public struct ComparisonTable: Sendable {
  public let comparisons: [ComparisonPlan]
  public let plan: CountingPlan
  public let counts: ComparisonCounts
  public let series: SeriesCounts
  /// The periods of the study.
  public let bins: Range<Int>
  /// Documents that a group or actor needs to be compared.
  public var minimum = 10

  public init(
    _ comparisons: [ComparisonPlan], counts: ComparisonCounts, series: SeriesCounts,
    plan: CountingPlan, bins: Range<Int>
  ) {
    self.comparisons = comparisons
    self.plan = plan
    self.counts = counts
    self.series = series
    self.bins = bins
  }

  /// - Parameter words: the rows of comparisons of words, by the index of the comparison.
  public func rows(words: [Int: [ComparisonRow]] = [:]) -> [ComparisonRow] {
    comparisons.indices.flatMap { index -> [ComparisonRow] in
      var rows =
        switch comparisons[index].kind {
        case .asymmetry: asymmetry(index)
        case .frameShare: frameShare(index)
        case .adoptionLag: AdoptionComparison(self, comparisons[index]).rows()
        case .concentration: concentration(index)
        case .distance, .resonance: words[index] ?? []
        }
      let tested = rows.indices.filter { rows[$0].pValue != nil }
      for (row, q) in zip(tested, falseDiscoveryRates(tested.map { rows[$0].pValue ?? 1 })) {
        rows[row].qValue = q
      }
      return rows
    }
  }

  // MARK: Two frames around one event

  /// Of each group the shares of the two frames, their balance (the first among documents with one
  /// of them only), and its difference from that of all other groups.
  private func asymmetry(_ index: Int) -> [ComparisonRow] {
    let comparison = comparisons[index]
    let groups = counts.joint.filter { $0.key.comparison == index }
      .map { (name: $0.key.item, joint: $0.value) }
      .filter { $0.joint.documents >= minimum }.sorted { $0.name < $1.name }
    let all = groups.reduce(into: ComparisonCounts.Joint()) { $0.merge($1.joint) }
    return groups.flatMap { name, joint -> [ComparisonRow] in
      let row = Maker(comparison: comparison, item: name)
      var rows = [
        row.share("share_first", joint.first, of: joint.documents),
        row.share("share_second", joint.second, of: joint.documents),
      ]
      let own = (hits: joint.firstOnly, trials: joint.firstOnly + joint.secondOnly)
      let others = (
        hits: all.firstOnly - own.hits, trials: all.firstOnly + all.secondOnly - own.trials
      )
      rows.append(row.share("balance", own.hits, of: own.trials))
      rows.append(row.difference("balance_difference", own, others, "all others"))
      return rows.compactMap { $0 }
    }
  }

  // MARK: The frame of an actor

  /// Of each actor the share of its documents that have the frame, in the whole study and by
  /// period; and its difference from that of the first actor.
  private func frameShare(_ index: Int) -> [ComparisonRow] {
    let comparison = comparisons[index]
    func joint(_ actor: Int, _ bin: Int?) -> ComparisonCounts.Joint {
      let key = ComparisonCounts.Key(
        comparison: index, item: plan.measures[actor].id, bin: bin)
      return counts.joint[key] ?? ComparisonCounts.Joint()
    }
    return comparison.measures.flatMap { actor -> [ComparisonRow] in
      let row = Maker(comparison: comparison, item: plan.measures[actor].id)
      let own = joint(actor, nil)
      var rows = [row.share("frame_share", own.both, of: own.first)]
      if let first = comparison.measures.first, first != actor {
        let other = joint(first, nil)
        rows.append(
          row.difference(
            "frame_share_difference", (own.both, own.first), (other.both, other.first),
            plan.measures[first].id))
      }
      for bin in bins {
        let own = joint(actor, bin)
        rows.append(
          row.share("frame_share", own.both, of: own.first, period: plan.period.label(of: bin)))
      }
      return rows.compactMap { $0 }
    }
  }

  // MARK: Attention over entries

  /// Gini's and Hirschman's index of the documents per entry, over the entries that the study
  /// mentions at all: in the whole study and by period.
  private func concentration(_ index: Int) -> [ComparisonRow] {
    let comparison = comparisons[index]
    func attention(_ bin: Int?) -> [Int32: Int] {
      counts.attention[ComparisonCounts.Key(comparison: index, item: "", bin: bin)] ?? [:]
    }
    let entries = attention(nil).keys.sorted()
    return ([nil] + bins.map { Optional($0) }).flatMap { bin -> [ComparisonRow] in
      let found = attention(bin)
      let spread = entries.map { Double(found[$0] ?? 0) }
      let total = found.values.reduce(0, +)
      guard total >= minimum else { return [] }
      let indices: [(String, ([Double]) -> Double?)] = [
        ("gini", Concentration.gini), ("hhi", Concentration.herfindahl),
      ]
      return indices.compactMap { name, statistic in
        guard let value = statistic(spread) else { return nil }
        let interval = multinomialInterval(spread, of: statistic)
        return ComparisonRow(
          comparison: comparison.id, kind: comparison.kind, item: "\(entries.count) entries",
          period: bin.map(plan.period.label), statistic: name, value: value, low: interval?.low,
          high: interval?.high, n: total)
      }
    }
  }
}

/// Rows of one comparison and item.
private struct Maker {
  var comparison: ComparisonPlan
  var item: String

  /// With Wilson's interval; `nil` out of nothing.
  func share(_ statistic: String, _ hits: Int, of n: Int, period: String? = nil) -> ComparisonRow? {
    guard let interval = wilsonInterval(successes: Double(hits), trials: Double(n)) else {
      return nil
    }
    return ComparisonRow(
      comparison: comparison.id, kind: comparison.kind, item: item, period: period,
      statistic: statistic, value: Double(hits) / Double(n), low: interval.low,
      high: interval.high, n: n)
  }

  /// With Newcombe's interval and Fisher's test; `nil` out of nothing.
  func difference(
    _ statistic: String, _ own: (hits: Int, trials: Int), _ other: (hits: Int, trials: Int),
    _ reference: String
  ) -> ComparisonRow? {
    guard own.trials > 0, other.trials > 0 else { return nil }
    // The effect of the second against the first.
    let interval = newcombeInterval(
      first: (Double(other.hits), Double(other.trials)),
      second: (Double(own.hits), Double(own.trials)))
    return ComparisonRow(
      comparison: comparison.id, kind: comparison.kind, item: item, reference: reference,
      statistic: statistic,
      value: Double(own.hits) / Double(own.trials) - Double(other.hits) / Double(other.trials),
      low: interval?.low, high: interval?.high, n: own.trials + other.trials,
      pValue: ExactTest.shares(first: own, second: other))
  }
}
