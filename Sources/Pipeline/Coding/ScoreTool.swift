import Corpus
import Foundation
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
  /// A coding of all that some documents hold, and what to compare with it.
  public struct Gold: Sendable {
    public var path: String
    /// A table as mentions.csv. A documents.csv beside it tells which documents there are.
    public var mentions: String
    /// Knows which entries are below which, and what its measures count.
    public var study: Study?

    public init(path: String, mentions: String, study: Study? = nil) {
      self.path = path
      self.mentions = mentions
      self.study = study
    }
  }

  private let sheets: [String]
  private let scale: CodeScale
  private let gold: Gold?

  /// - Parameters:
  ///   - sheets: filled coding sheets, or any table with columns `code_NAME`.
  ///   - scale: the level of measurement of the codes.
  ///   - gold: a gold coding.
  public init(sheets: [String], scale: CodeScale = .nominal, gold: Gold? = nil) {
    self.sheets = sheets
    self.scale = scale
    self.gold = gold
  }

  /// - Parameter tell: is told what the figures leave out, a line at a time.
  public func rows(tell: (String) -> Void = { _ in }) throws -> [ScoreRow] {
    var rows: [ScoreRow] = []
    if !sheets.isEmpty {
      let score = SheetScore(sheets: try CodedSheets(paths: sheets), scale: scale.scale)
      score.warnings.forEach(tell)
      rows += try score.rows()
      guard rows.contains(where: { $0.n > 0 }) else {
        throw RunError(
          "\(sheets.joined(separator: ", ")): nothing to score: no item with an entry has a code yes or no, and none has codes of two coders",
          isStudyError: true)
      }
    }
    if let gold {
      if gold.study == nil {
        tell("without a study, entries are compared without those below them; name it by --study")
      }
      let instrument = try gold.study.map { study throws in try Instrument(study) }
      let score = try score(gold, instrument, tell)
      score.warnings.forEach(tell)
      rows += score.rows
    }
    return rows
  }

  /// The series that count a coded entry, corrected. Needs a gold coding with its study.
  public func corrected(
    series path: String, tell: (String) -> Void = { _ in }
  ) throws -> [CorrectedRow] {
    guard let gold, let study = gold.study else {
      throw RunError(
        "what the series count is written in their study: name it by --study", isStudyError: true)
    }
    let instrument = try Instrument(study)
    let correction = SeriesCorrection(
      try score(gold, instrument, tell), instrument, isOfAllEntries: study.measures.isEmpty)
    correction.warnings.forEach(tell)
    return try correction.rows(of: path)
  }

  private func score(
    _ gold: Gold, _ instrument: Instrument?, _ tell: (String) -> Void
  ) throws -> GoldScore {
    let folder = URL(filePath: gold.mentions).deletingLastPathComponent()
    let documents = folder.appending(path: "documents.csv").path(percentEncoded: false)
    let entries = instrument?.catalogue.entries ?? []
    let coding = try GoldCoding(
      path: gold.path, mentions: gold.mentions,
      documents: FileManager.default.fileExists(atPath: documents) ? documents : nil,
      entries: instrument.map { _ in Set(entries.map(\.name)) })
    coding.warnings.forEach(tell)
    var parents: [String: String] = [:]
    for entry in entries { parents[entry.name] = entry.parent.map { entries[Int($0)].name } }
    return GoldScore(coding, parents: parents)
  }
}
