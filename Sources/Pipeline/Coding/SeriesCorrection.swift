import Aggregate
import Corpus
import Ingest
import Statistics

/// The series of measures that a gold coding has tested, corrected for the errors that it shows.
struct SeriesCorrection {
  /// By measure.
  private var tests: [String: ImperfectTest] = [:]
  /// Why the others are not corrected, a line each.
  private(set) var warnings: [String] = []

  /// Corrects measures that count exactly a coded entry, alone or with all below it.
  init(_ score: GoldScore, _ instrument: Instrument, isOfAllEntries: Bool) {
    let entries = instrument.catalogue.entries
    let branches = Set(
      Measure.all(of: instrument.catalogue).filter { score.coded.contains($0.id) }.map(\.entries))
    var untouched: [String] = []
    for measure in instrument.measures {
      let names = Set(measure.entries.map { entries[Int($0)].name })
      let isCoded =
        branches.contains(measure.entries) || names.count == 1 && names.isSubset(of: score.coded)
      if isCoded, measure.with == nil, !measure.isAbout {
        let test = score.test(of: names)
        tests[measure.id] = test
        if let problem = Self.problem(test) {
          warnings.append("the series '\(measure.id)' cannot be corrected: \(problem)")
        }
      } else if names.isDisjoint(with: score.coded) {
        untouched.append(measure.id)
      } else {
        warnings.append("the series '\(measure.id)' is not corrected: \(Self.reason(measure))")
      }
    }
    // Of a study that measures each entry, most are never coded.
    if !untouched.isEmpty, !isOfAllEntries {
      warnings.append(
        "the series \(untouched.map { "'\($0)'" }.joined(separator: ", ")) are not corrected: the gold coding names no entry of theirs"
      )
    }
  }

  private static func reason(_ measure: Measure) -> String {
    if measure.isAbout { return "it counts only documents that are about its entries ('about:')" }
    if measure.with != nil { return "it counts only mentions that stand near others ('with:')" }
    return
      "it counts \(measure.entries.count) entries, and the gold coding names none that is just these"
  }

  private static func problem(_ test: ImperfectTest) -> String? {
    guard let sensitivity = test.sensitivity else { return "no coded document has it" }
    guard let specificity = test.specificity else { return "every coded document has it" }
    return sensitivity + specificity > 1
      ? nil : "in the coded documents the mentions do no better than chance"
  }

  /// - Parameter path: a table as series.csv.
  func rows(of path: String) throws -> [CorrectedRow] {
    let table = try NamedTable(path: path)
    for column in ["measure", "period", "documents", "documents_hit"]
    where !table.hasColumn(column) {
      throw TableProblem(file: path, line: 1, message: "there is no column '\(column)'")
    }
    let rows = (0..<table.rowCount).compactMap { row -> CorrectedRow? in
      guard let measure = table.cell(row, "measure"), let test = tests[measure] else { return nil }
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
    guard !rows.isEmpty else {
      throw RunError(
        "\(path): none of its series counts just an entry that the gold coding names, or its branch",
        isStudyError: true)
    }
    return rows
  }
}
