import Ingest
import Statistics

/// What filled sheets say: precision by entry, and how far the coders agree.
struct SheetScore {
  let sheets: CodedSheets
  let scale: Agreement.Scale
  /// By entry.
  private let entries: [String: [CodedSheets.Item]]

  init(sheets: CodedSheets, scale: Agreement.Scale) {
    self.sheets = sheets
    self.scale = scale
    // Yes and no are names: ranks and numbers have no precision.
    let judged = scale == .nominal ? sheets.items.filter { $0.entry != nil } : []
    entries = Dictionary(grouping: judged) { $0.entry ?? "" }
  }

  func rows() throws(RunError) -> [ScoreRow] { precision() + (try agreement()) }

  /// What the figures are not of, a line each.
  var warnings: [String] {
    var lines = scale == .nominal ? sheets.warnings : []
    lines += sheets.agreementWarnings
    guard !entries.isEmpty else { return lines }
    let items = Array(entries.values.joined())
    let bare = items.filter { $0.weight == nil }
    if let first = sheets.items.first(where: { $0.entry != nil && $0.weight == nil }) {
      lines.append(
        "no precision_weighted: \(bare.count) of \(items.count) items have no readable 'weight' (the first is \(first.name)); copy the column from the sheet as it was drawn"
      )
      return lines
    }
    let drawn = items.reduce(0) { $0 + ($1.weight ?? 0) }
    let judged = StratifiedShare(strata(entries))?.size ?? 0
    lines.append(
      "precision_weighted of all stands for \(Int(judged.rounded())) mentions of \(counted(entries.count)) in the sheets, and for no other entry"
    )
    let lost = Int((drawn - judged).rounded())
    if lost > 0 {
      lines.append(
        "\(lost) of the \(Int(drawn.rounded())) mentions that the sheet stands for are in strata without a decided item and not in precision_weighted"
      )
    }
    return lines
  }

  private func precision() -> [ScoreRow] {
    guard !entries.isEmpty else { return [] }
    return rows("all", entries)
      + entries.sorted { $0.key < $1.key }.flatMap { rows($0.key, [$0.key: $0.value]) }
  }

  /// Precision of the items, and, where they have weights, of the mentions that they stand for.
  private func rows(_ name: String, _ entries: [String: [CodedSheets.Item]]) -> [ScoreRow] {
    let items = entries.values.joined()
    let judged = items.compactMap(\.correct)
    let plain = ScoreRow(name, "precision", judged.reduce(0, +), of: judged.count)
    guard items.allSatisfy({ $0.weight != nil }) else { return [plain] }
    let share = StratifiedShare(strata(entries))
    var row = ScoreRow(name, "precision_weighted", value: share?.value, n: judged.count)
    let interval = share?.interval()
    (row.low, row.high) = (interval?.low, interval?.high)
    return [plain, row]
  }

  /// The strata of entries: those that the sheet tells, else items of one weight.
  private func strata(_ entries: [String: [CodedSheets.Item]]) -> [StratifiedShare.Stratum] {
    // In a fixed order, so that sums are the same to the last digit.
    entries.sorted { $0.key < $1.key }.flatMap { entry, items in
      let strata = Dictionary(grouping: items) { $0.stratum ?? "weight \($0.weight ?? 0)" }
      return strata.sorted { $0.key < $1.key }.map { _, items in
        StratifiedShare.Stratum(
          group: entry, size: items.reduce(0) { $0 + ($1.weight ?? 0) },
          values: items.compactMap(\.correct))
      }
    }
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
