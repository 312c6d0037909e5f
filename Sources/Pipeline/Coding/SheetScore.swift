import Ingest
import Statistics

/// What filled sheets say: precision by entry, and how far the coders agree.
struct SheetScore {
  let sheets: CodedSheets
  let scale: Agreement.Scale

  func rows() throws(RunError) -> [ScoreRow] { precision() + (try agreement()) }

  private func precision() -> [ScoreRow] {
    let entries = Dictionary(grouping: sheets.items.filter { $0.entry != nil }) { $0.entry ?? "" }
    guard !entries.isEmpty else { return [] }
    let rows = entries.keys.sorted().map { row("\($0)", entries[$0] ?? []) }
    let all = entries.values.joined()
    return [row("all", Array(all)), weighted(Array(all))] + rows
  }

  private func row(_ entry: String, _ items: [CodedSheets.Item]) -> ScoreRow {
    let judged = items.compactMap { $0.isCorrect() }
    return ScoreRow(entry, "precision", judged.count { $0 }, of: judged.count)
  }

  /// The precision of all mentions of the study, where each drawn one stands for as many as its
  /// weight says. The variance is that of a stratified sample (Cochran 1977, eq. 5.6), by entry.
  private func weighted(_ items: [CodedSheets.Item]) -> ScoreRow {
    var (sum, total, variance) = (0.0, 0.0, 0.0)
    var count = 0
    for group in Dictionary(grouping: items, by: \.entry).values {
      let judged = group.compactMap { item in item.isCorrect().map { ($0, item.weight) } }
      guard !judged.isEmpty else { continue }
      let n = Double(judged.count)
      let size = judged.reduce(0) { $0 + $1.1 }
      let share = judged.reduce(0) { $0 + ($1.0 ? $1.1 : 0) } / size
      sum += size * share
      total += size
      if n > 1 { variance += size * size * share * (1 - share) / (n - 1) * max(0, 1 - n / size) }
      count += judged.count
    }
    var row = ScoreRow("all", "precision_weighted", value: total > 0 ? sum / total : nil, n: count)
    if let value = row.value {
      let half = NormalDistribution.z95 * variance.squareRoot() / total
      (row.low, row.high) = (max(0, value - half), min(1, value + half))
    }
    return row
  }

  private func agreement() throws(RunError) -> [ScoreRow] {
    guard sheets.coders.count > 1 else { return [] }
    let paired = sheets.items.count { item in item.codes.count { $0 != nil } > 1 }
    var rows = [
      ScoreRow(
        "all", "alpha_\(scale.rawValue)",
        value: Agreement.krippendorff(try numbers(), scale: scale), n: paired)
    ]
    if sheets.coders.count == 2, scale == .nominal {
      let pairs = sheets.items.compactMap { item -> (String, String)? in
        guard let first = item.codes[0], let second = item.codes[1] else { return nil }
        return (CodedSheets.category(first), CodedSheets.category(second))
      }
      rows.append(
        ScoreRow(
          "all", "kappa", value: Agreement.cohen(pairs.map(\.0), pairs.map(\.1)), n: pairs.count))
    }
    return rows
  }

  /// The codes by coder: labels numbered on a nominal scale, else the numbers they are.
  private func numbers() throws(RunError) -> [[Double?]] {
    let labels = Set(
      sheets.items.flatMap(\.codes).compactMap { $0.map(CodedSheets.category) }
    ).sorted()
    let known = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, Double($0)) })
    var numbers: [[Double?]] = []
    for coder in sheets.coders.indices {
      var column: [Double?] = []
      for item in sheets.items {
        guard let code = item.codes[coder] else {
          column.append(nil)
          continue
        }
        let number = scale == .nominal ? known[CodedSheets.category(code)] : Double(code)
        guard let number, number.isFinite else {
          throw RunError(
            "the code '\(code)' of \(item.name) is no number; leave --scale nominal for labels",
            isStudyError: true)
        }
        column.append(number)
      }
      numbers.append(column)
    }
    return numbers
  }
}
