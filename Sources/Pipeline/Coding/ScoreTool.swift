import Ingest
import Statistics

/// What the codes of a sheet are: names, ranks, or numbers without or with a true zero.
public enum CodeScale: String, Sendable, CaseIterable {
  case nominal, ordinal, interval, ratio

  var scale: Agreement.Scale {
    switch self {
    case .nominal: .nominal
    case .ordinal: .ordinal
    case .interval: .interval
    case .ratio: .ratio
    }
  }
}

/// `parlance score`: what hand-coding says of the mentions.
public struct ScoreTool: Sendable {
  private let sheets: [String]
  private let scale: CodeScale
  private let gold: (gold: String, mentions: String)?

  /// - Parameters:
  ///   - sheets: filled coding sheets, or any table with columns `code_NAME`.
  ///   - scale: the level of measurement of the codes.
  ///   - gold: a gold coding, and the mentions to compare with it.
  public init(
    sheets: [String], scale: CodeScale = .nominal,
    gold: (gold: String, mentions: String)? = nil
  ) {
    self.sheets = sheets
    self.scale = scale
    self.gold = gold
  }

  public func rows() throws -> [ScoreRow] {
    var rows: [ScoreRow] = []
    if !sheets.isEmpty {
      rows += try SheetScore(sheets: CodedSheets(paths: sheets), scale: scale.scale).rows()
    }
    if let gold { rows += try GoldScore(gold: gold.gold, mentions: gold.mentions).rows }
    return rows
  }

  /// The series of the entries that the gold coding has, corrected.
  public func corrected(series path: String) throws -> [CorrectedRow] {
    guard let gold else { return [] }
    let score = try GoldScore(gold: gold.gold, mentions: gold.mentions)
    let table = try NamedTable(path: path)
    for column in ["measure", "period", "documents", "documents_hit"]
    where !table.hasColumn(column) {
      throw TableProblem(file: path, line: 1, message: "there is no column '\(column)'")
    }
    return (0..<table.rowCount).compactMap { row in
      guard let measure = table.cell(row, "measure"), let test = score.test(of: measure) else {
        return nil
      }
      var point = CorrectedRow(
        measure: measure, period: table.cell(row, "period") ?? "",
        group: table.cell(row, "group") ?? "", groupValue: table.cell(row, "group_value") ?? "",
        documents: table.cell(row, "documents").flatMap(Int.init),
        documentsHit: table.cell(row, "documents_hit").flatMap(Int.init))
      if let documents = point.documents, let hit = point.documentsHit, documents > 0,
        let sensitivity = test.sensitivity, let specificity = test.specificity
      {
        point.corrected = correctedShare(
          found: Double(hit) / Double(documents), sensitivity: sensitivity,
          specificity: specificity)
        let interval = test.interval(found: Double(hit), trials: Double(documents))
        (point.low, point.high) = (interval?.low, interval?.high)
      }
      return point
    }
  }
}
