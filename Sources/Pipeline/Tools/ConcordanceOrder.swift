import Corpus

/// The order of a concordance's lines.
public enum ConcordanceOrder: String, Sendable, CaseIterable {
  /// By document and place.
  case document
  case date
  /// By the words before the match, from the last one back.
  case left
  /// By the words behind the match.
  case right
}

extension ConcordanceTool {
  /// The lines in an order of the reader's choice, and the number of all matches; with `sample`, only
  /// so many lines, drawn by `seed`: the same seed draws the same lines.
  public func rows(
    _ order: ConcordanceOrder, sample: Int? = nil, seed: UInt64 = 1
  ) throws -> (rows: [ConcordanceRow], matches: Int) {
    var rows: [ConcordanceRow] = []
    try run { rows.append($0) }
    let matches = rows.count
    if let sample, sample < rows.count {
      var drawn = StratifiedSample<Int>(size: sample, seed: seed)
      for (index, row) in rows.enumerated() {
        drawn.offer(index, identity: "\(index) \(row.documentID)", entry: 0, stratum: "")
      }
      rows = drawn.drawn(.equal).map(\.unit).sorted().map { rows[$0] }
    }
    guard order != .document else { return (rows, matches) }
    let keys = rows.map { key(of: $0, order) }
    rows = rows.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { rows[$0] }
    return (rows, matches)
  }

  private func key(of row: ConcordanceRow, _ order: ConcordanceOrder) -> String {
    switch order {
    case .document: ""
    case .date: row.date?.description ?? ""
    case .left: Self.words(row.left).reversed().joined(separator: " ")
    case .right: Self.words(row.right).joined(separator: " ")
    }
  }

  private static func words(_ text: String) -> [Substring] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }
  }
}
