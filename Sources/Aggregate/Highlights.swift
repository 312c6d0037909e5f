public import Corpus

/// The strongest shifts of a run, a sentence each.
public struct Highlights: Sendable {
  /// Whether the levels are shares of documents, as in the series of a study, or plain values.
  public var ofShares: Bool

  public init(ofShares: Bool = true) { self.ofShares = ofShares }

  /// At most `count` rows: changes first, as they have a date, then trends, then bursts, which have
  /// no test; among these the least p-value, and the larger relative effect among equals. A measure
  /// is named once, so that five rows tell five stories; a trend without a slope is none.
  public func strongest(of rows: [ShiftRow], count: Int = 5) -> [ShiftRow] {
    let ranked = rows.indices
      .filter { rows[$0].kind != .trend || rows[$0].effect != 0 }
      .sorted { a, b in
        let (k, l) = (rank(rows[a].kind), rank(rows[b].kind))
        let (p, q) = (rows[a].pValue ?? 2, rows[b].pValue ?? 2)
        let (e, f) = (contrast(rows[a]), contrast(rows[b]))
        return k != l ? k < l : p != q ? p < q : e != f ? e > f : a < b
      }
    var named: Set<String> = []
    var strongest: [ShiftRow] = []
    for index in ranked where strongest.count < count {
      if named.insert(rows[index].measure).inserted { strongest.append(rows[index]) }
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
    }
  }

  private func rank(_ kind: ShiftRow.Kind) -> Int {
    switch kind {
    case .change, .intervention: 0
    case .trend: 1
    case .burst: 2
    }
  }

  private func contrast(_ row: ShiftRow) -> Double {
    let (a, b) = (abs(row.levelBefore ?? 0), abs(row.levelAfter ?? 0))
    return max(a, b) > 0 ? abs((row.levelAfter ?? 0) - (row.levelBefore ?? 0)) / max(a, b) : 0
  }
}
