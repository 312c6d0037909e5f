public import Corpus
internal import Statistics

/// The strongest shifts of a run, a sentence each.
public struct Highlights: Sendable {
  /// Whether the levels are shares of documents, as in the series of a study, or plain values.
  public var ofShares: Bool

  /// Of the shifts named, one in twenty may be false.
  static let maximumQ = 0.05

  public init(ofShares: Bool = true) { self.ofShares = ofShares }

  /// At most `count` rows: changes first, as they stay, then trends, then bursts; the effects of
  /// events, which were asked for, are left to the table. Tested ones need a q-value of at most
  /// `maximumQ`. Among these the largest contrast comes first, not the least p-value: with documents
  /// enough, every difference has a tiny one. A measure is named once, so that five rows tell five
  /// stories; a trend without a slope is none.
  public func strongest(of rows: [ShiftRow], count: Int = 5) -> [ShiftRow] {
    let ranked = rows.indices
      .filter {
        rows[$0].kind != .intervention && (rows[$0].kind != .trend || rows[$0].effect != 0)
      }
      .filter { rows[$0].qValue.map { $0 <= Self.maximumQ } ?? true }
      .map { (index: $0, rank: rank(rows[$0].kind), contrast: contrast(rows[$0])) }
      .sorted { a, b in
        let (p, q) = (rows[a.index].pValue ?? 2, rows[b.index].pValue ?? 2)
        if a.rank != b.rank { return a.rank < b.rank }
        if a.contrast != b.contrast { return a.contrast > b.contrast }
        return p != q ? p < q : a.index < b.index
      }
    var named: Set<String> = []
    var strongest: [ShiftRow] = []
    for row in ranked where strongest.count < count {
      if named.insert(rows[row.index].measure).inserted { strongest.append(rows[row.index]) }
    }
    return strongest
  }

  /// Such as "theme/work-996 rose from 0.4 % to 2.1 % of documents in 2019-03 (95 % interval
  /// 2019-02 to 2019-05; q < 0.001)".
  public func sentence(_ row: ShiftRow) -> String {
    let (before, after) = (row.levelBefore ?? 0, row.levelAfter ?? 0)
    let verb = after >= before ? "rose" : "fell"
    let subject =
      row.group == GroupValue.all.group ? row.measure : "\(row.measure) (\(row.groupValue))"
    let (from, to) = (row.periodLow ?? "", row.periodHigh ?? "")
    let certainty = row.qValue.map { $0 < 0.001 ? "q < 0.001" : "q = \(Figure.rounded($0, 2))" }
    let evidence = certainty.map { "; \($0)" } ?? ""
    let levels = Figure.levels(before, after, asShare: ofShares)
    switch row.kind {
    case .change, .intervention:
      return
        "\(subject) \(verb) from \(levels) in \(row.period ?? from) "
        + "(95 % interval \(from) to \(to)\(evidence))"
    case .trend:
      let way = row.effect == 0 || before == after ? "went" : "\(verb) steadily"
      return "\(subject) \(way) from \(levels) between \(from) and \(to)"
        + (certainty.map { " (\($0))" } ?? "")
    case .burst:
      return "\(subject) burst from its usual \(levels) between \(from) and \(to)"
        + (certainty.map { " (\($0))" } ?? "")
    }
  }

  private func rank(_ kind: ShiftRow.Kind) -> Int {
    switch kind {
    case .change, .intervention: 0
    case .trend: 1
    case .burst: 2
    }
  }

  /// How far apart the levels are at least, bounded: from the level before to the end of the
  /// effect's interval that is nearer to it, where there is one. Of shares, Cohen's difference of
  /// arcsines, which lets neither rare measures nor common ones always win; of values, the part of
  /// the larger that the smaller lacks.
  private func contrast(_ row: ShiftRow) -> Double {
    let (before, after) = (row.levelBefore ?? 0, row.levelAfter ?? 0)
    var distance = abs(after - before)
    // The effect of a turn of the trend is a slope, and says nothing of the levels.
    if let low = row.effectLow, let high = row.effectHigh, row.effect == after - before {
      distance = low > 0 ? low : high < 0 ? -high : 0
    }
    let reached = after >= before ? before + distance : before - distance
    guard ofShares else {
      let larger = max(abs(before), abs(reached))
      return larger > 0 ? abs(reached - before) / larger : 0
    }
    return shareContrast(before, reached)
  }
}
